import type { BacktestTable } from "../models/judging/judge-backtest.ts";
import type { JudgingThresholds } from "../models/judging/thresholds.ts";
import { type Language, type Text, text } from "../models/text.ts";
import type { OriginKind, Threshold } from "../models/threshold.ts";
import { sayTable } from "./backtest-words.ts";
import type { Html } from "./markup.ts";

/** Every number that decided something, with its unit and origin. */
export const settingsTable = ({ definition, thresholds }: BacktestTable, language: Language): Html =>
  sayTable<Setting>(
    {
      caption: text("检验所用参数", "Numbers that decided"),
      first: text("项目", "Item"),
      name: ({ name }) => name[language],
      rows: [
        { name: text("预测期", "Horizon"), threshold: definition.horizon },
        ...(definition.people
          ? [{ name: text("减员人数下限", "Fewest people lost"), threshold: definition.people }]
          : []),
        { name: text("降幅下限", "Smallest share lost"), threshold: definition.share },
        { name: text("视为退出的连续缺报", "Missing months that are an exit"), threshold: definition.missing },
        ...(Object.keys(NAMES) as (keyof typeof NAMES)[]).map((key) => ({
          name: NAMES[key],
          threshold: thresholds[key],
        })),
      ],
      columns: [
        { head: text("数值", "Value"), cell: ({ threshold }) => valueWords(threshold, language) },
        { head: text("来源", "Origin"), cell: ({ threshold }) => originWords(threshold, language), words: true },
      ],
    },
    language,
  );

interface Setting {
  readonly name: Text;
  readonly threshold: Threshold;
}

const NAMES: Readonly<Record<Exclude<keyof JudgingThresholds, "sizeBands">, Text>> = {
  warnWindow: text("预警有效窗口（事件前）", "Window before an event"),
  lateWindow: text("迟报窗口（事件后）", "Window after an event"),
  betaRed: text("红色界限的F值", "F-beta for red"),
  betaOrange: text("橙色界限的F值", "F-beta for orange"),
  visits: text("每月可走访", "Visits a month"),
  topShare: text("对照比例", "Top share"),
  missWeight: text("漏报权重μ", "Weight of a missed event, μ"),
  bins: text("可靠性表分组", "Rows of the reliability table"),
  resamples: text("重抽样次数", "Resamples"),
  interval: text("区间", "Interval"),
};

const KINDS: Readonly<Record<OriginKind, Text>> = {
  statute: text("法律法规", "Statute"),
  document: text("文件", "Document"),
  practice: text("外地做法", "Practice elsewhere"),
  measured: text("实测", "Measured"),
  convention: text("约定", "Convention"),
};

const originWords = ({ origin }: Threshold, language: Language): string =>
  `${KINDS[origin.kind][language]}${text("：", ": ")[language]}${origin.note[language]}`;

const UNITS: Readonly<Record<string, Text>> = {
  months: text("个月", " months"),
  persons: text("人", " persons"),
  enterprises: text("户", " enterprises"),
  rows: text("组", " rows"),
  resamples: text("次", " resamples"),
  weight: text("", ""),
  beta: text("（β）", " (β)"),
};

function valueWords({ value, unit }: Threshold, language: Language): string {
  if (unit === "share") return `${Number((value * 100).toPrecision(6))}%`;
  return `${value}${UNITS[unit]?.[language] ?? ` ${unit}`}`;
}
