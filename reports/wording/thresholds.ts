import { TIMES } from "../../models/strictness.ts";
import { type Text, text } from "../../models/text.ts";
import type {
  CollectiveRule,
  DecisionThresholds,
  DetectorThresholds,
  LevelRule,
  Origin,
  OriginKind,
  Threshold,
} from "../../models/threshold.ts";
import { exact, percent } from "../number.ts";
import { NOTHING, same } from "./say.ts";

export const ORIGIN_WORDS: Readonly<Record<OriginKind, Text>> = {
  statute: text("法律法规", "Law"),
  document: text("文件", "Document"),
  practice: text("外地做法", "Practice elsewhere"),
  measured: text("实测", "Measured"),
  convention: text("约定", "Convention"),
};

export const originWords = ({ kind, note }: Origin): Text =>
  text(`${ORIGIN_WORDS[kind].zh}：${note.zh}`, `${ORIGIN_WORDS[kind].en}: ${note.en}`);

export const DETECTOR_WORDS: Readonly<Record<keyof DetectorThresholds, Text>> = {
  minimumHistory: text("参与评分的最少月数", "Fewest months to be scored"),
  window: text("统计窗口", "Window"),
  breakShare: text("水平突变界限（变动幅度）", "Level shift: share"),
  breakSpreads: text("水平突变界限（离散倍数）", "Level shift: spreads"),
  blipReturn: text("一月尖峰的回吐比例", "Share of a one-month spike undone"),
  counterpartShare: text("划转对手方允许差异", "Transfer counterpart: difference allowed"),
  counterpartPeople: text("划转对手方最小人数", "Transfer counterpart: fewest persons"),
  counterpartChance: text("划转对手方偶合上限", "Transfer counterpart: chance matches"),
  cohortPrior: text("同组中位数收缩强度", "Shrinkage of peer medians"),
  cohortMinimum: text("同组最少企业数", "Fewest peers"),
  seasonPrior: text("同组季节收缩强度", "Shrinkage of peer seasons"),
  largeFrom: text("大小企业分界人数", "Large enterprises from"),
  scalePrior: text("离散度先验月数", "Prior of the spread"),
  flowShare: text("每月人员流动比例", "Monthly turnover"),
  overdispersion: text("计数噪声下限", "Floor of count noise"),
  ownSeasonFrom: text("自身季节所需月数", "Own season from"),
  seasonReturn: text("季节回升比例", "Return that makes a season"),
  stlFrom: text("季节分解所需月数", "Seasonal decomposition from"),
  trendMonths: text("趋势最长月数", "Longest trend"),
  leakReference: text("渐减检测参考值", "Slow leak: reference value"),
  leakLimit: text("渐减检测界限", "Slow leak: limit"),
  boundZ: text("图示下限倍数", "Lower bound shown"),
};

export const DECISION_THRESHOLD_WORDS: Readonly<Record<keyof DecisionThresholds, Text>> = {
  downgradeAfter: text("降级所需月数", "Lowered after"),
  closeAfter: text("解除所需月数", "Closed after"),
  silentUntil: text("未报视同退出所需月数", "Silent for good after"),
  budget: text("每百户每月新预警上限", "New alerts a month per 100 enterprises"),
};

type When = LevelRule["when"];
type Condition = Exclude<keyof When, "event" | `event${string}`>;

const CONDITIONS: Readonly<Record<Condition, (value: string) => Text>> = {
  z: (v) => text(`当月异常值≤${v}`, `abnormality of the month ≤ ${v}`),
  fallPeople: (v) => text(`环比减少≥${v}人`, `month on month down ≥ ${v} persons`),
  fallShare: (v) => text(`环比降幅≥${v}`, `month on month down ≥ ${v}`),
  fall3People: (v) => text(`三个月减少≥${v}人`, `down ≥ ${v} persons in three months`),
  fall3Share: (v) => text(`三个月降幅≥${v}`, `down ≥ ${v} in three months`),
  fall12People: (v) => text(`十二个月减少≥${v}人`, `down ≥ ${v} persons in twelve months`),
  fall12Share: (v) => text(`十二个月降幅≥${v}`, `down ≥ ${v} in twelve months`),
  leak: (v) => text(`累计渐减值≥${v}`, `slow leak ≥ ${v}`),
  headcount: (v) => text(`减员前用工≥${v}人`, `headcount before ≥ ${v}`),
  headcountBelow: (v) => text(`减员前用工＜${v}人`, `headcount before < ${v}`),
  risk: (v) => text(`风险值≥${v}`, `risk ≥ ${v}`),
  overRed: (v) => text(`风险≥本规模红色界限的${v}倍`, `risk ≥ ${v} × the red line of its size`),
  overOrange: (v) => text(`风险≥本规模橙色界限的${v}倍`, `risk ≥ ${v} × the orange line of its size`),
  q: (v) => text(`同区同月预期误报比例≤${v}`, `expected false alarms of place and month ≤ ${v}`),
  hiddenShare: (v) => text(`隐性失业率≥${v}`, `hidden unemployment ≥ ${v}`),
  silentMonths: (v) => text(`连续未报≥${v}个月`, `silent for ≥ ${v} months`),
};

/** A rule's number without its value, as a field is labelled. */
export const CONDITION_WORDS: Readonly<Record<string, Text>> = {
  z: text("当月异常值不高于", "Abnormality of the month at most"),
  fallPeople: text("环比减少不少于", "Down on the month by at least"),
  fallShare: text("环比降幅不低于", "Down on the month by a share of at least"),
  fall3People: text("三个月减少不少于", "Down in three months by at least"),
  fall3Share: text("三个月降幅不低于", "Down in three months by a share of at least"),
  fall12People: text("十二个月减少不少于", "Down in twelve months by at least"),
  fall12Share: text("十二个月降幅不低于", "Down in twelve months by a share of at least"),
  leak: text("累计渐减值不低于", "Slow leak at least"),
  headcount: text("减员前用工不少于", "Headcount before at least"),
  headcountBelow: text("减员前用工少于", "Headcount before below"),
  risk: text("风险值不低于", "Risk at least"),
  overRed: text("风险不低于本规模红色界限的", "Risk at least, times the red line of its size"),
  overOrange: text("风险不低于本规模橙色界限的", "Risk at least, times the orange line of its size"),
  q: text("同区同月预期误报比例不高于", "Expected false alarms of place and month at most"),
  hiddenShare: text("隐性失业率不低于", "Hidden unemployment at least"),
  silentMonths: text("连续未报不少于", "Silent for at least"),
  eventMonths: text("动态在近几个月内", "Event within"),
  eventDays: text("累计期间", "Added up over"),
  eventPeople: text("动态涉及人数不少于", "Persons named by events at least"),
  eventShare: text("动态涉及人数占比不低于", "Share of persons named by events at least"),
};

/** The numbers of a rule on the whole place; their limits are exceeded, not reached. */
export const COLLECTIVE_WORDS: Readonly<Record<string, Text>> = {
  enterprises: text("企业户数不少于", "Enterprises at least"),
};

const SHARES: ReadonlySet<string> = new Set(["fallShare", "fall3Share", "fall12Share", "hiddenShare", "risk", "q"]);

/** "环比减少≥20人，且环比降幅≥10%": all conditions of a rule, in words. */
export function ruleWords(rule: LevelRule, eventName: (kind: string) => Text): Text {
  const { event } = rule.when;
  const numbers = (Object.keys(CONDITIONS) as Condition[]).flatMap((condition) => {
    const threshold = rule.when[condition];
    return threshold ? [CONDITIONS[condition](valueWords(condition, threshold))] : [];
  });
  const events = event === undefined ? [] : [eventWords(eventName(event), rule.when)];
  const all = [...events, ...numbers];
  return text(all.map(({ zh }) => zh).join("，且"), all.map(({ en }) => en).join(" and "));
}

function eventWords({ zh, en }: Text, { eventMonths, eventDays, eventPeople, eventShare }: When): Text {
  const least = eventPeople
    ? text(`≥${eventPeople.value}人`, `≥ ${eventPeople.value} persons`)
    : eventShare && same(`≥ ${percent(eventShare.value, 0)}`);
  if (least && eventDays)
    return text(
      `任意${eventDays.value}日内“${zh}”累计${least.zh}`,
      `"${en}" within any ${eventDays.value} days: ${least.en}`,
    );
  if (!eventMonths) return text(`当月有“${zh}”动态`, `event "${en}" this month`);
  const n = exact(eventMonths.value);
  return text(`近${n}个月有“${zh}”动态`, `event "${en}" within ${n} months`);
}

const valueWords = (condition: Condition, { value }: Threshold): string =>
  SHARES.has(condition) ? percent(value, isWhole(value * 100) ? 0 : 1) : String(Number(value.toFixed(9)));

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

/** "≥5户，每户（减员前≥20人）减少＞50人或降幅＞30%，且多于往月常见户数"; a share nobody can exceed is not said. */
export function collectiveWords(rule: CollectiveRule): Text {
  const { enterprises, fallPeople, fallShare, headcount, beyondUsual } = rule;
  const [count, people, share] = [exact(enterprises.value), exact(fallPeople.value), percent(fallShare.value, 0)];
  const or = fallShare.value >= 1 ? text("", "") : text(`或降幅＞${share}`, ` or > ${share}`);
  const before = headcount === undefined ? "" : exact(headcount.value);
  const size = before === "" ? NOTHING : text(`（减员前≥${before}人）`, ` of ≥ ${before} persons before`);
  const usual = beyondUsual ? text("，且多于往月常见户数", ", and more enterprises than usual of late") : NOTHING;
  return text(
    `≥${count}户，每户${size.zh}减少＞${people}人${or.zh}${usual.zh}`,
    `≥ ${count} enterprises${size.en}, each down > ${people} persons${or.en}${usual.en}`,
  );
}

const UNITS: Readonly<Record<string, Text>> = {
  month: text("个月", " months"),
  months: text("个月", " months"),
  days: text("天", " days"),
  person: text("人", " persons"),
  persons: text("人", " persons"),
  people: text("人", " persons"),
  enterprise: text("户", " enterprises"),
  enterprises: text("户", " enterprises"),
  spread: text("倍离散度", " spreads"),
  spreads: text("倍离散度", " spreads"),
  "MAD × 1.4826": text("倍离散度", " MAD × 1.4826"),
  "standard deviations": text("个标准差", " standard deviations"),
  "1/θ": text("（1/θ）", " (1/θ)"),
  "moves a month": text("次/月", " moves a month"),
  "new alerts a month per 100 enterprises": text("条/百户·月", " new alerts a month per 100 enterprises"),
};

/** A unit beside a field. Shares are typed as fractions, as programs send them. */
export const unitWords = (unit: string): Text =>
  unit === "share" ? text("（0—1）", "(0–1)") : (UNITS[unit] ?? FIELD_UNITS[unit] ?? NOTHING);

const FIELD_UNITS: Readonly<Record<string, Text>> = {
  probability: text("（0—1）", "(0–1)"),
  days: text("日", "days"),
  "times the line": text("倍", "times"),
  [TIMES]: text("倍", "times"),
};

/** A threshold with its unit: a share as per cent, a count with its measure word, anything else as it is. */
export function thresholdValue({ value, unit }: Pick<Threshold, "value" | "unit">): Text {
  if (unit === "share of staff") return text(`${percent(value, 0)}（占用工）`, `${percent(value, 0)} of staff`);
  if (unit === "share") return same(percent(value, isWhole(value * 100) ? 0 : 1));
  const known = UNITS[unit] ?? same(` ${unit}`);
  return text(`${value}${known.zh}`, `${value}${known.en}`);
}
