import { expect, it } from "vitest";
import { dominantEmployers } from "../../models/dominant.ts";
import { shareInWords } from "../../reports/number.ts";
import { handPanel } from "./panels.ts";

it("4 of 211 enterprises that have 5,957 of 9,279 persons hold 64.2 %, and only they are left out", () => {
  const largest = [2_600, 1_557, 1_000, 800];
  const rest = Array.from({ length: 207 }, (_, i) => (i < 10 ? 17 : 16)); // 10 × 17 + 197 × 16 = 3,322
  const panel = handPanel(
    "2025-12",
    [...rest, ...largest].map((persons) => ({ history: [persons, persons] })),
  );
  const { rows, headcount, share, mask } = dominantEmployers(panel, 4);
  expect([rows, headcount]).toEqual([[207, 208, 209, 210], 5_957]);
  expect([shareInWords(share).zh, shareInWords(share).en]).toEqual(["64.2%", "64.2%"]);
  expect(mask.reduce((sum, one) => sum + one, 0)).toBe(4);
});
