import { expect, it } from "vitest";
import { checkFirstFigures, doubtedFirsts } from "../../models/first-figure-check.ts";
import { handPanel } from "./panels.ts";

const codeOf = (row: number) => `X${row}`;
const history = (before: number, months: readonly number[], width: number) => [
  ...Array<null>(before).fill(null),
  ...months,
  ...Array<number>(width - before - months.length).fill(months.at(-1)!),
];

it("the first figure is named with its month, the farthest apart first, and nothing else", () => {
  const panel = handPanel("2025-06", [
    { history: [null, 1200, 120] },
    { history: [300, 301, 299] },
    { history: [null, 12, 120_000] },
  ]);
  const [finding, ...others] = checkFirstFigures(doubtedFirsts(panel), codeOf);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: "first-figure-doubted", severity: "warn", value: "2" });
  expect(finding!.message.zh).toContain("X2（2025-05报12，其后120000）、X0（2025-05报1200，其后120）");
  expect(finding!.message.en).toContain("X2 (12 in 2025-05, then 120000), X0 (1200 in 2025-05, then 120)");
  expect(finding!.repair.zh).toContain("按原月份重报");
});

it("it is told for the year in which figures are compared with it", () => {
  // first in 2024-05, second in 2024-06: in 2025-05 the second is eleven months old, in 2025-06 twelve
  const told = (width: number, month: string) =>
    doubtedFirsts(handPanel(month, [{ history: history(0, [1200, 120], width) }])).map((found) => found.month);
  expect(told(13, "2025-05")).toHaveLength(1);
  expect(told(14, "2025-06")).toEqual([]);
});

it("five are named of a whole file in another unit, and all are counted", () => {
  const panel = handPanel(
    "2025-06",
    Array.from({ length: 7 }, (_, i) => ({ history: [(i + 1) * 1000, (i + 1) * 100] })),
  );
  const [finding] = checkFirstFigures(doubtedFirsts(panel), codeOf);
  expect(finding!.value).toBe("7");
  expect(finding!.message.en.match(/ then /g)).toHaveLength(5);
  expect(finding!.message.en).toContain("X6 (7000");
});

it("nothing is said where nothing is doubted", () => {
  expect(checkFirstFigures(doubtedFirsts(handPanel("2025-06", [{ history: [300, 301] }])), codeOf)).toEqual([]);
});
