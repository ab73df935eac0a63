import { describe, expect, test } from "vitest";
import { compileRules } from "../../../models/levels.ts";
import { GAP } from "../../../models/panel.ts";
import { FEATURES } from "../../../models/risk/features.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { cohortTree } from "../../../models/scoring/cohort-tree.ts";
import { doubtedFirst } from "../../../models/scoring/first-figure.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { judgePanel } from "../../../models/verdicts.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";
import { handPanel } from "../panels.ts";

type History = readonly (number | null)[];

describe("a first figure is doubted", () => {
  test.each<[says: string, history: History, column: number]>([
    ["ten times too high", [1200, 120], 1],
    ["a hundred times, and the third month keeps to the second", [12_000, 120, 119], 1],
    ["in 万人", [12, 120_000, 119_500], 1],
    ["ten times too low", [12, 120, 121, 119], 1],
    ["wherever the history begins", [null, null, 1200, 120], 3],
    ["a fifth off the factor at most: 12 times", [1200, 100], 1],
    ["and not beyond", [1201, 100], -1],
    ["a fifth below: 8.4 times", [1000, 119], 1],
    ["and not beyond: 8.3", [1000, 121], -1],
    ["not between the factors: Kaunas' HOSTINGER fell from 310 to 5", [310, 5, 5], -1],
    ["nor an ordinary change", [120, 121, 120], -1],
    ["from 50 persons on", [50, 5], 1],
    ["and not in a handful, who may well hire ten times as many", [4, 49], -1],
    ["when the third month goes back, the second was wrong: a blip", [1200, 120, 1190], -1],
    ["when nobody is left, it was a collapse", [1200, 120, 0], -1],
    ["after a gap within a quarter", [90_000, null, null, 9, 9], 3],
    ["and not beyond", [90_000, null, null, null, 9, 9], -1],
    ["not from one figure", [1200], -1],
    ["not from nobody", [0, 120], -1],
    ["nor without any", [null, null], -1],
  ])("%s: %j", (_says, history, column) => {
    expect(doubtedFirst(handPanel("2025-06", [{ history }]), 0)).toBe(column);
  });

  test("only where it is the first ever, not the first that the panel holds", () => {
    expect(doubtedFirst(handPanel("2025-06", [{ history: [1200, 120], first: 1100 }]), 0)).toBe(-1);
  });
});

const profile = loadProfile("wushan");
const rules = compileRules(profile.thresholds, profile);
const tree = cohortTree(profile.industries, profile.regions.length, profile.sizeBands);
const peers = Array.from({ length: 40 }, (_, k) =>
  Array.from({ length: 10 }, (_, month) => 60 + 3 * k + ((month * (k + 3)) % 5) - 2),
);

/** The first enterprise of a panel of calm peers, judged by the county's rules. */
function judged(history: History) {
  const all = [history, ...peers.map((people) => people.slice(0, history.length))];
  const panel = handPanel(
    "2025-06",
    all.map((one) => ({ history: one, industry: 20, region: 1 })),
  );
  const { detector } = profile.thresholds;
  const scores = scorePanel(panel, cohortMedians(panel, tree, detector), detector);
  const { level, reached } = judgePanel(panel, scores, rules, new Map());
  return { scores, level: level[0]!, reached: reached.get(0) ?? [], features: scores.features.slice(0, FEATURES) };
}

describe("a first figure in another unit", () => {
  const after = [120, 119, 121, 120, 119, 122, 121, 120, 119];
  const months = Array.from({ length: 9 }, (_, i) => i + 2);

  test.each([1200, 12_000, 12])("of %d raises no alert in any month after", (first) => {
    for (const count of months) expect(judged([first, ...after].slice(0, count)).level, `month ${count}`).toBe(-1);
  });

  test.each<[history: History, judgedFrom: number]>([
    [[1200, ...after], 4],
    [[1_200_000, null, ...after], 6],
  ])("%j is no loss of three months or a year, and begins no leak", (history, judgedFrom) => {
    for (let count = judgedFrom; count <= 10; count++) {
      const { scores, reached } = judged(history.slice(0, count));
      expect(reached, `month ${count}`).toEqual([]);
      expect(scores.leak[0]!).toBeLessThan(1);
      expect(scores.breakMonth[0]!).not.toBe(GAP);
    }
  });

  test("does not make the enterprise look restless to the risk", () => {
    const [range, change3] = [0, 4];
    const { features } = judged([1200, 120, 119, 121]);
    // by hand: from 120 down to 119 and up to 121; models/risk/features.ts takes ln(ln(121/119) + 0.02)
    expect(features[range]).toBeCloseTo(Math.log(Math.log(121 / 119) + 0.02), 5);
    expect(features[change3]).toBeCloseTo(Math.log(121 / 120), 5);
  });

  test("does not hide a layoff half a year later", () => {
    expect(judged([1200, 120, 119, 121, 120, 119, 122, 80]).level).toBeGreaterThanOrEqual(0);
  });
});
