import { describe, expect, it } from "vitest";
import { type Text, text } from "../../../models/text.ts";
import { type MonthlyFacts, monthlyFacts } from "../../../reports/facts.ts";
import type { MonthlyInput } from "../../../reports/input.ts";
import { exact, inProse, percent, rateInWords, signed } from "../../../reports/number.ts";
import * as changeWords from "../../../reports/wording/change.ts";
import * as leadWords from "../../../reports/wording/lead.ts";
import { sentences } from "../../../reports/wording/say.ts";
import * as withoutWords from "../../../reports/wording/without-largest.ts";
import { handPanel, type TestEnterprise } from "../../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "../monthly-input.ts";

/** A sentence's Chinese. */
const zh =
  <Facts extends readonly unknown[]>(say: (...facts: Facts) => Text) =>
  (...facts: Facts): string =>
    say(...facts).zh;

const changePhrase = zh(changeWords.changePhrase);
/** The lead paragraph as the report puts it together. */
const leadParagraph = zh((facts: MonthlyFacts) =>
  sentences(leadWords.leadSentences(facts), leadWords.judgementSentence(facts)),
);
const withoutDominantSentences = zh(withoutWords.withoutDominantSentences);

const factsOf = (enterprises: readonly TestEnterprise[], changes: Partial<MonthlyInput> = {}, month = "2025-12") =>
  monthlyFacts(monthlyInput(handPanel(month, enterprises), changes));

describe("numbers", () => {
  it.each([
    [827 / 76_061, "1.09%"],
    [1_370 / 84_472, "1.62%"],
    [450 / 35_244, "1.28%"],
    [-10 / 150, "-6.67%"],
    [-0.0359, "-3.59%"],
    [201 / 20_000, "1.01%"], // 1.005 by hand rounds up, in floating point down
    [-1 / 300_000, "0.00%"],
  ])("the rate %s prints %s", (rate, printed) => expect(percent(rate)).toBe(printed));

  it("are exact in tables and short in prose", () => {
    expect([exact(1234567), exact(-1234.5), exact(null), signed(12), signed(-12), signed(0)]).toEqual([
      ...["1,234,567", "-1,234.5", "—", "+12", "-12", "0"],
    ]);
    expect([inProse(9876), inProse(76061), inProse(123456789)]).toEqual(["9,876", "7.61万", "1.23亿"]);
  });

  it("tell no sample from a base of 0", () => {
    expect(exact(null)).toBe("—");
    expect(rateInWords(null)).toEqual({ zh: "不可计算", en: "not computable" });
  });
});

describe("a change in words", () => {
  it.each([
    [{ matched: 9, change: -12, rate: -0.0035 }, "环比", "减少12人，环比下降0.35%"],
    [{ matched: 9, change: 5, rate: 0.001 }, "同比", "增加5人，同比上升0.10%"],
    [{ matched: 9, change: 0, rate: 0 }, "环比", "环比持平"],
    [{ matched: 9, change: -1, rate: -1 / 300_000 }, "较年初", "减少1人，较年初下降不足0.01%"],
    [{ matched: 9, change: -3, rate: -0.3, base: 10 }, "环比", "减少3人，环比下降30.00%"],
    [{ matched: 2, change: -3, rate: -1 / 3, base: 9 }, "环比", "减少3人，环比由9人变为6人"],
    [{ matched: 2, change: 5, rate: null }, "环比", "增加5人，基期为0，环比不可计算"],
    [{ matched: 0, change: 0, rate: null }, "同比", "同比无共同样本，不作比较"],
  ])("%o is %s", (change, compared, words) => expect(changePhrase(change, text(compared, "m/m"))).toBe(words));
});

/** All persons with one of three enterprises, which are as many as a movement is spoken of. */
const ofThree = (base: number, now: number) =>
  [
    [base, now],
    [0, 0],
    [0, 0],
  ].map((history) => ({ history }));

describe("the lead paragraph", () => {
  it("says who reported, what changed gross and net, and that the month is usual", () => {
    const facts = factsOf([{ history: [1000, 990] }, { history: [2000, 1998] }, { history: [400, 400] }]);
    expect(leadParagraph(facts)).toBe(
      "2025年12月，巫山县应报企业3户，已报3户，期末用工3,388人。与上月共同样本3户相比，用工小幅下降：减少12人，环比下降0.35%，其中减员企业减少12人、增员企业增加0人。净变动率-0.35%，不低于正常月份下限-0.60%，用工变动处于正常范围。",
    );
  });

  it("tells the share that reported of ten enterprises and more, of fewer their numbers alone", () => {
    const of = (many: number) => leadParagraph(factsOf(Array.from({ length: many }, () => ({ history: [9, 9] }))));
    expect(of(9)).toContain("应报企业9户，已报9户，期末用工81人。");
    expect(of(10)).toContain("应报企业10户，已报10户，报送率100.0%，期末用工90人。");
  });

  it.each([
    [994, [], "normal"],
    [993, [], "watch"],
    [970, [], "watch"],
    [969, [], "act"],
    [1100, [], "normal"],
    [1000, [alert({ level: "orange" })], "watch"],
    [1000, [alert({ level: "red" })], "act"],
    [1000, [alert({ level: "blue" })], "normal"],
  ])("of 1000 → %d people with these alerts is judged %s", (now, alerts, verdict) => {
    const facts = factsOf(ofThree(1000, now), { alerts: alerts as MonthlyInput["alerts"] });
    expect(facts.judgement.verdict).toBe(verdict);
  });

  it.each([
    [1, [[8, 7]], "减少1人，环比由8人变为7人"],
    [
      2,
      [
        [8, 12],
        [4, 4],
      ],
      "增加4人，环比上升33.33%",
    ], // 16 − 12 of 12
  ] as const)(
    "of %d enterprises compared lists the change, and calls it no movement of the county",
    (count, histories, change) => {
      const facts = factsOf(histories.map((history) => ({ history })));
      expect(facts.judgement).toEqual({ verdict: "unknown", reasons: ["too-few"] });
      const lead = leadParagraph(facts);
      expect(lead).toContain(
        `与上月共同样本仅${count}户，不足以反映总体变动，只列增减：${change}。共同样本不足3户，不据净变动率判断，总体无法判断。`,
      );
      expect(lead).not.toMatch(/大幅|小幅|正常范围/);
    },
  );

  it("still says what alerts ask for where few are compared", () => {
    const facts = factsOf([{ history: [100, 50] }], { alerts: [alert({ level: "red" })] });
    expect(facts.judgement.verdict).toBe("act");
    expect(leadParagraph(facts)).toContain("不据净变动率判断，红色预警企业1户，总体需处置。");
  });

  it("gives every reason for its judgement", () => {
    const met = {
      rule: "r",
      name: text("多户集中减员", "x"),
      level: "red",
      enterprises: 6,
      needed: 5,
      bound: null,
      met: true,
    };
    const facts = factsOf(ofThree(1000, 950), { alerts: [alert({ level: "red" })], collective: [met] });
    expect(leadParagraph(facts)).toContain(
      "净变动率-5.00%低于处置界限-3.00%，触发全域规则“多户集中减员”，红色预警企业1户，总体需处置。",
    );
  });

  it("does not blame the net change for what an alert says", () => {
    expect(leadParagraph(factsOf(ofThree(1000, 1000), { alerts: [alert()] }))).toContain(
      "净变动率0.00%，不低于正常月份下限-0.60%；但橙色预警企业1户，总体需关注。",
    );
  });

  it("without data says why, and that silence is not normal", () => {
    const lead = leadParagraph(factsOf([]));
    expect(lead).toContain("没有应报企业");
    expect(lead).toContain("未报不等于正常");
    expect(leadParagraph(factsOf([{ history: [5, null] }]))).toContain("应报企业1户，均未报送");
  });

  it("keeps its reservations when few reported or Spring Festival moves the month", () => {
    const thin = factsOf([{ history: [100, 100] }, { history: [9, null] }]);
    expect(leadParagraph(thin)).toContain("报送率低于90.0%，以上判断以已报企业为限。");
    expect(leadParagraph(factsOf([{ history: [100, 99] }], {}, "2025-02"))).toContain("环比仅供参考");
    const calendar = { ...PROFILE.calendar, springFestival: false };
    const kaunas = factsOf([{ history: [100, 99] }], { profile: { ...PROFILE, calendar } }, "2025-02");
    expect(leadParagraph(kaunas)).not.toContain("春节");
  });

  it("is said again without the largest employers, or says that nobody is left", () => {
    const many = [900, 800, 700, 600, 100, 100].map((n) => ({ history: [n, n - 1] }));
    expect(withoutDominantSentences(factsOf(many))).toBe(
      "剔除用工规模最大的4户企业（占已报用工的93.8%）后，期末用工198人，与上月共同样本2户相比，减少2人，环比下降1.00%。",
    );
    const newcomer: TestEnterprise = { history: [null, 100] };
    const others = [...[900, 800, 700, 600].map((n) => ({ history: [n, n - 1] })), newcomer];
    expect(withoutDominantSentences(factsOf(others))).toContain("后无共同样本，不作比较。");
    expect(withoutDominantSentences(factsOf(many.slice(0, 3)))).toBe("已报企业仅3户，不另作剔除大户的比较。");
  });
});
