import { expect, it } from "vitest";
import { compileRules, judge } from "../../models/levels.ts";
import { NO_FACTS } from "../../models/verdicts.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const rules = compileRules(wushan.thresholds, wushan);

it.each([
  // 山东2016: MORE than 50 people or MORE than 30 %, or 200 (domain.md 2.2).
  [50, 1000, []],
  [51, 1000, ["label-shandong-people"]],
  [3, 10, []],
  [30, 100, []],
  [45, 150, []],
  [31, 100, ["label-shandong-share"]],
  [3001, 10_000, ["label-shandong-people", "label-shandong-share", "label-shandong-200"]],
  [199, 10_000, ["label-shandong-people"]],
  [200, 10_000, ["label-shandong-people", "label-shandong-200"]],
])("%i of %i people gone reach %j", (fallPeople, before, reached) => {
  const found = judge({ ...NO_FACTS, fallPeople, fallShare: fallPeople / before, headcountBefore: before }, rules);
  expect(found.reached.filter((id) => id.startsWith("label-shandong"))).toEqual(reached);
});
