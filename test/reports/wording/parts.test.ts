import { describe, expect, it } from "vitest";
import { type Text, text } from "../../../models/text.ts";
import { adviceOn } from "../../../reports/advice/advice.ts";
import { type MonthlyFacts, monthlyFacts } from "../../../reports/facts.ts";
import type { MonthlyInput } from "../../../reports/input.ts";
import * as alertWords from "../../../reports/wording/alerts.ts";
import * as formWords from "../../../reports/wording/forms.ts";
import * as leadWords from "../../../reports/wording/lead.ts";
import * as movementWords from "../../../reports/wording/movement.ts";
import * as qualityWords from "../../../reports/wording/quality.ts";
import { sentences } from "../../../reports/wording/say.ts";
import { ruleWords } from "../../../reports/wording/thresholds.ts";
import { handPanel, type TestEnterprise } from "../../models/panels.ts";
import { alert, monthlyInput, PROFILE, THRESHOLDS } from "../monthly-input.ts";
import { pageOf } from "../page.ts";

/** A sentence's Chinese. */
const zh =
  <Facts extends readonly unknown[]>(say: (...facts: Facts) => Text) =>
  (...facts: Facts): string =>
    say(...facts).zh;

const { LABEL_NOTE } = alertWords;
const alertSentence = zh(alertWords.alertSentence);
const historySentence = zh(alertWords.historySentence);
const estimatedSentence = zh(formWords.estimatedSentence);
const movementCheck = zh(formWords.movementCheck);
const nextMonthSentence = zh(formWords.nextMonthSentence);
const comparisonSentences = zh(leadWords.comparisonSentences);
const joinedSentence = zh(leadWords.joinedSentence);
/** The lead paragraph as the report puts it together. */
const leadParagraph = zh((facts: MonthlyFacts) =>
  sentences(leadWords.leadSentences(facts), leadWords.judgementSentence(facts)),
);
const flowSentences = zh(movementWords.flowSentences);
const movedSentence = zh(movementWords.movedSentence);
const reasonSentence = zh(movementWords.reasonSentence);
const yearAgoNote = zh(movementWords.yearAgoNote);
const coverageSentence = zh(qualityWords.coverageSentence);

const factsOf = (enterprises: readonly TestEnterprise[], changes: Partial<MonthlyInput> = {}, month = "2025-12") =>
  monthlyFacts(monthlyInput(handPanel(month, enterprises), changes));

describe("the parts", () => {
  it("name 同比 and 较年初 each, and in December that they are the same", () => {
    const history = [100, ...Array(11).fill(110), 99];
    expect(comparisonSentences(factsOf([{ history, first: 90 }]))).toBe(
      "按共同样本比较：减少1人，同比（即较年初）下降1.00%。",
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
      { term: 10, enterprises: 2, people: 9 },
      { term: 4, enterprises: 3, people: 7 },
    ];
    const facts = factsOf([{ history: [100, 80] }], { reductions: { types: [], reasons, further } });
    expect(facts.reductions.reasons).toMatchObject([
      { name: { zh: "订单不足" }, enterprises: 1, people: 20, further: 3 },
      { name: { zh: "季节性用工" }, enterprises: 0, people: 0, further: 2 },
    ]);
  });

  it("add up hires and departures where they meet the headcount, and say of how many they do not", () => {
    const said = (differing: number, apart: number) =>
      movementCheck(
        factsOf([{ history: [100, 80] }], {
          movements: { enterprises: 2, hired: 10, departed: 30, change: -20, differing, apart },
        }),
      );
    expect(said(0, 0)).toBe(
      "两月均报送、填报新招和减员且与用工变动相符的2户：新招10人、减员30人，相抵净减少20人，即其用工变动。",
    );
    expect(said(1, 3)).toContain("另有1户填报与用工变动不符（逐户合计相差3人），未计入，填报口径须核对。");
  });

  it("set last month's estimates beside what came", () => {
    const of = (estimated: MonthlyInput["estimated"]) =>
      estimatedSentence(factsOf([{ history: [1, 1] }], { estimated }));
    expect(of({ enterprises: 4, estimate: 200, persons: 190 })).toBe(
      "上月填报过本月预计且本月已报的4户企业：预计200人，实际190人，比预计少10人（-5.00%）。",
    );
    expect(of({ enterprises: 1, estimate: 5, persons: 5 })).toContain("与预计一致");
    expect(of(null)).toBe("");
  });

  it("tell gross loss from layoffs and name the groups that moved", () => {
    const facts = factsOf([
      { history: [100, 80], industry: 6 },
      { history: [50, 60], industry: 9 },
    ]);
    expect(flowSentences(facts)).toContain("岗位减少20人（减少率13.79%）、增加10人（增加率6.90%）");
    expect(flowSentences(facts)).toContain("不等于裁员");
    expect(movedSentence(facts, "section")).toBe(
      "环比减少较多的行业：制造业减少20人（-20.00%）；增加较多的：批发和零售业增加10人（20.00%）。",
    );
  });

  it("name no township or industry where there is only one: it would be the whole once more", () => {
    const facts = factsOf([
      { history: [100, 80], industry: 6, region: 1 },
      { history: [50, 60], industry: 6, region: 1 },
      { history: [50, 55], industry: 6, region: 1 },
    ]);
    expect([movedSentence(facts, "section"), movedSentence(facts, "region")]).toEqual(["", ""]);
  });

  it("ask for no types and reasons where the place's forms have none", () => {
    const profile = { ...PROFILE, reductionTypes: [], reductionReasons: [] };
    const reductions = { types: [], reasons: [], further: [] };
    const facts = factsOf([{ history: [100, 80] }], { profile, reductions });
    expect(reasonSentence(facts)).toBe("");
    expect(adviceOn(facts).map(({ code }) => code)).not.toContain("unreported");
    expect(pageOf(facts)).toContain("本地区的数据不含减少类型和原因。");
    expect(pageOf(facts)).not.toContain("应补报");
  });

  it("say so instead of printing a table of nothing but stars", () => {
    const withheld = new Set(["sector:1", "sector:2", "sector:3", "sector:-"]);
    const page = pageOf(
      factsOf(
        [
          { history: [100, 80], industry: 6 },
          { history: [9, 9], industry: 9 },
        ],
        { withheld },
      ),
    );
    expect(page).toContain("三次产业用工变动：各组人数均不予公布（第二产业、第三产业）。");
  });

  it("do not say that nobody lost anything where nobody can be compared", () => {
    const facts = factsOf([{ history: [100, null] }, { history: [50, null] }]);
    expect(reasonSentence(facts)).toBe("");
    const page = pageOf(facts);
    expect(page).toContain("减少类型（各企业所报）：本月与上月无共同样本，无从比较。");
    expect(page).not.toMatch(/没有用工减少的企业|没有净变动/);
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
    expect(LABEL_NOTE.zh).toContain("仅作标注，不构成预警");
  });

  it("say what was expected of an enterprise, and of the next month", () => {
    const fact = { ...alert(), openedMonth: "2025-12" };
    expect(historySentence(fact)).toBe("上月300人，本月240人；预计299人、低于272人为异常。");
    expect(historySentence({ ...fact, headcount: null, expected: null })).toBe("上月300人，本月未报；无预计值。");
    const nextMonth = { enterprises: 2, persons: 100, estimate: 95 };
    expect(nextMonthSentence(factsOf([{ history: [1, 1] }], { nextMonth }))).toContain("比本月减少5人，预计下降5.00%");
  });

  it("never count a silent enterprise as 0", () => {
    expect(coverageSentence(factsOf([{ history: [9, 9] }, { history: [40, null] }]))).toBe(
      "应报2户，已报1户；未报1户（末次报送用工合计40人）。未报不按0计，也不按不变计，须逐户催报核实。",
    );
  });

  it("put a rule's conditions into words", () => {
    const words = THRESHOLDS.rules.map((rule) => ruleWords(rule, () => text("裁员方案报告", "plan")).zh);
    expect(words).toEqual([
      "当月异常值≤-4，且环比减少≥20人，且环比降幅≥10%",
      "近3个月有“裁员方案报告”动态",
      "环比减少≥20人",
    ]);
  });
});
