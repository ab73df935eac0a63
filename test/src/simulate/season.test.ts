import { expect, test } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import { festivalAbsence, seasonOf } from "../../../src/simulate/season.ts";
import { tradeOf } from "../../../src/simulate/trade.ts";

const absence = (month: string): number => festivalAbsence(parseMonth(month));

// By hand: 1 + days/21 before the festival, 1 − days/30 after it, from the month's last day.
test.each([
  ["2022-12", 0], // 22 days before 2023-01-22
  ["2023-01", 1 - 9 / 30],
  ["2023-02", 0], // 37 days after
  ["2024-01", 1 - 10 / 21], // 2024-02-10
  ["2024-02", 1 - 19 / 30],
  ["2025-01", 1 - 2 / 30], // 2025-01-29
  ["2025-02", 0],
  ["2026-02", 1 - 11 / 30], // 2026-02-17
  ["2026-03", 0],
  ["2025-07", 0],
  ["2025-12", 0],
])("at the end of %s the share of festival travellers away is %d", (month, expected) => {
  expect(absence(month)).toBeCloseTo(expected, 10);
});

test("schools are smaller in July, orchards larger, a year's average is about 1", () => {
  const july = parseMonth("2024-07");
  expect(seasonOf("school", july)).toBeLessThan(0.95);
  expect(seasonOf("harvest", july)).toBeGreaterThan(1.05);
  for (const season of ["even", "tourism", "harvest", "school", "building"] as const) {
    const year = Array.from({ length: 12 }, (_, i) => seasonOf(season, july + i));
    expect(Math.abs(year.reduce((sum, value) => sum + value, 0) / 12 - 1)).toBeLessThan(0.025);
  }
});

test("trades follow the division's digits; another scheme's codes are ordinary", () => {
  expect(tradeOf("47").season).toBe("building");
  expect(tradeOf("E47")).toBe(tradeOf("47"));
  expect(tradeOf("8321")).toBe(tradeOf("83"));
  expect(tradeOf("retail").word).toBe("实业");
  expect(tradeOf("47").festival).toBeGreaterThan(tradeOf("31").festival);
});
