import { expect, test } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import { STATUS } from "../../../models/score.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { monthAgo, yearAgoColumns } from "../../../models/scoring/year-ago.ts";
import { type Case, detectorWith, panelOf, tree } from "./panels.ts";

const ALARM = -4;

/** One enterprise without peers, ending in July; `july` and `september` are its factors of each year, oldest first. */
function school(years: readonly [july: number, september: number][], last: number, people = 400): Case {
  const months: number[] = [];
  let level = people;
  for (const [july, september] of years) {
    for (let month = 8; month < 20; month++) {
      if (month === 9) level *= september;
      if (month === 19) level *= july;
      months.push(Math.round(level) + (months.length % 3));
    }
  }
  return { months: [...months.slice(0, -1), Math.round(level * last)] };
}

function scored(one: Case) {
  const panel = panelOf([one], parseMonth("2025-07"));
  const detector = detectorWith({ boundZ: -ALARM });
  return scorePanel(panel, cohortMedians(panel, tree, detector), detector);
}

test.each([2, 3])("a school of %d years that closes every July and returns in September is no alarm", (years) => {
  const seasons = Array.from({ length: years }, (_, i): [number, number] => [
    i === years - 1 ? 1 : 0.6,
    i === 0 ? 1 : 1 / 0.6,
  ]);
  const scores = scored(school(seasons, 0.6));
  expect(scores.status[0]).toBe(STATUS.scored);
  expect(scores.z[0]).toBeGreaterThan(ALARM);
  expect(scores.leak[0]).toBeLessThan(5);
  expect(Math.abs(scores.expected[0] - 240)).toBeLessThan(20);
});

test("the same school losing twice as many in July is one", () => {
  const scores = scored(
    school(
      [
        [0.6, 1],
        [0.6, 1 / 0.6],
        [1, 1 / 0.6],
      ],
      0.3,
    ),
  );
  expect(scores.z[0]).toBeLessThan(ALARM);
});

test("a fall in a July that never fell before is an alarm", () => {
  expect(
    scored(
      school(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        0.6,
      ),
    ).z[0],
  ).toBeLessThan(ALARM);
});

test("who cuts every July and does not hire again is not seasonal", () => {
  expect(
    scored(
      school(
        [
          [0.6, 1],
          [0.6, 1],
          [1, 1],
        ],
        0.6,
      ),
    ).z[0],
  ).toBeLessThan(ALARM);
});

// New Year's days: 2023-01-22, 2024-02-10, 2025-01-29, 2026-02-17 (Hong Kong Observatory's tables).
test.each([
  ["2024-02", "2023-01"],
  ["2024-03", "2023-02"],
  ["2025-01", "2024-02"],
  ["2025-03", "2024-04"],
  ["2026-01", "2024-12"],
  ["2025-07", "2024-07"],
])("with Spring Festival %s is matched with %s", (month, ago) => {
  expect(monthAgo(parseMonth(month), true)).toBe(parseMonth(ago));
});

test("without Spring Festival a year is twelve columns, and -1 before the first", () => {
  expect([...yearAgoColumns(parseMonth("2025-01"), 15, false)]).toEqual([...Array(12).fill(-1), 0, 1, 2]);
});

test("an enterprise of 36 months has its season decomposed, however far back the panel reaches", () => {
  // Julys of -40, -20 and now -40 %: last year's alone would expect a smaller fall than the decomposition of both.
  const one = school(
    [
      [0.6, 1],
      [0.8, 1 / 0.6],
      [1, 1 / 0.8],
    ],
    0.6,
  );
  const whole = scored(one);
  const further = scored({ months: [null, ...one.months] });
  const lastYearAlone = detectorWith({ boundZ: -ALARM, stlFrom: 37 });
  const panel = panelOf([one], parseMonth("2025-07"));
  const undecomposed = scorePanel(panel, cohortMedians(panel, tree, lastYearAlone), lastYearAlone);
  expect(one.months).toHaveLength(36);
  expect(further.z[0]).toBe(whole.z[0]);
  expect(further.expected[0]).toBe(whole.expected[0]);
  expect(undecomposed.expected[0]).not.toBe(whole.expected[0]);
});
