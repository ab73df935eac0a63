import { expect, it } from "vitest";
import { text } from "../../models/text.ts";
import { collectiveWords } from "../../reports/threshold-words.ts";
import { collectiveSentence } from "../../reports/wording-alerts.ts";
import { THRESHOLDS, threshold } from "./monthly-input.ts";

it("a collective rule says how many enterprises, of what size, and that they must be more than usual", () => {
  const [rule] = THRESHOLDS.collective;
  expect(collectiveWords(rule!)).toBe("≥5户，每户减少＞50人或降幅＞30%");
  expect(collectiveWords({ ...rule!, fallShare: threshold(1, "share") })).toBe("≥5户，每户减少＞50人");
  expect(collectiveWords({ ...rule!, headcount: threshold(20), beyondUsual: true })).toBe(
    "≥5户，每户（减员前≥20人）减少＞50人或降幅＞30%，且多于往月常见户数",
  );
});

it("how it stood is said with what it takes, and with what is usual here where that is known", () => {
  const rule = { rule: "r", name: text("多户集中减员", "x"), level: "red", needed: 5, bound: null, met: false };
  expect(collectiveSentence({ ...rule, enterprises: 3 })).toContain("符合条件的企业3户，触发须5户，未触发");
  expect(collectiveSentence({ ...rule, enterprises: 6, bound: 7 })).toContain(
    "符合条件的企业6户，触发须5户且超过往月常见的7户，未触发",
  );
});
