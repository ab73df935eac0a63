import type { Contribution } from "../risk/contributions.ts";
import { RISK_FEATURES } from "../risk/features.ts";
import type { Interval } from "../risk/foretell.ts";
import type { RiskModel } from "../risk/model.ts";
import { type Text, text } from "../text.ts";
import { join, percent } from "./explain-words.ts";

/** A foretold risk and how far it may be believed. */
export interface ExplainRisk {
  /** 0…1 */
  readonly value: number;
  /** 80 % interval; null when the model was never judged. */
  readonly interval: Interval | null;
  /** A shipped model has seen none of the place's outcomes: what it says is a score. */
  readonly kind: RiskModel["kind"];
}

/** Log-odds from which a part is said: it moves the odds by a tenth. */
const SAID = 0.1;
/** Risks under this are shown as 0.00: what raised them would be empty words. */
const SHOWN = 0.005;

/**
 * The risk and what it is made of, each part with its value and in the order of its weight: first what raises it, then what
 * lowers it, against a usual enterprise. null when neither is known.
 * @param z the month's standardised residual, where the feature holds it cut off
 */
export function explainRisk(
  risk: ExplainRisk | undefined,
  contributions: readonly Contribution[] = [],
  z = Number.NaN,
): Text | null {
  if (risk?.value === 0) return null; // fewer people than the event takes: nothing raises what cannot be
  const figure = risk && Number.isFinite(risk.value) ? figureOf(risk) : null;
  const named = risk !== undefined && risk.value < SHOWN ? [] : contributions;
  const listed = named.map((part) => (part.name === "shock" && Number.isFinite(z) ? { ...part, value: z } : part));
  const raising = partsOf(listed, 1);
  const lowering = partsOf(listed, -1);
  const parts = [
    figure,
    raising && text(`推高因素为${raising.zh}`, `raised by ${raising.en}`),
    lowering && text(`拉低因素为${lowering.zh}`, `lowered by ${lowering.en}`),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return join(parts, "，", ", ");
}

/** A shipped model's interval was measured elsewhere and would promise what nobody has checked here: it is left out. */
function figureOf({ value, interval, kind }: ExplainRisk): Text {
  if (kind === "shipped")
    return text(`大幅减员风险评分${value.toFixed(2)}`, `large reduction, score ${value.toFixed(2)}`);
  const [low, high] = interval ? [percent(interval.low), percent(interval.high)] : [];
  const around = interval ? text(`（80%区间${low}—${high}）`, ` (80% interval ${low} to ${high})`) : text("", "");
  return text(
    `大幅减员概率${percent(value)}${around.zh}`,
    `large reduction, probability ${percent(value)}${around.en}`,
  );
}

function partsOf(contributions: readonly Contribution[], sign: 1 | -1): Text | null {
  const named = contributions
    .filter(({ logOdds, value }) => sign * logOdds >= SAID && Number.isFinite(value))
    .toSorted((a, b) => sign * (b.logOdds - a.logOdds))
    .flatMap(({ name, value }) => partWords(name, value) ?? []);
  return named.length === 0 ? null : join(named, "、", " and ");
}

/** One part with its value; null for what is no matter of the enterprise: the model's base and its calibration. */
function partWords(name: string, value: number): Text | null {
  const title = partTitle(name);
  const said = VALUES[name]?.(value);
  return title && said ? text(`${title.zh}（${said.zh}）`, `${title.en} (${said.en})`) : null;
}

/** What a part of a risk is called. */
export const partTitle = (name: string): Text | null =>
  PARTS[name] ?? RISK_FEATURES.find((feature) => feature.name === name)?.title ?? null;

const PARTS: Readonly<Record<string, Text>> = {
  base: text("模型基准", "the model's base"),
  band: text("规模组", "size band"),
  calibration: text("校准", "calibration"),
  events: text("已报动态", "what was reported"),
};

/** Features as the reader counts, back from the logarithms of RISK_FEATURES. Falls and gains are said as such. */
const VALUES: Readonly<Record<string, (value: number) => Text>> = {
  range: (v) => {
    const above = percent(Math.expm1(Math.max(0, Math.exp(v) - 0.02))); // the 0.02 that writeFeatures adds
    if (above === "0.0%") return text("一年内人数未变", "the same headcount all year");
    return text(`最高比最低多${above}`, `highest ${above} above lowest`);
  },
  chance: (v) => text(percent(Math.exp(v)), percent(Math.exp(v))),
  turbulence: (v) => {
    const monthly = percent(Math.expm1(Math.exp(v)));
    return text(`月均变动${monthly}`, `${monthly} a month`);
  },
  balance: (v) => balanceWords(v),
  change3: (v) => moved(Math.expm1(v)),
  shock: (v) => {
    const size = Math.abs(v).toFixed(1);
    return text(
      `${v < 0 ? "低" : "高"}于预期${size}个标准差`,
      `${size} standard deviations ${v < 0 ? "below" : "above"} what was expected`,
    );
  },
  band: (v) => text(`${v}人`, `${v} people`),
  events: (v) => text(`其单独的可能为${percent(v)}`, `${percent(v)} by it alone`),
  leak: (v) => text(`累计量为界限的${v.toFixed(1)}倍`, `${v.toFixed(1)} times its limit`),
  dispatch: (v) => text(`占用工${percent(v)}`, `${percent(v)} of headcount`),
  hidden: (v) => text(percent(v), percent(v)),
};

/** A share of months is said as which kind there was more of. */
function balanceWords(balance: number): Text {
  const more = percent(Math.abs(balance));
  if (more === "0.0%") return text("增减月份相当", "as many up as down");
  const [zh, en] = balance < 0 ? ["减员", "down"] : ["增员", "up"];
  return text(`${zh}月份多出${more}`, `${more} more months ${en}`);
}

const moved = (change: number): Text => {
  const size = percent(Math.abs(change));
  if (size === "0.0%") return text("未变", "unchanged");
  return change < 0 ? text(`减少${size}`, `down ${size}`) : text(`增加${size}`, `up ${size}`);
};
