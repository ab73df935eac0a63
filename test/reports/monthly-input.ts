import { dominantEmployers } from "../../models/dominant.ts";
import { jobFlows } from "../../models/job-flows.ts";
import { comparisonsIn } from "../../models/joined-months.ts";
import { membershipOf, type RegisterFacts } from "../../models/membership.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { Level, Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { REPORT_KINDS } from "../../models/report-kind.ts";
import { text } from "../../models/text.ts";
import type { DetectorThresholds, Threshold, ThresholdSet } from "../../models/threshold.ts";
import { trend } from "../../models/trend.ts";
import { NO_FOLLOW_UP } from "../../reports/follow-up.ts";
import type { AlertInput, MonthlyInput, SilentEnterprise } from "../../reports/input.ts";
import { DETECTOR_WORDS } from "../../reports/wording/thresholds.ts";
import { COUNTY } from "../models/panels.ts";

export const threshold = (value: number, unit = "persons"): Threshold => ({
  ...{ value, unit, validFrom: "2023-01" },
  origin: { kind: "convention", note: text("本系统约定", "Convention") },
});

const statute = { kind: "statute", note: text("劳动合同法第四十一条", "Labour Contract Law, art. 41") } as const;

export const THRESHOLDS: ThresholdSet = {
  name: "wushan-1",
  validFrom: "2023-01",
  detector: Object.fromEntries(
    Object.keys(DETECTOR_WORDS).map((key) => [key, threshold(12, "months")]),
  ) as unknown as DetectorThresholds,
  rules: [
    {
      ...{ id: "shock", level: "orange", name: text("当月骤降", "Sudden fall") },
      when: { z: threshold(-4, "spreads"), fallPeople: threshold(20), fallShare: threshold(0.1, "share") },
      origin: { kind: "measured", note: text("回测", "Replay") },
    },
    {
      ...{ id: "plan", level: "red", name: text("裁员方案报告", "Layoff plan") },
      when: { event: "layoff-plan", eventMonths: threshold(3, "months") },
      origin: statute,
    },
    {
      ...{ id: "art41-people", level: null, name: text("裁减二十人以上（劳动合同法第四十一条）", "20 people") },
      when: { fallPeople: threshold(20) },
      origin: statute,
    },
  ],
  collective: [
    {
      ...{ id: "shandong", level: "red", name: text("多户集中减员", "Several at once") },
      ...{ enterprises: threshold(5, "enterprises"), fallPeople: threshold(50), fallShare: threshold(0.3, "share") },
      origin: { kind: "practice", note: text("山东2016", "Shandong 2016") },
    },
  ],
  decision: { downgradeAfter: threshold(2, "months"), closeAfter: threshold(2, "months") },
};

const level = (code: string, zh: string, numeral: string, shape: string, color: string): Level => ({
  ...{ code, numeral, shape, color },
  name: text(zh, code),
});

export const PROFILE = {
  ...COUNTY,
  name: "wushan",
  levels: [
    level("red", "红色", "Ⅰ", "▲", "#c8102e"),
    level("orange", "橙色", "Ⅱ", "◆", "#d9730d"),
    level("yellow", "黄色", "Ⅲ", "●", "#b58900"),
    level("blue", "蓝色", "Ⅳ", "■", "#2b6cb0"),
  ],
  reductionTypes: [
    { id: 3, name: text("经济性裁员", "Economic layoff") },
    { id: 5, name: text("自然减员", "Natural attrition") },
    { id: 6, name: text("正常解除或终止劳动合同", "Normal end of contract") },
  ],
  reductionReasons: [
    { id: 4, name: text("订单不足", "Few orders") },
    { id: 9, name: text("税收政策变化（包括税负增加或出口退税减少等）", "Tax") },
    { id: 10, name: text("季节性用工", "Seasonal work") },
  ],
  eventKinds: [{ code: "layoff-plan", name: text("裁员方案报告", "Layoff plan"), origin: statute }],
  ownerships: [{ code: "110", name: text("国有企业", "State-owned") }],
  departments: [
    { code: "miit", role: "regulator", name: text("县经济信息委", "Economy and Information") },
    { code: "office", role: "office", name: text("县就业工作领导小组办公室", "Office") },
    { code: "sasac", role: "ownership", name: text("县国资管理中心", "State assets") },
  ],
  regulations: [
    { department: "office", industry: "" },
    { department: "miit", industry: "C" },
    { department: "sasac", ownership: "110" },
  ],
  sizeRules: [
    {
      name: text("工业", "Industry"),
      industries: ["C"],
      large: { staff: 1000, revenue: 40000 },
      medium: { staff: 300, revenue: 2000 },
      small: { staff: 20, revenue: 300 },
    },
  ],
  correspondence: {
    issuers: [
      {
        department: "office",
        name: text("巫山县就业工作领导小组办公室", "Wushan Office"),
        word: text("巫山就业办发", "Wushan Employment Office"),
      },
    ],
    addressees: Object.fromEntries(REPORT_KINDS.map((kind) => [kind, text("县就业工作领导小组", "Leading Group")])),
    copies: [text("县人力社保局", "Human Resources")],
    governments: { street: text("办事处", " Office"), "": text("人民政府", " Government") },
  },
  calendar: { closeDay: threshold(5, "day"), springFestival: true },
  dominantEnterprises: threshold(4, "enterprises"),
  thresholds: THRESHOLDS,
} as unknown as Profile;

/** A whole report's input from a panel, as the month run would fill it; parts may be replaced. */
export function monthlyInput(
  panel: Panel,
  changes: Partial<MonthlyInput> = {},
  register: ReadonlyMap<number, RegisterFacts> = new Map(),
): MonthlyInput {
  const profile = changes.profile ?? PROFILE;
  const index = profileIndex(profile);
  const dominant = dominantEmployers(panel, profile.dominantEnterprises.value);
  const { springFestival } = profile.calendar;
  const membership = membershipOf(panel, profile, register);
  const flows = (excluded?: Uint8Array) =>
    comparisonsIn(panel.month, springFestival).flatMap((baseline) =>
      jobFlows(panel, index, { baseline, membership, ...(excluded ? { excluded } : {}) }),
    );
  const figures = flows();
  const place = figures.find((f) => f.dimension === "place" && f.baseline === "previous")!;
  const silent = silentOf(panel, profile);
  const third = Math.floor(place.grossLoss / 3);
  return {
    ...{ profile, month: panel.month, asOf: "2026-01-06", simulated: false, model: "peer-residual-1" },
    scope: { dimension: "place", code: profile.place },
    vintage: text("第12版（2026-01-05发布）", "vintage 12 (published 2026-01-05)"),
    ...{ thresholds: THRESHOLDS, rulesOnly: null, modelKind: "shipped" },
    figures,
    withoutDominant: flows(dominant.mask),
    dominant: { enterprises: dominant.rows.length, headcount: dominant.headcount, share: dominant.share },
    trend: trend(panel, { springFestival }),
    movements: {
      ...{
        enterprises: place.matched,
        hired: place.grossGain + 7,
        departed: place.grossLoss + 7,
        change: place.change,
      },
      ...{ differing: 0, apart: 0 },
    },
    alerts: [],
    alertMonths: [],
    withheld: new Set(),
    labels: [],
    collective: [],
    reductions: {
      types: third > 0 ? [{ term: 5, enterprises: 1, people: third }] : [],
      reasons: third > 0 ? [{ term: 10, enterprises: 1, people: third }] : [],
      further: [],
    },
    completeness: {
      ...{ expected: place.reporting + silent.length, reported: place.reporting, silent },
      ...{ batches: [], findings: [] },
    },
    ...{ nextMonth: null, estimated: null, outlook: null, followUp: NO_FOLLOW_UP },
    ...changes,
  };
}

function silentOf(panel: Panel, profile: Profile): SilentEnterprise[] {
  const rows = Array.from({ length: panel.size }, (_, r) => r);
  const last = (r: number) => panel.headcount[(r + 1) * panel.width - 1]!;
  return rows
    .filter((r) => last(r) === GAP && panel.closed[r] === 0)
    .map((r) => ({
      ...{ code: `91500237MA6${String(r).padStart(6, "0")}X`, name: `第${r}号企业` },
      industry: profile.industries[panel.industry[r]!]?.code ?? null,
      region: profile.regions[panel.region[r]!]?.code ?? null,
      departments: ["miit"],
      ...{ lastMonth: panel.month - 1, lastHeadcount: panel.firstHeadcount[r]! },
    }));
}

export const alert = (changes: Partial<AlertInput> = {}): AlertInput => ({
  ...{ code: "91500237123456788A", name: "巫峡电子有限公司", industry: "39", region: "500237100" },
  ...{ departments: ["miit"], specialist: null, keyEnterprise: false },
  ...{ level: "orange", levelBefore: null, reason: "opened", repeat: false, openedMonth: 2025 * 12 + 11 },
  explanation: text("本月比上月减少60人（-20.0%），同组企业中位数-0.4%，低于下限272人。", "60 fewer than last month."),
  rules: [text("当月骤降", "Sudden fall")],
  ...{ headcount: 240, previous: 300, expected: 299, lower: 272, risk: 0.83, riskLow: 0.71, riskHigh: 0.9 },
  history: [280, 285, 290, null, 288, 295, 300, 302, 299, 301, 305, 300, 240],
  ...changes,
});
