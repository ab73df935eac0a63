import { describe, expect, it } from "vitest";
import { type Assessment, assessPolicies, assessPolicy } from "../../../models/policy/assess.ts";
import { explainAssessment } from "../../../models/policy/explain.ts";
import { explainAmount } from "../../../models/policy/explain-amount.ts";
import { allLists, type Given, policy, someFacts, wushan } from "./some-facts.ts";

const DATE = "2023-12-31";
const LISTS = allLists(2023);
const assess = (code: string, given: Given = {}, date = DATE) =>
  assessPolicy(policy(code), someFacts({ date, ofPlace: LISTS, ...given }), date);
const missingIn = ({ missing }: Assessment) => missing.map(({ fact }) => fact);

describe("the one-off hiring subsidy", () => {
  it("pays 2,000 yuan for everyone hired of the named groups: 3 + 2 + 1 people are 12,000 yuan", () => {
    const own = { "hires-graduates 2023": 3, "hires-youth 2023": 2, "hires-unemployed 2023": 1 };
    const assessment = assess("one-off-hiring", { own });
    expect(assessment.outcome).toBe("eligible");
    expect(assessment.amount).toMatchObject({ kind: "known", fen: 1_200_000 });
    expect(explainAmount(assessment.amount).zh).toBe("吸纳人数 6人 × 2,000元 = 12,000元");
  });

  it.each([
    ["nobody hired", {}, "not-eligible"],
    ["one hired", { "hires-youth 2023": 1 }, "eligible"],
    ["one hired the year before", { "hires-youth 2022": 1 }, "not-eligible"],
  ])("with %s: %o", (_, own, outcome) => {
    expect(assess("one-off-hiring", { own }).outcome).toBe(outcome);
  });

  it.each(["hires-graduates", "hires-youth", "hires-unemployed"])(
    "wants for %s when that list has not come in",
    (fact) => {
      const { [`${fact} 2023`]: _, ...ofPlace } = LISTS;
      const none = assess("one-off-hiring", { ofPlace });
      expect([none.outcome, missingIn(none)]).toEqual(["unknown", [fact]]);
      const other = fact === "hires-youth" ? "hires-graduates" : "hires-youth";
      const some = assess("one-off-hiring", { ofPlace, own: { [`${other} 2023`]: 2 } });
      expect([some.outcome, some.amount.kind, missingIn(some)]).toEqual(["eligible", "unknown", [fact]]);
    },
  );

  it.each([
    ["2023-12-31", "eligible"],
    ["2024-01-01", "not-eligible"],
  ])("ends with 2023: %s", (date, outcome) => {
    const own = { "hires-youth 2023": 1, "hires-youth 2024": 1 };
    expect(assess("one-off-hiring", { own, ofPlace: { ...LISTS, ...allLists(2024) } }, date).outcome).toBe(outcome);
  });

  it.each([
    ["91500237MA60000084", "eligible"],
    ["92500237MA60000084", "eligible"], // item 十七
    ["51500237MJ0000000X", "not-eligible"],
  ])("goes to %s: %s", (code, outcome) => {
    expect(assess("one-off-hiring", { code, own: { "hires-youth 2023": 1 } }).outcome).toBe(outcome);
  });
});

describe("the internship subsidy", () => {
  const base = { "trainees 2023": 100, "trainee-months 2023": 300 };

  it.each([
    // 300 months × 1,300 + 100 trainees × 100 = 400,000; × 1,500: 460,000
    [49, 100, 40_000_000],
    [50, 100, 46_000_000],
    [51, 100, 46_000_000],
    [1, 2, 46_000_000],
    [24, 49, 40_000_000], // 48.98 %
    [0, 0, 40_000_000], // nobody has completed: half is not reached
  ])("with %i of %i kept pays %i fen", (kept, completed, fen) => {
    const own = { ...base, "trainees-completed 2023": completed, "trainees-kept 2023": kept };
    expect(assess("internship-subsidy", { own }).amount).toMatchObject({ kind: "known", fen });
  });

  it("pays the months left when a trainee is hired early, at the same standard", () => {
    // 12 × 1,500 + 4 × 100 + 5 × 1,500 = 18,000 + 400 + 7,500 = 25,900
    const own = {
      ...{ "trainees 2023": 4, "trainee-months 2023": 12, "trainee-months-spared 2023": 5 },
      ...{ "trainees-completed 2023": 2, "trainees-kept 2023": 1 },
    };
    const { amount } = assess("internship-subsidy", { own });
    expect(explainAmount(amount).zh).toBe(
      "见习补贴 12人月 × 1,500元 = 18,000元；人身意外伤害保险补贴 4人 × 100元 = 400元；提前签约剩余期限补贴 5人月 × 1,500元 = 7,500元；合计25,900元",
    );
    expect(amount).toMatchObject({ fen: 2_590_000 });
  });

  it("has an unknown amount while the kept are not counted, and shows what is known", () => {
    const { "trainees-kept 2023": _, ...ofPlace } = LISTS;
    const assessment = assess("internship-subsidy", { ofPlace, own: { ...base, "trainees-completed 2023": 3 } });
    expect([assessment.outcome, assessment.amount.kind, missingIn(assessment)]).toEqual([
      "eligible",
      "unknown",
      ["trainees-kept"],
    ]);
    expect(explainAmount(assessment.amount).zh).toContain("人身意外伤害保险补贴 100人 × 100元 = 10,000元");
  });

  it("goes to public institutions and social organisations too, and to nobody without trainees", () => {
    expect(assess("internship-subsidy", { code: "12500237MB0000000X", own: base }).outcome).toBe("eligible");
    expect(assess("internship-subsidy").outcome).toBe("not-eligible");
  });
});

describe("subsidies by a local standard", () => {
  it.each([
    ["social-insurance-subsidy", { "hires-graduates 2023": 2 }, "社会保险补贴标准（本地）"],
    ["training-subsidy", { "trained 2023": 2 }, "职业培训补贴标准（本地，按工种）"],
    ["skills-subsidy", { "certified-staff 2023": 2 }, "技能提升补贴标准（本地，按证书等级）"],
  ])("%s names the standard that is missing and invents no sum", (code, own, standard) => {
    const assessment = assess(code, { own });
    expect([assessment.outcome, assessment.amount.kind]).toEqual(["eligible", "unknown"]);
    expect(assessment.missing.map(({ name, supplier }) => `${name.zh} ${supplier.zh}`)).toEqual([
      `${standard} 县人力社保局`,
    ]);
  });

  it("have no end where the document sets none", () => {
    const ofPlace = allLists(2026);
    const own = { "trained 2026": 1 };
    const assessment = assess("training-subsidy", { date: "2026-06-30", ofPlace, own }, "2026-06-30");
    expect([assessment.outcome, assessment.expiry?.kind]).toEqual(["eligible", "open-ended"]);
  });
});

describe("loans", () => {
  it.each([
    ["a small enterprise", { revenue: 500 }, "eligible"],
    ["a large one of the real economy", { own: { "large-enterprise 2023": 1, "real-economy 2023": 1 } }, "eligible"],
    ["a large one of another kind", { own: { "large-enterprise 2023": 1 } }, "not-eligible"],
    ["one of unknown size", { industry: null, ofPlace: {} }, "unknown"],
  ])("for keeping jobs go to %s", (_, given: Given, outcome) => {
    const assessment = assess("stability-loan", given);
    expect(assessment.outcome).toBe(outcome);
    if (outcome === "eligible") expect(explainAmount(assessment.amount).zh).toContain("不超过4%");
    if (outcome === "unknown") expect(missingIn(assessment)).toEqual(["industry", "real-economy"]);
  });

  it("for a start can be put off by a borrower in passing difficulty until the end of 2023", () => {
    const own = { "startup-loan 2023": 1, "disaster-hit 2023": 1 };
    const assessment = assess("startup-loan-extension", { own });
    expect(assessment.outcome).toBe("eligible");
    expect(explainAmount(assessment.amount)).toEqual({
      zh: "可申请展期还款，原则上不超过1年",
      en: "repayment may be put off, in principle a year at most",
    });
    expect(assess("startup-loan-extension", { own: { "startup-loan 2023": 1 } }).decidedBy?.rule.id).toBe(
      "disaster-hit",
    );
  });
});

describe("the rise of a wage total", () => {
  it.each([
    ["110", 1, "eligible"],
    ["国有企业", 1, "eligible"],
    ["110", 0, "not-eligible"],
    ["173", 1, "not-eligible"],
    [null, 1, "unknown"],
  ])("of ownership %s with approval %i is %s", (ownership, approved, outcome) => {
    expect(assess("wage-quota", { ownership, own: { "wage-quota-approved 2023": approved } }).outcome).toBe(outcome);
  });
});

describe("the bundle of three", () => {
  const hired = { "hires-graduates 2023": 5 };

  it("is there when one part is, and adds up what is known of its parts", () => {
    const assessment = assess("fast-subsidy", { own: hired });
    expect(assessment.outcome).toBe("eligible");
    expect(assessment.parts.map(({ policy: { code }, outcome }) => [code, outcome])).toEqual([
      ["social-insurance-subsidy", "eligible"],
      ["one-off-hiring", "eligible"],
      ["training-subsidy", "not-eligible"],
    ]);
    // The social insurance subsidy's standard is the place's, so only the 5 × 2,000 yuan are known.
    expect(assessment.amount.kind).toBe("unknown");
    expect(explainAmount(assessment.amount).zh).toBe(
      "吸纳人数 5人 × 2,000元 = 10,000元；金额暂不能计算，缺社会保险补贴标准（本地）（县人力社保局）",
    );
  });

  it("adds up only the parts that are sure: a training list that has not come in adds nothing", () => {
    const { "trained 2023": _, ...ofPlace } = LISTS;
    const assessment = assess("fast-subsidy", { own: hired, ofPlace });
    expect(assessment.parts.map(({ outcome }) => outcome)).toEqual(["eligible", "eligible", "unknown"]);
    expect(missingIn(assessment)).toEqual(["local-standard"]);
  });

  it("is not there without hires", () => {
    expect(assess("fast-subsidy").outcome).toBe("not-eligible");
  });
});

describe("all policies of the county", () => {
  it("are assessed at once, in the profile's order", () => {
    const all = assessPolicies(wushan, someFacts({ ofPlace: LISTS }), DATE);
    expect(all.map(({ policy: { code } }) => code)).toEqual(wushan.policies.map(({ code }) => code));
  });

  it("say so when a place has no such policy", () => {
    const assessment = assess("one-off-hiring", { place: "420500" });
    expect([assessment.outcome, assessment.variant]).toEqual(["not-eligible", null]);
    expect(explainAssessment(assessment).map(({ zh }) => zh)).toEqual([
      "一次性吸纳就业补贴：不符合条件，本地区没有这项政策",
    ]);
  });

  it("are explained line by line in both languages", () => {
    const given: Given = {
      insured: { "2021-12": 100, "2022-12": 95, "2023-12": 94 },
      own: { "premiums-paid 2022": 12_345.6 },
    };
    const lines = explainAssessment(assess("stability-refund", given));
    expect(lines.map(({ zh }) => zh)).toEqual([
      "失业保险稳岗返还：符合条件",
      "  符合 单位存续：名录中为存续单位",
      "  符合 适用对象：代码91××，企业",
      "  符合 参保人数减少率（裁员率）：减少率（上年末−年末）÷上年末 5/100 = 5.0% ≤ 5.5%",
      "  符合 非严重违法失信：未列入2023年严重违法失信名单",
      "  符合 非“僵尸企业”：未列入2023年“僵尸企业”名单",
      "  金额：2022年实际缴纳失业保险费 12,345.60元 × 60% = 7,407.36元",
      "  余量：再减少 5 人即失去返还资格（2022年末95人，2023年12月94人，按现行标准至2023年末）",
      "  期限：2023年12月31日到期，今日为最后一日",
      "  依据：巫山府办发〔2023〕57号第（六）条（落实渝府办发〔2023〕57号）",
      "  说明：劳务派遣单位所得资金归实际用工单位，谁用工谁受益",
    ]);
    for (const { en } of lines) expect(en).not.toMatch(/[，。：；]/);
    expect(lines[3]!.en).toBe(
      "  holds Reduction of the insured (layoff rate): reduction (year-end before − year-end) ÷ year-end before 5/100 = 5.0% ≤ 5.5%",
    );
    expect(explainAssessment(assess("stability-refund", given, "2023-12-28")).map(({ zh }) => zh)).toContain(
      "  期限：2023年12月31日到期，还有 3 天",
    );
    expect(explainAssessment(assess("stability-refund", given, "2024-01-02")).map(({ zh }) => zh)[0]).toBe(
      "失业保险稳岗返还：不符合条件，2023年12月31日已到期，已过 2 天",
    );
  });
});
