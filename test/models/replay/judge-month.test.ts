import { describe, expect, it } from "vitest";
import { eventFact } from "../../../models/event-fact.ts";
import { compileRules } from "../../../models/levels.ts";
import { parseMonth } from "../../../models/month.ts";
import { beyondFloors, EVERYTHING, type Reach, WITHIN_FLOORS } from "../../../models/replay/floors.ts";
import { judgeMonth } from "../../../models/replay/judge-month.ts";
import { keepMonth } from "../../../models/replay/keep-month.ts";
import type { KeptMonth } from "../../../models/replay/kept-month.ts";
import { packMonths, unpackMonth } from "../../../models/replay/pack.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { cohortTree } from "../../../models/scoring/cohort-tree.ts";
import { panelQ } from "../../../models/scoring/panel-q.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import type { LevelRule, Threshold, ThresholdSet } from "../../../models/threshold.ts";
import { judgePanel } from "../../../models/verdicts.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";
import { randomPanel, seeded } from "../panels.ts";

const wushan = loadProfile("wushan");
const { detector } = wushan.thresholds;
const kinds = wushan.eventKinds.map(({ code }) => code);
const month = parseMonth("2025-06");
const panel = randomPanel(3000, wushan, month);
const tree = cohortTree(wushan.industries, wushan.regions.length, wushan.sizeBands, true);
const scores = scorePanel(panel, cohortMedians(panel, tree, detector), detector);
const random = seeded(5);
for (let row = 0; row < panel.size; row += 7) scores.risk[row] = random(); // as a model would have said it

const dates = ["2025-06-03", "2025-05-20", "2025-04-01", "2024-09-30", "2024-01-15"];
/** Some about an enterprise of the panel, some about ones that never reported. */
const events = Array.from({ length: 90 }, (_, i) => ({
  enterprise: 1 + i * 40,
  kind: kinds[i % kinds.length]!,
  occurredOn: dates[i % dates.length]!,
}));
const eventFacts = new Map(
  events.map(({ enterprise, kind, occurredOn }) => [enterprise, [eventFact({ kind, occurredOn }, month)]]),
);

const limit = (value: number): Threshold => ({ ...detector.leakLimit, value });
const ruleOf = (id: string, level: string, when: LevelRule["when"]): LevelRule => ({
  ...{ id, level, when, name: { zh: id, en: id } },
  origin: detector.leakLimit.origin,
});
const withRules = (rules: readonly LevelRule[]): ThresholdSet => ({ ...wushan.thresholds, rules });

const kept = (reach: Reach): KeptMonth =>
  keepMonth(panel, scores, panelQ(panel, scores, detector.leakReference.value), events, kinds, reach);

/** Levels and level-giving rules by enterprise, as the month run finds them. */
function judgedWhole(set: ThresholdSet): Map<number, unknown> {
  const verdicts = judgePanel(panel, scores, compileRules(set, wushan), eventFacts);
  const giving = new Set(set.rules.filter(({ level }) => level !== null).map(({ id }) => id));
  return new Map(
    [...verdicts.reached]
      .filter(([row]) => verdicts.level[row]! >= 0)
      .map(([row, reached]) => [
        panel.enterprise[row]!,
        { level: verdicts.level[row]!, reached: reached.filter((id) => giving.has(id)) },
      ]),
  );
}

function judgedKept(set: ThresholdSet, month: KeptMonth): Map<number, unknown> {
  const rules = compileRules({ ...set, rules: set.rules.filter(({ level }) => level !== null) }, wushan);
  const seen = judgeMonth(month, rules, kinds).filter(({ enterprise }) => enterprise <= panel.size);
  return new Map(seen.map(({ enterprise, level, reached }) => [enterprise, { level, reached }]));
}

const strange = withRules([
  ruleOf("q", "orange", { q: limit(0.1), fallPeople: limit(3) }),
  ruleOf("risk", "red", { risk: limit(0.5), headcount: limit(20), headcountBelow: limit(100) }),
  ruleOf("share", "blue", { fallShare: limit(0.3) }),
  ruleOf("fall3", "yellow", { fall3People: limit(9), fall3Share: limit(0.2) }),
  ruleOf("leak", "yellow", { leak: limit(3) }),
  ruleOf("hidden", "blue", { hiddenShare: limit(0.1) }),
  ruleOf("silent", "blue", { silentMonths: limit(2) }),
  ruleOf("old news", "blue", { event: kinds[0]!, eventMonths: limit(12) }),
]);

/** Manufacturing is asked for less, wholesale and retail for three times. */
const byIndustry: ThresholdSet = { ...wushan.thresholds, industries: { C: limit(0.7), F: limit(3) } };

describe("a kept month", () => {
  it("gives the verdicts of the whole panel, for the place's own set and for strange ones", () => {
    for (const set of [wushan.thresholds, strange, byIndustry]) {
      const whole = judgedWhole(set);
      expect(beyondFloors(set)).toEqual([]);
      expect(judgedKept(set, kept(WITHIN_FLOORS))).toEqual(whole);
      expect(whole.size).toBeGreaterThan(30);
    }
  });

  it("keeps less than half of the enterprises, and everybody when asked to", () => {
    expect(kept(WITHIN_FLOORS).rows.enterprise.length).toBeLessThan(panel.size / 2);
    expect(kept(EVERYTHING).rows.enterprise.length).toBeGreaterThanOrEqual(panel.size);
  });

  it("names the rules that ask for less than was kept, and judges them when everything was", () => {
    const wide = withRules([
      ruleOf("mild z", "blue", { z: limit(-1) }),
      ruleOf("any small fall", "blue", { fallShare: limit(0.1) }),
      ruleOf("large ones", "blue", { headcount: limit(500) }),
      ruleOf("old news", "blue", { event: kinds[0]!, eventMonths: limit(18) }),
      ruleOf("within", "blue", { z: limit(-1.5) }),
    ]);
    expect(beyondFloors(wide)).toEqual(["mild z", "any small fall", "large ones", "old news"]);
    expect(judgedKept(wide, kept(EVERYTHING))).toEqual(judgedWhole(wide));
    expect(judgedKept(wide, kept(WITHIN_FLOORS))).not.toEqual(judgedWhole(wide));
  });

  it("judges those who never reported a headcount on their events", () => {
    const set = withRules([ruleOf("told", "red", { event: kinds[0]! })]);
    const unseen = events.filter(({ enterprise }) => enterprise > panel.size).map(({ enterprise }) => enterprise);
    expect(unseen.length).toBeGreaterThan(10);
    const rules = compileRules(set, wushan);
    const found = judgeMonth(kept(WITHIN_FLOORS), rules, kinds).filter(({ enterprise }) => enterprise > panel.size);
    const expected = events.filter(
      (e) => e.enterprise > panel.size && e.kind === kinds[0] && e.occurredOn === dates[0],
    );
    expect(found.map(({ enterprise }) => enterprise)).toEqual(expected.map(({ enterprise }) => enterprise));
  });

  it("comes back from its bytes as it went in", () => {
    const months = [kept(WITHIN_FLOORS), { ...kept(EVERYTHING), month: month + 1 }];
    const { places, bytes } = packMonths(months);
    expect(places.map((place) => unpackMonth(bytes, place))).toEqual(months);
    expect(() => unpackMonth(bytes.subarray(0, bytes.length - 8), places[1]!)).toThrow(RangeError);
  });
});
