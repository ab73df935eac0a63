import { join, percent } from "./explain-words.ts";
import { RISK_FEATURES } from "./risk/features.ts";
import type { Contribution, Interval } from "./risk/foretell.ts";
import type { RiskModel } from "./risk/model.ts";
import { type Text, text } from "./text.ts";

/** A foretold risk and how far it may be believed. */
export interface ExplainRisk {
  /** 0…1 */
  readonly value: number;
  /** 80 % interval; null when the model was never judged. */
  readonly interval: Interval | null;
  /** A shipped model has seen none of the place's outcomes: what it says is a score. */
  readonly kind: RiskModel["kind"];
  /** Chance by what was reported alone; 0 or absent: nothing was that foretells it. */
  readonly byEvents?: number;
}

/** Contributions named at the most. */
const NAMED = 2;

/** The risk and what raises it most, each with its value; null when neither is known. */
export function explainRisk(risk: ExplainRisk | undefined, contributions: readonly Contribution[] = []): Text | null {
  if (risk?.value === 0) return null; // fewer people than the event takes: nothing raises what cannot be
  const figure = risk && Number.isFinite(risk.value) ? figureOf(risk) : null;
  const reports = risk?.byEvents ? reportsOf(risk.byEvents) : null;
  const raising = raisingOf(contributions);
  const parts = [figure, reports, raising].filter((part) => part !== null);
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

/** What was reported is named among the events; here is what it is worth. */
const reportsOf = (chance: number): Text =>
  text(`其中已报动态单独即为${percent(chance)}`, `${percent(chance)} of it by what was reported alone`);

function raisingOf(contributions: readonly Contribution[]): Text | null {
  const named = contributions
    .filter(({ logOdds, value }) => logOdds > 0 && Number.isFinite(value))
    .toSorted((a, b) => b.logOdds - a.logOdds)
    .flatMap(({ name, value }) => featureWords(name, value) ?? [])
    .slice(0, NAMED);
  if (named.length === 0) return null;
  const list = join(named, "、", " and ");
  return text(`推高因素为${list.zh}`, `raised by ${list.en}`);
}

function featureWords(name: string, value: number): Text | null {
  const title = RISK_FEATURES.find((feature) => feature.name === name)?.title;
  const said = VALUES[name]?.(value);
  return title && said ? text(`${title.zh}（${said.zh}）`, `${title.en} (${said.en})`) : null;
}

/** Features as the reader counts, back from the logarithms of RISK_FEATURES. Falls and gains are said as such. */
const VALUES: Readonly<Record<string, (value: number) => Text>> = {
  range: (v) => {
    const above = percent(Math.expm1(Math.max(0, Math.exp(v) - 0.02))); // the 0.02 that writeFeatures adds
    return text(`最高比最低多${above}`, `highest ${above} above lowest`);
  },
  chance: (v) => text(percent(Math.exp(v)), percent(Math.exp(v))),
  turbulence: (v) => {
    const monthly = percent(Math.expm1(Math.exp(v)));
    return text(`月均变动${monthly}`, `${monthly} a month`);
  },
  balance: (v) => text(`占月数${percent(v)}`, `${percent(v)} of the months`),
  change3: (v) => moved(Math.expm1(v)),
  shock: (v) => {
    const size = Math.abs(v).toFixed(1);
    return text(
      `${v < 0 ? "低" : "高"}于预期${size}个标准差`,
      `${size} standard deviations ${v < 0 ? "below" : "above"} what was expected`,
    );
  },
  leak: (v) => text(`累计量为界限的${v.toFixed(1)}倍`, `${v.toFixed(1)} times its limit`),
  dispatch: (v) => text(`占用工${percent(v)}`, `${percent(v)} of headcount`),
  hidden: (v) => text(percent(v), percent(v)),
};

const moved = (change: number): Text => {
  const size = percent(Math.abs(change));
  return change < 0 ? text(`减少${size}`, `down ${size}`) : text(`增加${size}`, `up ${size}`);
};
