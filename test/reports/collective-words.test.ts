import { expect, it } from "vitest";
import { text } from "../../models/text.ts";
import { collectiveSentence } from "../../reports/wording/alerts.ts";
import { collectiveWords } from "../../reports/wording/thresholds.ts";
import { THRESHOLDS, threshold } from "./monthly-input.ts";

it("a collective rule says how many enterprises, of what size, and that they must be more than usual", () => {
  const [rule] = THRESHOLDS.collective;
  expect(collectiveWords(rule!).zh).toBe("≥5户，每户减少＞50人或降幅＞30%");
  expect(collectiveWords({ ...rule!, fallShare: threshold(1, "share") }).zh).toBe("≥5户，每户减少＞50人");
  expect(collectiveWords({ ...rule!, headcount: threshold(20), beyondUsual: true }).zh).toBe(
    "≥5户，每户（减员前≥20人）减少＞50人或降幅＞30%，且多于往月常见户数",
  );
});

it("how it stood is said with what it takes, and with what is usual here where that is known", () => {
  const rule = { rule: "r", name: text("多户集中减员", "x"), level: "red", needed: 5, bound: null, met: false };
  expect(collectiveSentence({ ...rule, enterprises: 3 }).zh).toContain("未触发（符合条件的3户，触发须5户）");
  expect(collectiveSentence({ ...rule, enterprises: 6, bound: 7 }).zh).toContain(
    "未触发（符合条件的6户，触发须5户且超过往月常见的7户）",
  );
});
