import { describe, expect, it } from "vitest";
import { type Assessment, assessPolicy } from "../../../models/policy/assess.ts";
import { explainAmount } from "../../../models/policy/explain-amount.ts";
import { explainRule } from "../../../models/policy/explain-rule.ts";
import { variantOn } from "../../../models/policy/variant-on.ts";
import { allLists, type Given, policy, someFacts, wholeYear } from "./some-facts.ts";

const refund = policy("stability-refund");
const assess = (given: Given, date: string) => assessPolicy(refund, someFacts({ date, ...given }), date);
const reductionIn = ({ rules }: Assessment) => rules.find(({ rule }) => rule.id === "reduction")!;
const missingIn = ({ missing }: Assessment) => missing.map(({ fact, period }) => `${fact} ${period}`);

describe("the refund elsewhere and later", () => {
  it.each([
    ["500237", "2023-10-15", "wushan-2023", true],
    ["500237", "2022-10-15", "national-2022", true],
    ["330100", "2022-10-15", "hangzhou-2022", true],
    ["430400", "2021-06-30", "hengyang-2021", true],
    ["500237", "2024-06-01", "national-2024", true],
    ["500237", "2025-05-01", "national-2025", true],
    ["500237", "2025-06-11", "national-2025", true],
    ["500237", "2025-06-12", "chongqing-2025", true],
    ["500237", "2025-07-01", "chongqing-2025-07", true],
    ["420500", "2025-07-01", "national-2025-07", true],
    ["420500", "2025-06-30", "national-2025", true],
    ["420500", "2023-10-15", "national-2022", false],
    ["500237", "2026-01-01", "chongqing-2025-07", false],
    ["500237", "2021-01-01", "national-2022", false],
  ])("in %s on %s goes by %s (in force: %s)", (place, date, code, inForce) => {
    const chosen = variantOn(refund, place, date);
    expect([chosen?.variant.code, chosen?.inForce]).toEqual([code, inForce]);
  });

  const HANGZHOU: Given = {
    place: "330106",
    date: "2022-12-01",
    insured: { "2020-12": 100, "2021-12": 90 },
    own: { "premiums-paid 2021": 1000, "months-paid-in-full 2021": 12, "claimants 2021": 5 },
    ofPlace: { ...allLists(2022), ...allLists(2021) },
  };

  it("takes either formula where the place says so: 10 of 100 gone, but only 5 drew benefit", () => {
    const assessment = assess(HANGZHOU, "2022-12-01");
    expect(assessment.outcome).toBe("eligible");
    expect(explainRule(reductionIn(assessment)).zh).toBe(
      "减少率（上年末−年末）÷上年末 10/100 = 10.0% > 5.5%；或 裁员率 领金人数÷上年末 5/100 = 5.0% ≤ 5.5%",
    );
  });

  it("does not need the second formula where the first passes, nor calls it failed while the second is unknown", () => {
    const ofPlace = allLists(2022);
    const own = { "premiums-paid 2021": 1000, "months-paid-in-full 2021": 12 };
    const passes = assess({ ...HANGZHOU, own, ofPlace, insured: { "2020-12": 100, "2021-12": 95 } }, "2022-12-01");
    expect(passes.outcome).toBe("eligible");
    const open = assess({ ...HANGZHOU, own, ofPlace }, "2022-12-01");
    expect([open.outcome, missingIn(open)]).toEqual(["unknown", ["claimants 2021"]]);
  });

  it("counts the small ones at the year's end in Hangzhou: 33 down to 30 may lose a fifth", () => {
    const own = { ...HANGZHOU.own, "claimants 2021": 4 };
    const to30 = assess({ ...HANGZHOU, own, insured: { "2020-12": 33, "2021-12": 30 } }, "2022-12-01");
    expect([to30.outcome, explainRule(reductionIn(to30)).zh]).toEqual([
      "eligible",
      "减少率（上年末−年末）÷上年末 3/33 = 9.09% ≤ 20%；或 裁员率 领金人数÷上年末 4/33 = 12.12% ≤ 20%（按30人及以下企业标准）",
    ]);
    const to31 = assess({ ...HANGZHOU, own, insured: { "2020-12": 33, "2021-12": 31 } }, "2022-12-01");
    expect(to31.outcome).toBe("not-eligible");
  });

  it("reckons over the year's mean in Hengyang, where the limit was 6 %", () => {
    // Mean of 106 … 95 = (106 + 95) / 2 = 100.5; January − December = 11, 11 / 100.5 = 10.95 %; 6 / 100.5 = 5.97 %.
    const insured = wholeYear(
      2020,
      Array.from({ length: 12 }, (_, i) => 106 - i),
    );
    const own = { "premiums-paid 2020": 500, "months-paid-in-full 2020": 12, "claimants 2020": 6 };
    const given = { place: "430400", insured, own, ofPlace: allLists(2021) };
    const assessment = assess(given, "2021-06-30");
    expect(explainRule(reductionIn(assessment)).zh).toBe(
      "裁员率（1月末−12月末）÷月平均 11/100.5 = 10.95% > 6%；或 裁员率 领金人数÷月平均 6/100.5 = 5.97% ≤ 6%",
    );
    expect(assessment.outcome).toBe("eligible");
    const worse = assess({ ...given, own: { ...own, "claimants 2020": 7 } }, "2021-06-30");
    expect(worse.outcome).toBe("not-eligible"); // 7 / 100.5 = 6.97 %
  });

  const CHONGQING: Given = {
    insured: { "2023-12": 40, ...wholeYear(2024, 40) },
    own: { "premiums-paid 2024": 10_000, "months-paid-in-full 2024": 12, "new-claimants 2024": 2 },
    ofPlace: { ...allLists(2025), "fund-reserve-months 2024-12": 11.9 },
  };

  it("reckons new recipients over the year's mean in Chongqing in 2025: 2 / 40 = 5 %, 3 / 40 = 7.5 %", () => {
    const assessment = assess(CHONGQING, "2025-08-31");
    expect(explainRule(reductionIn(assessment)).zh).toBe("裁员率 新增领金人数÷月平均 2/40 = 5.0% ≤ 5.5%");
    const own = { ...CHONGQING.own, "new-claimants 2024": 3 };
    expect(assess({ ...CHONGQING, own }, "2025-08-31").decidedBy?.rule.id).toBe("reduction");
  });

  it.each([
    ["2025-06-30", 12, 20, false],
    ["2025-07-01", 11.9, 20, false],
    ["2025-07-01", 12, 90, true],
  ])("on %s with %d months in the fund gives %i %% (at most: %s)", (date, months, rate, atMost) => {
    const ofPlace = { ...CHONGQING.ofPlace, "fund-reserve-months 2024-12": months };
    const { amount } = assess({ ...CHONGQING, ofPlace }, date);
    expect(amount).toMatchObject({ kind: "known", fen: rate * 10_000, atMost });
    expect(explainAmount(amount).zh.startsWith("最高 ")).toBe(atMost);
  });

  it("leaves the amount open from July 2025 while nobody says how long the fund could pay", () => {
    const assessment = assess({ ...CHONGQING, ofPlace: allLists(2025) }, "2025-08-31");
    expect([assessment.outcome, assessment.amount.kind]).toEqual(["eligible", "unknown"]);
    expect(missingIn(assessment)).toEqual(["fund-reserve-months 2024-12"]);
  });

  it.each([
    [11, "not-eligible"],
    [12, "eligible"],
  ])("asks for twelve months paid in full from 2024 on: %i is %s", (months, outcome) => {
    const own = { ...CHONGQING.own, "months-paid-in-full 2024": months };
    expect(assess({ ...CHONGQING, own }, "2025-08-31").outcome).toBe(outcome);
  });

  it("names every month that is missing from a year's mean", () => {
    const { "2024-03": _, "2024-09": __, ...insured } = CHONGQING.insured as Record<string, number>;
    const assessment = assess({ ...CHONGQING, insured }, "2025-08-31");
    expect([assessment.outcome, missingIn(assessment)]).toEqual([
      "unknown",
      ["insured-headcount 2024-03", "insured-headcount 2024-09"],
    ]);
  });

  it("asks in 2024 whether the fund could pay for a year, as 人社部发〔2024〕40号 does", () => {
    const given: Given = {
      insured: { "2022-12": 100, "2023-12": 100 },
      own: { "premiums-paid 2023": 1000, "months-paid-in-full 2023": 12 },
    };
    const on = (months: number) =>
      assess({ ...given, ofPlace: { ...allLists(2024), "fund-reserve-months 2023-12": months } }, "2024-06-30");
    expect([on(11.9).outcome, on(12).outcome]).toEqual(["not-eligible", "eligible"]);
    expect(on(12).amount).toMatchObject({ fen: 60_000, atMost: true });
  });
});
