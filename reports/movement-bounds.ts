import { type Text, text } from "../models/text.ts";
import type { Threshold } from "../models/threshold.ts";

const bound = (value: number, zh: string, en: string): Threshold => ({
  value,
  unit: "share",
  origin: { kind: "practice", note: text(zh, en) },
  validFrom: "2023-01",
});

/** Net rates of change, without sign, from which a movement is called more than the one before. */
export const MOVEMENT_BOUNDS = {
  flat: bound(
    0.001,
    "攀枝花等地月报：正常月份净变动自-0.1%起，不足者称基本持平",
    "usual months in Panzhihua and others begin at -0.1 %: less is called nearly unchanged",
  ),
  slight: bound(
    0.006,
    "同上：正常月份至-0.6%，其内称小幅",
    "as above: usual months reach -0.6 %, within it a change is slight",
  ),
  marked: bound(
    0.03,
    "盐边县2022年2月-3.59%在通报中属突出变动：3%及以上称大幅",
    "Yanbian, -3.59 % in 2022-02, stood out: from 3 % on a change is large",
  ),
} as const;

type Size = "slight" | "clear" | "marked";

const WORDS: Readonly<Record<Size, readonly [fell: Text, rose: Text]>> = {
  slight: [text("小幅下降", "slightly down"), text("小幅上升", "slightly up")],
  clear: [text("下降", "down"), text("上升", "up")],
  marked: [text("大幅下降", "far down"), text("大幅上升", "far up")],
};

/** 基本持平, 小幅下降, 下降, 大幅下降 and their opposites, by stated bounds. */
export function movementWord(rate: number): Text {
  const size = Math.abs(rate);
  if (size < MOVEMENT_BOUNDS.flat.value) return text("基本持平", "nearly unchanged");
  const word: Size =
    size <= MOVEMENT_BOUNDS.slight.value ? "slight" : size < MOVEMENT_BOUNDS.marked.value ? "clear" : "marked";
  return WORDS[word][rate < 0 ? 0 : 1];
}
