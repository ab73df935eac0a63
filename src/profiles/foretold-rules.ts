import { text } from "../../models/text.ts";
import type { LevelRule } from "../../models/threshold.ts";
import { limit, origin } from "./threshold.ts";

const BY_MODEL = origin(
  "practice",
  "法国 Signaux Faibles：红色名单按F0.5（重准确）、橙色名单按F2（重不漏）选定概率界限；界限由本地训练的模型按企业规模给出，随附模型不设界限",
  "Signaux Faibles (France): red by F0.5, where precision weighs more, orange by F2, where recall does; a model trained here gives the line for each size, the shipped one has none",
);

const onTheLine = limit(1, "times the line", BY_MODEL);

/** What a model foretells is a reason by itself once it was fitted on the place's own outcomes. */
export const foretoldRules: readonly LevelRule[] = [
  {
    id: "red-foretold",
    level: "red",
    name: text("预测三个月内大幅减员（达到本规模红色界限）", "Foretold to shed staff (at the red line of its size)"),
    when: { overRed: onTheLine },
    origin: BY_MODEL,
  },
  {
    id: "orange-foretold",
    level: "orange",
    name: text("预测三个月内大幅减员（达到本规模橙色界限）", "Foretold to shed staff (at the orange line of its size)"),
    when: { overOrange: onTheLine },
    origin: BY_MODEL,
  },
];
