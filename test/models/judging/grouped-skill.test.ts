import { describe, expect, it } from "vitest";
import { brierSkill } from "../../../models/judging/calibration.ts";
import { groupedSkill } from "../../../models/judging/grouped-skill.ts";

/** Forty enterprises of ten months; every fifth has the event in month 0, foretold higher in even enterprises. */
const enterprise = Int32Array.from({ length: 400 }, (_, i) => Math.floor(i / 10));
const outcome = Int8Array.from({ length: 400 }, (_, i) => (enterprise[i]! % 5 === 0 && i % 10 === 0 ? 1 : 0));
const probability = Float64Array.from({ length: 400 }, (_, i) =>
  outcome[i] === 1 && enterprise[i]! % 2 === 0 ? 0.5 : 0.02,
);

describe("the Brier skill by groups", () => {
  it("is the Brier skill, with the interval of leaving out one group at a time", () => {
    const skill = groupedSkill({ probability, outcome }, enterprise, 1.959964)!;
    expect(skill.value).toBeCloseTo(brierSkill({ probability, outcome })!, 12);
    const without = Array.from({ length: 40 }, (_, group) => {
      const kept = Array.from(enterprise, (_, i) => i).filter((i) => enterprise[i]! % 40 !== group);
      const rest = {
        probability: probability.filter((_, i) => kept.includes(i)),
        outcome: outcome.filter((_, i) => kept.includes(i)),
      };
      return brierSkill(rest)!;
    });
    const mean = without.reduce((sum, one) => sum + one, 0) / 40;
    const spread = Math.sqrt((39 / 40) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0));
    expect(skill.low).toBeCloseTo(skill.value - 1.959964 * spread, 9);
    expect(skill.high).toBeCloseTo(skill.value + 1.959964 * spread, 9);
  });

  it("leaves out what is not known, and is null without both outcomes", () => {
    const gaps = {
      probability: Float64Array.of(...probability, Number.NaN, 0.9),
      outcome: Int8Array.of(...outcome, 1, -1),
    };
    const more = Int32Array.of(...enterprise, 1, 2);
    expect(groupedSkill(gaps, more, 2)).toEqual(groupedSkill({ probability, outcome }, enterprise, 2));
    expect(groupedSkill({ probability, outcome: outcome.map(() => 0) }, enterprise, 2)).toBeNull();
  });
});
