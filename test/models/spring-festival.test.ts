import { describe, expect, it } from "vitest";
import { formatMonth, parseMonth } from "../../models/month.ts";
import {
  festivalDate,
  festivalMonths,
  festivalReturn,
  isFestivalMonth,
  joinedMonths,
} from "../../models/spring-festival.ts";

// domain.md 2.9, from a new-moon computation (Meeus).
const DATES =
  "2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 " +
  "2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08";

describe("Spring Festival", () => {
  it.each(DATES.split(" "))("falls on %s", (date) => {
    expect(festivalDate(Number(date.slice(0, 4)))).toBe(date);
  });

  it.each([
    // New Year's day + 28 and + 42 days by hand: 2023-02-19 and 03-05; 2024-03-09 and 03-23; 2025-02-26 and 03-12.
    [2023, ["2023-01", "2023-02", "2023-03"]],
    [2024, ["2024-02", "2024-03"]],
    [2025, ["2025-01", "2025-02", "2025-03"]],
  ])("of %i moves the headcounts of %j", (year, months) => {
    expect(festivalMonths(year).map(formatMonth)).toEqual(months);
  });

  it("is in the month of New Year's day alone", () => {
    // 2025-01-29 and 2026-02-17.
    const months = ["2025-01", "2025-02", "2026-01", "2026-02"];
    expect(months.filter((month) => isFestivalMonth(parseMonth(month)))).toEqual(["2025-01", "2026-02"]);
  });

  it("return runs from four to six weeks after", () => {
    const { from, to } = festivalReturn(2023);
    expect([formatMonth(from), formatMonth(to)]).toEqual(["2023-02", "2023-03"]);
  });

  it("joins January and February", () => {
    expect(joinedMonths(2024).map(formatMonth)).toEqual(["2024-01", "2024-02"]);
  });
});
