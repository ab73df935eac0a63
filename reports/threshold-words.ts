import type {
  CollectiveRule,
  DecisionThresholds,
  DetectorThresholds,
  LevelRule,
  OriginKind,
  Threshold,
} from "../models/threshold.ts";
import { exact, percent } from "./number.ts";

export const ORIGIN_WORDS: Readonly<Record<OriginKind, string>> = {
  statute: "法律法规",
  document: "文件",
  practice: "外地做法",
  measured: "实测",
  convention: "约定",
};

export const DETECTOR_WORDS: Readonly<Record<keyof DetectorThresholds, string>> = {
  minimumHistory: "参与评分的最少月数",
  window: "统计窗口",
  breakShare: "水平突变界限（变动幅度）",
  breakSpreads: "水平突变界限（离散倍数）",
  blipReturn: "一月尖峰的回吐比例",
  counterpartShare: "划转对手方允许差异",
  counterpartPeople: "划转对手方最小人数",
  counterpartChance: "划转对手方偶合上限",
  cohortPrior: "同组中位数收缩强度",
  cohortMinimum: "同组最少企业数",
  largeFrom: "大小企业分界人数",
  scalePrior: "离散度先验月数",
  flowShare: "每月人员流动比例",
  overdispersion: "计数噪声下限",
  ownSeasonFrom: "自身季节所需月数",
  seasonReturn: "季节回升比例",
  stlFrom: "季节分解所需月数",
  trendMonths: "趋势最长月数",
  leakReference: "渐减检测参考值",
  leakLimit: "渐减检测界限",
  boundZ: "图示下限倍数",
};

export const DECISION_THRESHOLD_WORDS: Readonly<Record<keyof DecisionThresholds, string>> = {
  downgradeAfter: "降级所需月数",
  closeAfter: "解除所需月数",
  budget: "每百户每月新预警上限",
};

type Condition = Exclude<keyof LevelRule["when"], "event" | "eventMonths">;

const CONDITIONS: Readonly<Record<Condition, (value: string) => string>> = {
  z: (v) => `当月异常值≤${v}`,
  fallPeople: (v) => `环比减少≥${v}人`,
  fallShare: (v) => `环比降幅≥${v}`,
  fall3People: (v) => `三个月减少≥${v}人`,
  fall3Share: (v) => `三个月降幅≥${v}`,
  leak: (v) => `累计渐减值≥${v}`,
  headcount: (v) => `减员前用工≥${v}人`,
  headcountBelow: (v) => `减员前用工＜${v}人`,
  risk: (v) => `风险值≥${v}`,
  q: (v) => `同区同月预期误报比例≤${v}`,
  hiddenShare: (v) => `隐性失业率≥${v}`,
  silentMonths: (v) => `连续未报≥${v}个月`,
};

const SHARES: ReadonlySet<string> = new Set(["fallShare", "fall3Share", "hiddenShare", "risk", "q"]);

/** "环比减少≥20人，且环比降幅≥10.00%": all conditions of a rule, in words. */
export function ruleWords(rule: LevelRule, eventName: (kind: string) => string): string {
  const { event, eventMonths } = rule.when;
  const numbers = (Object.keys(CONDITIONS) as Condition[]).flatMap((condition) => {
    const threshold = rule.when[condition];
    return threshold ? [CONDITIONS[condition](valueWords(condition, threshold))] : [];
  });
  const months = eventMonths ? `近${exact(eventMonths.value)}个月` : "当月";
  const events = event === undefined ? [] : [`${months}有“${eventName(event)}”动态`];
  return [...events, ...numbers].join("，且");
}

const valueWords = (condition: Condition, { value }: Threshold): string =>
  SHARES.has(condition) ? percent(value, 0) : String(value);

/** "≥5户，每户（20人以上）减少＞50人或降幅＞30%，且多于往月常见户数"; a share nobody can exceed is not said. */
export function collectiveWords({
  enterprises,
  fallPeople,
  fallShare,
  headcount,
  beyondUsual,
}: CollectiveRule): string {
  const share = fallShare.value >= 1 ? "" : `或降幅＞${percent(fallShare.value, 0)}`;
  const each = headcount ? `每户（减员前≥${exact(headcount.value)}人）` : "每户";
  const usual = beyondUsual ? "，且多于往月常见户数" : "";
  return `≥${exact(enterprises.value)}户，${each}减少＞${exact(fallPeople.value)}人${share}${usual}`;
}

const UNITS: Readonly<Record<string, string>> = {
  month: "个月",
  months: "个月",
  person: "人",
  persons: "人",
  people: "人",
  enterprise: "户",
  enterprises: "户",
  spread: "倍离散度",
  spreads: "倍离散度",
  "MAD × 1.4826": "倍离散度",
  "standard deviations": "个标准差",
};

/** A threshold with its unit: a share as per cent, a count with its measure word, anything else as it is. */
export const thresholdValue = ({ value, unit }: Threshold): string =>
  unit === "share" ? percent(value, Number.isInteger(value * 100) ? 0 : 1) : `${value}${UNITS[unit] ?? ` ${unit}`}`;
