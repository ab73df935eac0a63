import { expect, it } from "vitest";
import { movementWord } from "../../reports/movement-bounds.ts";

it.each([
  [0, "基本持平"],
  [-0.00099, "基本持平"],
  [0.00099, "基本持平"],
  [-0.001, "小幅下降"],
  [0.001, "小幅上升"],
  [-0.006, "小幅下降"],
  [-0.00601, "下降"],
  [0.02999, "上升"],
  [-0.03, "大幅下降"],
  [0.03, "大幅上升"],
])("a net rate of %s is called %s", (rate, word) => {
  expect(movementWord(rate).zh).toBe(word);
});
