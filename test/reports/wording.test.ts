import { describe, expect, it } from "vitest";
import { text } from "../../models/text.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import type { MonthlyInput } from "../../reports/input.ts";
import { exact, inProse, percent, rateOf, signed } from "../../reports/number.ts";
import { ruleWords } from "../../reports/threshold-words.ts";
import { comparisonSentences, joinedSentence, leadParagraph, withoutDominantSentences } from "../../reports/wording.ts";
import { alertSentence, historySentence, LABEL_NOTE } from "../../reports/wording-alerts.ts";
import { changePhrase } from "../../reports/wording-change.ts";
import { estimatedSentence, movementCheck, nextMonthSentence } from "../../reports/wording-forms.ts";
import { flowSentences, movedSentence, reasonSentence, yearAgoNote } from "../../reports/wording-movement.ts";
import { coverageSentence } from "../../reports/wording-quality.ts";
import { handPanel, type TestEnterprise } from "../models/panels.ts";
import { alert, monthlyInput, PROFILE, THRESHOLDS } from "./monthly-input.ts";

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
    [null, "不可计算"],
  ])("the rate %s prints %s", (rate, printed) => expect(percent(rate)).toBe(printed));

  it("are exact in tables and short in prose", () => {
    expect([exact(1234567), exact(-1234.5), exact(null), signed(12), signed(-12), signed(0)]).toEqual([
      ...["1,234,567", "-1,234.5", "—", "+12", "-12", "0"],
    ]);
    expect([inProse(9876), inProse(76061), inProse(123456789)]).toEqual(["9876", "7.61万", "1.23亿"]);
  });

  it("tell no sample from a base of 0", () => {
    expect(rateOf({ matched: 0, rate: null })).toBe("—");
    expect(rateOf({ matched: 3, rate: null })).toBe("不可计算");
  });
});

describe("a change in words", () => {
  it.each([
    [{ matched: 9, change: -12, rate: -0.0035 }, "环比", "减少12人，环比下降0.35%"],
    [{ matched: 9, change: 5, rate: 0.001 }, "同比", "增加5人，同比上升0.10%"],
    [{ matched: 9, change: 0, rate: 0 }, "环比", "环比持平"],
    [{ matched: 9, change: -1, rate: -1 / 300_000 }, "较年初", "减少1人，较年初下降不足0.01%"],
    [{ matched: 2, change: 5, rate: null }, "环比", "增加5人，基期为0，环比不可计算"],
    [{ matched: 0, change: 0, rate: null }, "同比", "同比无共同样本，不作比较"],
  ])("%o is %s", (change, compared, words) => expect(changePhrase(change, compared)).toBe(words));
});

describe("the lead paragraph", () => {
  it("says who reported, what changed gross and net, and that the month is usual", () => {
    const facts = factsOf([{ history: [1000, 990] }, { history: [2000, 1998] }, { history: [400, 400] }]);
    expect(leadParagraph(facts)).toBe(
      "2025年12月，巫山县应报企业3户，已报3户，报送率100.0%，期末用工3388人。与上月共同样本3户相比，减少12人，环比下降0.35%，其中减员企业减少12人、增员企业增加0人。净变动率-0.35%，不低于正常月份下限-0.60%，用工变动处于正常范围。",
    );
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
    const facts = factsOf([{ history: [1000, now] }], { alerts: alerts as MonthlyInput["alerts"] });
    expect(facts.judgement.verdict).toBe(verdict);
  });

  it("gives every reason for its judgement", () => {
    const rule = { rule: "r", level: "red", needed: 5, bound: null };
    const met = { ...rule, name: text("多户集中减员", "x"), enterprises: 6, met: true };
    const facts = factsOf([{ history: [1000, 950] }], { alerts: [alert({ level: "red" })], collective: [met] });
    expect(leadParagraph(facts)).toContain(
      "净变动率-5.00%低于处置界限-3.00%，触发全域规则“多户集中减员”，红色预警企业1户，总体需处置。",
    );
  });

  it("does not blame the net change for what an alert says", () => {
    expect(leadParagraph(factsOf([{ history: [1000, 1000] }], { alerts: [alert()] }))).toContain(
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
    expect(withoutDominantSentences(factsOf(many.slice(0, 3)))).toContain("后无共同样本，不作比较。");
  });
});

describe("the parts", () => {
  it("name 环比, 同比, 较年初 and 较首次建档 each", () => {
    const history = [100, ...Array(11).fill(110), 99];
    expect(comparisonSentences(factsOf([{ history, first: 90 }]))).toBe(
      "按共同样本比较：减少11人，环比下降10.00%；减少1人，同比下降1.00%；减少1人，较年初下降1.00%；增加9人，较首次建档上升10.00%。",
    );
  });

  it("join January and February, or say that this is not yet possible", () => {
    const history = [100, 110, ...Array(10).fill(120), 90, 100];
    expect(joinedSentence(factsOf([{ history }], {}, "2025-02").joined, "2025-02")).toBe(
      "1—2月合并（两月平均，共同样本1户），2025年比上年同期减少10人，同比下降9.52%。",
    );
    expect(joinedSentence(factsOf([{ history }], {}, "2025-01").joined, "2025-01")).toContain("须待2025年2月数据");
    expect(joinedSentence(null, "2025-12")).toBe("");
  });

  it("compare no single January or February with a year before, in any sentence", () => {
    const history = [100, 110, ...Array(10).fill(120), 90, 100];
    const february = factsOf([{ history, industry: 6 }], {}, "2025-02");
    expect(comparisonSentences(february)).not.toMatch(/(?<!上年同期减少10人，)同比/);
    expect(leadParagraph(february)).toContain("应与1—2月合并比较一并看：减少10人，合并同比下降9.52%。");
    expect(february.groups.section[0]!.yearAgoRate).toBeCloseTo(-10 / 105, 12);
    expect(yearAgoNote(february)).toContain("2月单月不作同比");
    const january = factsOf([{ history, industry: 6 }], {}, "2025-01");
    expect(comparisonSentences(january)).not.toMatch(/，同比/);
    expect(january.groups.section[0]!.yearAgoRate).toBeNull();
    expect(yearAgoNote(january)).toContain("1月单月不作同比");
    expect(yearAgoNote(factsOf([{ history }], {}, "2025-03"))).toBe("");
  });

  it("keep reasons given second or third beside the first ones", () => {
    const reasons = [{ term: 4, enterprises: 1, people: 20 }];
    const further = [
      { term: 10, enterprises: 2 },
      { term: 4, enterprises: 3 },
    ];
    const facts = factsOf([{ history: [100, 80] }], { reductions: { types: [], reasons, further } });
    expect(facts.reductions.reasons).toMatchObject([
      { name: { zh: "订单不足" }, enterprises: 1, people: 20, further: 3 },
      { name: { zh: "季节性用工" }, enterprises: 0, people: 0, further: 2 },
    ]);
  });

  it("hold hired less departed against the net change of the same enterprises", () => {
    const said = (change: number) =>
      movementCheck(
        factsOf([{ history: [100, 80] }], {
          movements: {
            ...{ enterprises: 3, hired: 12, departed: 30 },
            compared: { enterprises: 2, hired: 10, departed: 30, change },
          },
        }),
      );
    expect(said(-20)).toBe(
      "两月均报送且填报新招、减员的2户：新招10人、减员30人，相抵净减少20人；其用工净减少20人，两者相符。",
    );
    expect(said(-17)).toContain("相差3人，填报口径须核对。");
  });

  it("set last month's estimates beside what came", () => {
    const of = (estimated: MonthlyInput["estimated"]) =>
      estimatedSentence(factsOf([{ history: [1, 1] }], { estimated }));
    expect(of({ enterprises: 4, estimate: 200, actual: 190 })).toBe(
      "上月填报过本月预计且本月已报的4户企业：预计200人，实际190人，比预计少10人（-5.00%）。",
    );
    expect(of({ enterprises: 1, estimate: 5, actual: 5 })).toContain("与预计一致");
    expect(of(null)).toBe("");
  });

  it("tell gross loss from layoffs and name the groups that moved", () => {
    const facts = factsOf([
      { history: [100, 80], industry: 6 },
      { history: [50, 60], industry: 9 },
    ]);
    expect(flowSentences(facts)).toContain("岗位减少20人（岗位减少率13.79%），岗位增加10人（岗位增加率6.90%）");
    expect(flowSentences(facts)).toContain("不等于裁员");
    expect(movedSentence(facts, "section")).toBe(
      "用工减少较多的行业：制造业（减少20人，环比下降20.00%）；增加较多的：批发和零售业（增加10人，环比上升20.00%）。",
    );
  });

  it("say how much of the loss was given no reason", () => {
    const types = [{ term: 5, enterprises: 1, people: 15 }];
    expect(reasonSentence(factsOf([{ history: [100, 80] }], { reductions: { types, reasons: [], further: [] } }))).toBe(
      "岗位减少20人中，按减少类型：自然减员15人（占75.0%）；未填减少类型的5人（占25.0%），应补报。",
    );
  });

  it("count alerts by level and by what became of them", () => {
    const alerts = [alert(), alert({ level: "red", reason: "raised" }), alert({ level: null, reason: "closed" })];
    expect(alertSentence(factsOf([{ history: [1, 1] }], { alerts }))).toBe(
      "本月预警企业2户：红色1户、橙色1户；其中新增1户、升级1户；本月解除或撤回1户。",
    );
    expect(alertSentence(factsOf([{ history: [1, 1] }]))).toBe("本月无维持中的企业预警。");
    const waiting = [alert({ level: null, reason: "held-back" })];
    expect(alertSentence(factsOf([{ history: [1, 1] }], { alerts: waiting }))).toBe(
      "本月无维持中的企业预警。另有1户达到预警条件，因超出本月走访能力暂列观察。",
    );
  });

  it("never call a statutory line an alert", () => {
    expect(LABEL_NOTE).toContain("仅作标注，不构成预警");
  });

  it("say what was expected of an enterprise, and of the next month", () => {
    const fact = { ...alert(), openedMonth: "2025-12" };
    expect(historySentence(fact)).toBe("上月300人，本月240人；预计299人、低于272人为异常。");
    expect(historySentence({ ...fact, headcount: null, expected: null })).toBe("上月300人，本月未报；无预计值。");
    const nextMonth = { enterprises: 2, current: 100, estimate: 95 };
    expect(nextMonthSentence(factsOf([{ history: [1, 1] }], { nextMonth }))).toContain("比本月减少5人，预计下降5.00%");
  });

  it("never count a silent enterprise as 0", () => {
    expect(coverageSentence(factsOf([{ history: [9, 9] }, { history: [40, null] }]))).toBe(
      "应报2户，已报1户，报送率50.0%；未报1户（末次报送用工合计40人）。未报不按0计，也不按不变计，须逐户催报核实。",
    );
  });

  it("put a rule's conditions into words", () => {
    const words = THRESHOLDS.rules.map((rule) => ruleWords(rule, () => "裁员方案报告"));
    expect(words).toEqual([
      "当月异常值≤-4，且环比减少≥20人，且环比降幅≥10%",
      "近3个月有“裁员方案报告”动态",
      "环比减少≥20人",
    ]);
  });
});
