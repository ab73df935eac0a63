import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessPolicy } from "../../../models/policy/assess.ts";
import { explainHeadRoom } from "../../../models/policy/explain-head-room.ts";
import { FORMULAS, type FormulaName } from "../../../models/policy/formulas.ts";
import { headRoomOn } from "../../../models/policy/head-room.ts";
import type { SupportPolicy } from "../../../models/policy/policy.ts";
import type { ReductionRule, SmallRule } from "../../../models/policy/rules/reduction.ts";
import { text } from "../../../models/text.ts";
import { allLists, policy, someFacts, wholeYear } from "./some-facts.ts";

const DATE = "2023-06-30";
const headRoom = (insured: Readonly<Record<string, number>>) => {
  const assessment = assessPolicy(policy("stability-refund"), someFacts({ date: "2023-10-31", insured }), "2023-10-31");
  return assessment.headRoom!;
};

describe("head-room in the running year", () => {
  it.each([
    // insured at the end of 2022 and now; may still leave; 5.5 % of 100 is 5.5, so 5
    [100, 100, "room", 5],
    [100, 98, "room", 3],
    [100, 95, "room", 0],
    [100, 94, "regain", 1],
    [100, 60, "regain", 35],
    // 5.5 % of 31 is 1.7; 20 % of 30 is 6, of 20 is 4, of 4 nobody
    [31, 31, "room", 1],
    [31, 30, "room", 0],
    [30, 30, "room", 6],
    [20, 17, "room", 1],
    [4, 4, "room", 0],
    // 5.5 % of 200 is exactly 11
    [200, 190, "room", 1],
    [200, 189, "room", 0],
    [200, 188, "regain", 1],
    // grown since: 100 may fall to 95
    [100, 120, "room", 25],
  ])("from %i to %i: %s %i", (start, now, kind, people) => {
    expect(headRoom({ "2022-12": start, "2023-10": now })).toMatchObject({ kind, people });
  });

  it("is said as the departure that loses the claim, with what it was reckoned from", () => {
    const said = explainHeadRoom(headRoom({ "2022-12": 100, "2023-10": 96 }));
    expect(said.zh).toBe("再减少 2 人即失去返还资格（2022年末100人，2023年10月96人，按现行标准至2023年末）");
    expect(said.en).toBe(
      "2 more leaving loses next year's claim (100 at the end of 2022, 96 in 2023-10; by the rule in force, to the end of 2023)",
    );
    expect(explainHeadRoom(headRoom({ "2022-12": 100, "2023-10": 90 })).zh).toMatch(
      /^本年已超出标准，至少恢复 5 人方可申领/,
    );
    expect(explainHeadRoom(headRoom({ "2023-10": 90 })).zh).toBe(
      "本年余量暂不能推算：缺2022年12月失业保险参保人数（月末）（县人力社保局）",
    );
  });

  it("stands on the newest report of the year, and on the year-end before while there is none", () => {
    expect(headRoom({ "2022-12": 100, "2023-08": 97 })).toMatchObject({ kind: "room", people: 2, current: 97 });
    expect(headRoom({ "2022-12": 100 })).toMatchObject({ kind: "room", people: 5, current: 100 });
  });

  it("is not said of a policy that is no longer in force", () => {
    const facts = someFacts({ date: "2024-01-01", insured: { "2023-12": 100, "2024-01": 100 } });
    expect(assessPolicy(policy("stability-refund"), facts, "2024-01-01").headRoom).toBeNull();
  });

  it("takes every leaver for a new recipient where recipients are counted: 2 / 40 = 5 %, 3 / 39.x is above", () => {
    const facts = someFacts({
      date: "2025-12-31",
      insured: { "2024-12": 40, ...wholeYear(2025, 40) },
      own: { "new-claimants 2025": 1 },
      ofPlace: allLists(2025),
    });
    const room = assessPolicy(policy("stability-refund"), facts, "2025-12-31").headRoom!;
    // One more in December: 2 / ((11 × 40 + 39) / 12) = 2 / 39.92 = 5.01 %. Two more: 3 / 39.83 = 7.53 %.
    expect(room).toMatchObject({ kind: "room", people: 1, worstCase: true });
    expect(explainHeadRoom(room).zh).toContain("按减少人员均领取失业保险金推算");
  });

  it("is lost for good once too many draw benefit", () => {
    const facts = someFacts({
      date: "2025-12-31",
      insured: { "2024-12": 40, ...wholeYear(2025, 40) },
      own: { "new-claimants 2025": 4 },
    });
    expect(assessPolicy(policy("stability-refund"), facts, "2025-12-31").headRoom).toMatchObject({ kind: "lost" });
  });

  it("does without the year-end before where no formula asks for it", () => {
    const facts = someFacts({
      date: "2025-12-31",
      insured: wholeYear(2025, 40),
      own: { "new-claimants 2025": 1 },
    });
    const room = assessPolicy(policy("stability-refund"), facts, "2025-12-31").headRoom!;
    expect(room).toMatchObject({ kind: "room", people: 1, start: null });
    expect(explainHeadRoom(room).zh).toContain("2024年末未报");
  });

  it("names the recipients when they are not known, not the months to come", () => {
    const facts = someFacts({ date: "2025-09-30", insured: { "2024-12": 40, ...wholeYear(2025, 40) } });
    const room = assessPolicy(policy("stability-refund"), facts, "2025-09-30").headRoom!;
    expect(room.kind === "unknown" && room.missing.map(({ fact, period }) => `${fact} ${period}`)).toEqual([
      "new-claimants 2025",
    ]);
  });
});

const origin = { kind: "convention", note: text("测试", "test") } as const;
const percent = (value: number) => ({ value, unit: "%", origin, validFrom: "2020-01" });

const ruleOf = (formulas: readonly FormulaName[], countedAt: SmallRule["countedAt"], limit: number): ReductionRule => ({
  ...{ kind: "reduction", id: "reduction", name: text("减少率", "reduction"), origin, formulas },
  limit: percent(limit),
  small: { upTo: { ...percent(30), unit: "persons" }, limit: percent(20), countedAt },
});

/** A refund that asks for nothing but the reduction, and never ends. */
const refundBy = (rule: ReductionRule): SupportPolicy => ({
  ...{ code: "test", name: text("测试", "test"), instrument: "refund", beneficiary: text("企业", "enterprises") },
  department: "hrss",
  variants: [
    {
      ...{ code: "test", place: "", validFrom: "2020-01-01", validTo: null, source: origin, rules: [rule] },
      amount: { kind: "terms", says: text("无", "none") },
    },
  ],
});

const rules = fc.record({
  formulas: fc.subarray(Object.keys(FORMULAS) as FormulaName[], { minLength: 1 }),
  countedAt: fc.constantFrom("start", "end", "average") as fc.Arbitrary<SmallRule["countedAt"]>,
  limit: fc.constantFrom(5.4, 5.5, 5.6, 6),
});

describe("head-room as a property", () => {
  it("is exactly the largest number that may leave with next year's claim still standing", () => {
    const start = fc.oneof(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 46, max: 400 }));
    fc.assert(
      fc.property(
        rules,
        start,
        fc.integer({ min: -40, max: 40 }),
        fc.nat(6),
        ({ formulas, countedAt, limit }, n, d, c) => {
          const rule = ruleOf(formulas, countedAt, limit);
          const current = Math.max(0, n + d);
          const own = { "claimants 2023": c, "new-claimants 2023": c };
          const known = { "2022-12": n, ...monthsTo(6, n, current) };
          const room = headRoomOn(rule, someFacts({ date: DATE, insured: known, own }), DATE);
          const standsAfter = (leavers: number) => eligibleAfter(rule, n, current, c, leavers);
          if (room.kind === "unknown") throw new Error("all figures are there");
          if (room.kind === "room") {
            for (let leavers = 0; leavers <= room.people; leavers++) expect(standsAfter(leavers)).toBe(true);
            if (room.people < current) expect(standsAfter(room.people + 1)).toBe(false);
          } else {
            expect(standsAfter(0)).toBe(false);
            const most = Math.max(n, current) - current;
            const regained = room.kind === "regain" ? room.people : most + 1;
            for (let back = 1; back < regained; back++) expect(standsAfter(-back)).toBe(false);
            if (room.kind === "regain") expect(standsAfter(-regained)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** January to May as the year began, and the sixth month as it is now. */
const monthsTo = (month: number, before: number, now: number): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: month }, (_, i) => [`2023-0${i + 1}`, i + 1 < month ? before : now] as const),
  );

/** The assessment of the year after, if from June on so many fewer were insured and each leaver drew benefit. */
function eligibleAfter(
  rule: ReductionRule,
  start: number,
  current: number,
  claimants: number,
  leavers: number,
): boolean {
  const insured = {
    "2022-12": start,
    ...wholeYear(
      2023,
      Array.from({ length: 12 }, (_, i) => (i < 5 ? start : current - leavers)),
    ),
  };
  const drawing = claimants + Math.max(0, leavers);
  const own = { "claimants 2023": drawing, "new-claimants 2023": drawing };
  const date = "2024-06-30";
  return assessPolicy(refundBy(rule), someFacts({ date, insured, own }), date).outcome === "eligible";
}
