import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScoreColumns } from "../../../models/score.ts";
import { assembleCohorts, cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { cohortNodes } from "../../../models/scoring/cohort-nodes.ts";
import { emptyHistory, readHistory } from "../../../models/scoring/history.ts";
import { limitsOf } from "../../../models/scoring/limits.ts";
import { emptyMedians, fillMedians } from "../../../models/scoring/own-medians.ts";
import { emptySpread, measureSpread } from "../../../models/scoring/own-spread.ts";
import { leanOnParents } from "../../../models/scoring/peer-cohort.ts";
import { emptyScores } from "../../../models/scoring/score-columns.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { yearAgoColumns } from "../../../models/scoring/year-ago.ts";
import { bitsOf, type Case, detectorWith, panelOf, tree } from "./panels.ts";

const width = 27; // two earlier years of the last month and the one before
const detector = detectorWith({ cohortMinimum: 3 });

/** Histories with drift, noise, steps and gaps; few industries, so that cohorts form. */
const history = fc
  .record({
    start: fc.integer({ min: 1, max: 400 }),
    steps: fc.array(fc.constantFrom(1, 1, 1, 1, 0.97, 1.03, 0.9, 1.1, 0.3, 2), { minLength: width, maxLength: width }),
    gaps: fc.array(fc.nat(29), { minLength: width, maxLength: width }),
  })
  .map(({ start, steps, gaps }) => {
    let level = start;
    return steps.map((step, i) => {
      level *= step;
      return gaps[i] === 0 ? null : Math.round(level);
    });
  });
const enterprise = fc.record({
  months: history,
  industry: fc.integer({ min: -1, max: 6 }),
  region: fc.integer({ min: -1, max: 2 }),
  closed: fc.boolean().map((yes) => yes),
  transferred: fc.nat(19).map((n) => n === 0),
});
const enterprises = fc
  .array(enterprise, { minLength: 2, maxLength: 40 })
  .map((cases) =>
    cases.map((c, row): Case => ({ ...c, closed: c.closed && c.months[width - 1] === null, id: row + 1 })),
  );

function score(cases: readonly Case[]): ScoreColumns {
  const panel = panelOf(cases);
  return scorePanel(panel, cohortMedians(panel, tree, detector), detector);
}

const runs = { numRuns: 150 };

test("permuting the enterprises permutes the scores and changes not one bit", () => {
  const shuffled = enterprises.chain((cases) =>
    fc.tuple(fc.constant(cases), fc.shuffledSubarray([...cases.keys()], { minLength: cases.length })),
  );
  fc.assert(
    fc.property(shuffled, ([cases, order]) => {
      const plain = score(cases);
      const permuted = score(order.map((row) => cases[row]));
      for (const name of Object.keys(plain) as (keyof ScoreColumns)[]) {
        const expected = emptyScores(cases.length)[name];
        const cells = expected.length / cases.length; // features have several a row
        order.forEach((row, at) => {
          expected.set(plain[name].subarray(row * cells, (row + 1) * cells), at * cells);
        });
        expect([name, permuted[name]]).toEqual([name, expected]);
      }
    }),
    runs,
  );
});

test("scoring the rows in two parts changes not one bit, on shared memory or not", () => {
  fc.assert(
    fc.property(enterprises, fc.nat(), (cases, any) => {
      const panel = panelOf(cases);
      const cohorts = cohortMedians(panel, tree, detector);
      const cut = any % (cases.length + 1);
      const out = emptyScores(cases.length, true);
      scorePanel(panel, cohorts, detector, cut, cases.length, out);
      scorePanel(panel, cohorts, detector, 0, cut, out);
      expect(bitsOf(out)).toEqual(bitsOf(scorePanel(panel, cohorts, detector)));
    }),
    runs,
  );
});

test("peers' changes found month by month and spreads row by row are those found at once, bit by bit", () => {
  const limits = limitsOf(detector);
  fc.assert(
    fc.property(enterprises, fc.nat({ max: width }), fc.nat(), (cases, month, any) => {
      const panel = panelOf(cases);
      const nodes = cohortNodes(panel, tree, limits);
      const medians = emptyMedians(nodes.parent.length, width);
      fillMedians(panel, nodes, limits, medians, month, width);
      fillMedians(panel, nodes, limits, medians, 0, month);
      const yearAgo = yearAgoColumns(panel.month, width, tree.springFestival);
      const peers = leanOnParents(medians, nodes, yearAgo, limits);
      const own = emptySpread(cases.length);
      const row = any % (cases.length + 1);
      measureSpread(panel, nodes, peers, limits, own, row, cases.length);
      measureSpread(panel, nodes, peers, limits, own, 0, row);
      expect(assembleCohorts(panel, tree, limits, nodes, yearAgo, peers, own)).toEqual(
        cohortMedians(panel, tree, detector),
      );
    }),
    runs,
  );
});

test("a common factor on all enterprises of an industry changes no residual of theirs", () => {
  // powers of two are exact; large, so that neither rounding nor count noise speaks
  const steps = fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: width, maxLength: width });
  const factors = fc.array(fc.constantFrom(0.5, 1, 1, 1, 2), { minLength: width, maxLength: width });
  fc.assert(
    fc.property(fc.array(steps, { minLength: 8, maxLength: 16 }), factors, (all, by) => {
      let level = 1;
      const common = by.map((factor) => (level = Math.min(64, Math.max(1, level * factor))));
      const plain = all.map((found): Case => ({ months: found.map((step) => step * 1000) }));
      const moved = plain.map((c): Case => ({ months: c.months.map((people, i) => (people ?? 0) * common[i]) }));
      expectClose(residualsOf(moved), residualsOf(plain));
    }),
    runs,
  );
});

/** Every enterprise's log changes beyond its cohort's. */
function residualsOf(cases: readonly Case[]): number[] {
  const panel = panelOf(cases);
  const limits = limitsOf(detector);
  const cohorts = cohortMedians(panel, tree, detector);
  return cases.flatMap((_, row) => {
    const history = emptyHistory(width, limits);
    readHistory(history, panel, row, cohorts.change, cohorts.cohort[row] * width);
    return [...history.residual.subarray(1)];
  });
}

const expectClose = (found: readonly number[], expected: readonly number[]): void =>
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], 9);
  });

test("cohort medians survive the way to a worker", () => {
  fc.assert(
    fc.property(enterprises, (cases) => {
      const panel = panelOf(cases);
      const cohorts = cohortMedians(panel, tree, detector);
      const sent = scorePanel(structuredClone(panel), structuredClone(cohorts), structuredClone(detector));
      expect(bitsOf(sent)).toEqual(bitsOf(scorePanel(panel, cohorts, detector)));
    }),
    { numRuns: 20 },
  );
});

test("months before anyone reported change not one bit", () => {
  fc.assert(
    fc.property(enterprises, fc.integer({ min: 1, max: 30 }), (cases, more) => {
      const padded = cases.map((c) => ({ ...c, months: [...Array(more).fill(null), ...c.months] }));
      expect(bitsOf(score(padded))).toEqual(bitsOf(score(cases)));
    }),
    runs,
  );
});

test("a common factor on everybody's last month changes no z", () => {
  // Large enterprises, so that neither rounding nor count noise speaks; and no step beyond the guard.
  const steps = fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: width, maxLength: width });
  const large = steps.map((found): Case => ({ months: found.map((step) => step * 100_000), industry: 2 }));
  const factor = fc.constantFrom(2, 4, 0.5, 0.25);
  fc.assert(
    fc.property(fc.array(large, { minLength: 8, maxLength: 20 }), factor, (cases, by) => {
      const moved = cases.map((c) => ({ ...c, months: c.months.map((n, i) => (i === width - 1 ? (n ?? 0) * by : n)) }));
      const [plain, shocked] = [score(cases), score(moved)];
      plain.z.forEach((z, row) => {
        expect(shocked.z[row]).toBeCloseTo(z, 6);
      });
    }),
    runs,
  );
});
