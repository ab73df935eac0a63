import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import { GAP } from "../../../models/panel.ts";
import { type RegisterNews, type Timeline, timeline } from "../../../models/replay/timeline.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { cohortTree } from "../../../models/scoring/cohort-tree.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { wushan } from "../../county.ts";
import { bitsOf } from "../scoring/panels.ts";

const { industries, regions, sizeBands, calendar } = wushan;
const { detector } = wushan.thresholds;
const tree = cohortTree(industries, regions.length, sizeBands, calendar.springFestival);
const codes = industries.slice(0, 5).map(({ code }) => code);

const MONTH = parseMonth("2025-06");
const EARLIER = 27;
const LATER = 3;

const MONTHS = { minLength: EARLIER + LATER, maxLength: EARLIER + LATER };

/** What an enterprise reports from two years before the month until three after it, and what the register says and when. */
const life = fc.record({
  months: fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.array(fc.constantFrom(1, 1, 0.97, 1.03, 0.9, 1.1, 0.3, 2, 0), MONTHS))
    .map(([start, steps]) => {
      let level = start;
      return steps.map((step) => {
        if (step > 0) level *= step;
        return step > 0 ? Math.round(level) : null;
      });
    }),
  hidden: fc.integer({ min: 0, max: 40 }),
  dispatch: fc.integer({ min: 0, max: 40 }),
  /** An enterprise may first report after the month. */
  since: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.constant(EARLIER + 1)),
  closes: fc.option(fc.integer({ min: -3, max: LATER })),
  handsOver: fc.option(fc.integer({ min: -3, max: LATER })),
  industry: fc.constantFrom(...codes),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** Tells all that happened in the months of a span, counted from the month that is scored. */
function tell(known: Timeline, lives: readonly Life[], from: number, to: number): void {
  const rows = lives.flatMap(({ months, hidden, dispatch, since }, i) =>
    months.flatMap((headcount, at) => {
      const month = at - EARLIER + 1;
      const isTold = headcount !== null && at >= since && month >= from && month <= to;
      return isTold ? [[i + 1, MONTH + month, headcount, dispatch + at, hidden + at] as const] : [];
    }),
  );
  const column = (place: 0 | 1 | 2 | 3 | 4) => Int32Array.from(rows, (row) => row[place]);
  known.report({
    ...{ enterprise: column(0), month: column(1), headcount: column(2), dispatch: column(3), hidden: column(4) },
  });
  lives.forEach(({ closes, handsOver }, i) => {
    const within = (month: number | null) => month !== null && month >= from && month <= to;
    const news: RegisterNews = { enterprise: i + 1, industry: null, region: null, ...NOTHING };
    if (within(closes)) known.register({ ...news, closedMonth: MONTH + closes! });
    const successor = ((i + 1) % lives.length) + 1;
    if (within(handsOver)) known.register({ ...news, successor, successorMonth: MONTH + handsOver! });
  });
}
const NOTHING = { closedMonth: null, successor: null, successorMonth: null };

/** The scores of the month, of what was told of the months up to the one so many after it. */
function scoresKnowing(lives: readonly Life[], later: number) {
  const known = timeline(wushan, MONTH, MONTH + LATER, lives.length);
  lives.forEach(({ industry }, i) => {
    known.register({ enterprise: i + 1, industry, region: regions[0]!.code, ...NOTHING });
  });
  tell(known, lives, -EARLIER, 0);
  if (later > 0) tell(known, lives, 1, later);
  const panel = known.panel(MONTH, []);
  return { panel, bits: bitsOf(scorePanel(panel, cohortMedians(panel, tree, detector), detector)) };
}

test("what is told of later months changes not one bit of a month's panel and of its scores", () => {
  let reached = 0;
  fc.assert(
    fc.property(fc.array(life, { minLength: 2, maxLength: 25 }), fc.integer({ min: 1, max: LATER }), (lives, later) => {
      const [before, after] = [scoresKnowing(lives, 0), scoresKnowing(lives, later)];
      expect(after).toEqual(before);
      if (before.panel.headcount.some((persons) => persons !== GAP)) reached++;
    }),
    { numRuns: 150 },
  );
  expect(reached).toBeGreaterThan(100);
});
