import { describe, expect, it } from "vitest";
import { assessPolicy } from "../../../models/policy/assess.ts";
import { explainOutcome } from "../../../models/policy/explain.ts";
import { explainAmount } from "../../../models/policy/explain-amount.ts";
import { explainRule } from "../../../models/policy/explain-rule.ts";
import { allLists, type Given, policy, someFacts } from "./some-facts.ts";

const refund = policy("stability-refund");

/** Everything item 六 asks for, of an enterprise that went from 100 insured to 95 in 2022. */
const COUNTY: Given = {
  date: "2023-12-31",
  insured: { "2021-12": 100, "2022-12": 95 },
  own: { "premiums-paid 2022": 12_345.6 },
  ofPlace: allLists(2023),
};

const assess = (given: Given = {}, date = "2023-12-31") =>
  assessPolicy(refund, someFacts({ ...COUNTY, date, ...given }), date);
const lost = (start: number, end: number) => assess({ insured: { "2021-12": start, "2022-12": end } });
const reductionIn = (assessment: ReturnType<typeof assess>) =>
  assessment.rules.find(({ rule }) => rule.id === "reduction")!;
const missingIn = (assessment: ReturnType<typeof assess>) =>
  assessment.missing.map(({ fact, period }) => `${fact} ${period}`);

describe("the refund by the founding document", () => {
  it.each([
    // insured at the end of 2021 and 2022; share lost; limit (percent); inclusive
    [1000, 946, "54/1000 = 5.4% ≤ 5.5%", "eligible"],
    [1000, 945, "55/1000 = 5.5% ≤ 5.5%", "eligible"],
    [1000, 944, "56/1000 = 5.6% > 5.5%", "not-eligible"],
    [100, 95, "5/100 = 5.0% ≤ 5.5%", "eligible"],
    [31, 30, "1/31 = 3.23% ≤ 5.5%", "eligible"],
    [31, 29, "2/31 = 6.45% > 5.5%", "not-eligible"],
    [30, 24, "6/30 = 20.0% ≤ 20%", "eligible"],
    [30, 23, "7/30 = 23.33% > 20%", "not-eligible"],
    [20, 16, "4/20 = 20.0% ≤ 20%", "eligible"],
    [20, 15, "5/20 = 25.0% > 20%", "not-eligible"],
    [1, 0, "1/1 = 100.0% > 20%", "not-eligible"],
    [100, 103, "-3/100，未减少", "eligible"],
    [0, 3, "-3/0，未减少", "eligible"],
    // 5.5003 % is more than 5.5 % and must not read as 5.5 %.
    [109_999, 103_948, "6051/109999 = 5.501% > 5.5%", "not-eligible"],
  ])("takes %i insured down to %i as %s", (start, end, said, outcome) => {
    const assessment = lost(start, end);
    expect(explainRule(reductionIn(assessment)).zh).toContain(said);
    expect(assessment.outcome).toBe(outcome);
    expect(assessment.decidedBy?.rule.id ?? null).toBe(outcome === "eligible" ? null : "reduction");
  });

  it.each([
    ["2023-07-26", "not-eligible", "expired"], // that of 2022

    ["2023-07-27", "eligible", "in-force"],
    ["2023-12-31", "eligible", "in-force"],
    ["2024-01-01", "not-eligible", "expired"],
  ])("holds on %s: %s", (date, outcome, expiry) => {
    // The premium year is written in the document, so the year of the date changes nothing but the lists.
    const assessment = assess({ ofPlace: { ...allLists(2023), ...allLists(2024) } }, date);
    expect([assessment.outcome, assessment.expiry?.kind]).toEqual([outcome, expiry]);
  });

  it.each([
    // 12,345.60 × 60 % = 7,407.36
    [{}, 740_736, "2022年实际缴纳失业保险费 12,345.60元 × 60% = 7,407.36元"],
    // Large by 国统字〔2017〕213号: industry from 1000 people and 40,000万元 on. 12,345.60 × 30 % = 3,703.68
    [
      { insured: { "2021-12": 1000, "2022-12": 1000, "2023-12": 1000 }, revenue: 40_000 },
      370_368,
      "2022年实际缴纳失业保险费 12,345.60元 × 30% = 3,703.68元",
    ],
    // 999.99 × 60 % = 599.994, 1.25 × 60 % = .75, 0.05 × 30 % = .015 → .02
    [{ own: { "premiums-paid 2022": 999.99 } }, 59_999, "599.99元"],
    [{ own: { "premiums-paid 2022": 1.25 } }, 75, "0.75元"],
    [
      { own: { "premiums-paid 2022": 0.05, "large-enterprise 2023": 1 } },
      2,
      "2022年实际缴纳失业保险费 0.05元 × 30% = 0.02元",
    ],
    // An association is paid like a small enterprise whatever its size.
    [{ code: "51500237MJ0000000X", industry: null }, 740_736, "× 60%"],
  ])("pays %o exactly %i fen", (given: Given, fen, said) => {
    const { amount } = assess(given);
    expect(amount).toMatchObject({ kind: "known", fen, atMost: false });
    expect(explainAmount(amount).zh).toContain(said);
  });

  it.each([
    ["an enterprise", "91500237MA60000084", "eligible"],
    ["an association", "51500237MJ0000000X", "eligible"],
    ["a social service body", "52500237MJ0000000X", "eligible"],
    ["a foundation", "53500000MJ0000000X", "eligible"],
    ["a law firm", "31500000MD0000000X", "eligible"],
    ["an individual business", "92500237MA60000084", "eligible"],
    ["a public institution", "12500237MB0000000X", "not-eligible"],
    ["a farmers' cooperative", "93500237MA60000084", "not-eligible"],
    ["a code of another scheme", "123456789", "unknown"],
  ])("decides on %s by its code", (_, code, outcome) => {
    expect(assess({ code }).outcome).toBe(outcome);
  });

  it.each([
    ["the year-end before", { insured: { "2022-12": 95 } }, ["insured-headcount 2021-12"]],
    ["the year-end", { insured: { "2021-12": 100 } }, ["insured-headcount 2022-12"]],
    ["the list of the dishonest", { ofPlace: without("severe-dishonesty 2023") }, ["severe-dishonesty 2023"]],
    ["the list of zombies", { ofPlace: without("zombie 2023") }, ["zombie 2023"]],
    ["a code that says what it is", { code: "X1" }, ["entity-kind null"]],
  ])("is unknown without %s, and says what is missing", (_, given: Given, missing) => {
    const assessment = assess(given);
    expect(assessment.outcome).toBe("unknown");
    expect(missingIn(assessment)).toEqual(expect.arrayContaining(missing));
    for (const { name, supplier } of assessment.missing) {
      expect(name.zh).not.toBe("");
      expect(supplier.zh).toMatch(/^县/);
    }
  });

  it.each([
    ["the premiums", { own: {} }, ["premiums-paid 2022"]],
    // Premiums of another year are not those that are refunded.
    ["the premiums of 2022", { own: { "premiums-paid 2023": 900, "premiums-paid 2021": 800 } }, ["premiums-paid 2022"]],
    ["what its size follows from", { industry: null }, ["industry null"]],
    ["a size class for finance", { industry: "6620" }, ["size-class null"]],
    [
      "revenue, where staff alone does not settle it",
      { insured: { "2021-12": 1000, "2022-12": 1000, "2023-12": 1000 }, revenue: null },
      ["revenue null"],
    ],
  ])("has an unknown amount without %s, though the enterprise is eligible", (_, given: Given, missing) => {
    const assessment = assess(given);
    expect(assessment.outcome).toBe("eligible");
    expect(assessment.amount.kind).toBe("unknown");
    expect(missingIn(assessment)).toEqual(missing);
  });

  it("names the missing fact, its year and who could supply it in the sentence", () => {
    expect(explainOutcome(assess({ ofPlace: without("zombie 2023") })).zh).toBe(
      "暂无法判断，缺2023年“僵尸企业”名单（县经济信息委）",
    );
    const { amount } = assess({ own: { "premiums-paid 2023": 900 } });
    expect(explainAmount(amount).zh).toBe("金额暂不能计算，缺2022年实际缴纳失业保险费（县人力社保局）");
  });

  it.each([
    ["is on the list of the dishonest", { own: { "severe-dishonesty 2023": 1 } }, "severe-dishonesty"],
    ["is a zombie", { own: { "zombie 2023": 1 } }, "zombie"],
    ["was struck off on the day", { validTo: "2023-12-31" }, "operating"],
  ])("goes to nobody who %s", (_, given: Given, rule) => {
    const assessment = assess(given);
    expect([assessment.outcome, assessment.decidedBy?.rule.id]).toEqual(["not-eligible", rule]);
    expect(assessment.amount).toEqual({ kind: "none" });
  });
});

function without(key: string): Record<string, number> {
  const { [key]: _, ...rest } = allLists(2023);
  return rest;
}
