import { type Text, text } from "../../text.ts";
import type { Threshold } from "../../threshold.ts";
import type { MissingFact, PolicyFacts } from "../facts.ts";
import { FORMULAS, type FormulaName } from "../formulas.ts";
import type { Occasion } from "../occasion.ts";
import type { Found, RuleHead, Verdict } from "../rule.ts";
import { verdictOf } from "../rule.ts";
import { bestOf } from "../verdicts-of.ts";
import { isWithin, percentBeside, type Rate } from "../within.ts";
import { missingFigures, monthsSum, type Need, type YearFigures, yearFigures } from "../year-figures.ts";

/** No more were lost in the premium year than the limit allows, by any one of the formulas. */
export interface ReductionRule extends RuleHead {
  readonly kind: "reduction";
  readonly formulas: readonly FormulaName[];
  /** Percent, inclusive. */
  readonly limit: Threshold;
  readonly small: SmallRule;
}

/** Enterprises up to this many insured, inclusive, have a limit of their own. */
export interface SmallRule {
  readonly upTo: Threshold;
  readonly limit: Threshold;
  /** Which count tells a small one: at the end of the year before, of the year, or the year's mean. */
  readonly countedAt: "start" | "end" | "average";
}

export interface ReductionCompared {
  readonly kind: "reduction";
  readonly trials: readonly Trial[];
  /** Percent; null: not known which applies. */
  readonly limit: number | null;
  readonly small: boolean;
}

export interface Trial {
  readonly formula: FormulaName;
  readonly rate: Rate | null;
  readonly verdict: Verdict;
}

export function evaluateReduction(rule: ReductionRule, { facts, premiumYear }: Occasion): Found<ReductionCompared> {
  const figures = yearFigures(facts, premiumYear);
  const compared = tryFormulas(rule, figures);
  const verdict = bestOf(compared.trials);
  return { verdict, compared, missing: verdict === "unknown" ? missingForRule(rule, facts, figures) : [] };
}

/** What the formulas make of a year's figures. */
export function tryFormulas({ formulas, limit, small }: ReductionRule, figures: YearFigures): ReductionCompared {
  const isSmall = isWithinCount(small, figures);
  const percent = isSmall === null ? null : (isSmall ? small.limit : limit).value;
  const trials = formulas.map((formula): Trial => {
    const { needs, rate: rateOf } = FORMULAS[formula];
    const rate = needs.every((need) => isMet(figures, need)) ? rateOf(figures) : null;
    const uncomputable = rate !== null && rate.under === 0 && rate.over > 0;
    const verdict = rate === null || percent === null || uncomputable ? "unknown" : verdictOf(isWithin(rate, percent));
    return { formula, rate, verdict };
  });
  return { kind: "reduction", trials, limit: percent, small: isSmall === true };
}

const COUNTED: Readonly<Record<SmallRule["countedAt"], Need>> = { start: "start", end: "end", average: "months" };

function isWithinCount({ upTo, countedAt }: SmallRule, figures: YearFigures): boolean | null {
  if (!isMet(figures, COUNTED[countedAt])) return null;
  if (countedAt === "average") return monthsSum(figures)! <= upTo.value * 12;
  return (countedAt === "start" ? figures.start! : figures.months[11]!) <= upTo.value;
}

function isMet(figures: YearFigures, need: Need): boolean {
  if (need === "end") return figures.months[11] !== null;
  return need === "months" ? monthsSum(figures) !== null : figures[need] !== null;
}

/** What the figures lack for the rule; a base of nobody is told as the fact to be checked. */
export function missingForRule(
  { formulas, small }: ReductionRule,
  facts: PolicyFacts,
  figures: YearFigures,
): MissingFact[] {
  const needs = new Set<Need>([COUNTED[small.countedAt], ...formulas.flatMap((formula) => FORMULAS[formula].needs)]);
  const missing = missingFigures(facts, figures, [...needs]);
  return missing.length > 0 ? missing : missingFigures(facts, { ...figures, start: null }, ["start"]);
}

/** "减少率（上年末−年末）÷上年末 5/100 = 5.0% ≤ 5.5%" */
export function explainReduction({ trials, limit, small }: ReductionCompared): Text {
  const said = trials.map((trial) => explainTrial(trial, limit));
  const zh = said.map((one) => one.zh).join("；或 ");
  const en = said.map((one) => one.en).join("; or ");
  return small ? text(`${zh}（按30人及以下企业标准）`, `${en} (limit for small enterprises)`) : text(zh, en);
}

function explainTrial({ formula, rate }: Trial, limit: number | null): Text {
  const { name } = FORMULAS[formula];
  if (rate === null || limit === null) return text(`${name.zh} 数据不全`, `${name.en} not known`);
  const ratio = `${rate.over}/${rate.of === 1 ? rate.under : Number((rate.under / 12).toFixed(1))}`;
  if (rate.over < 0 || (rate.over === 0 && rate.under === 0))
    return text(`${name.zh} ${ratio}，未减少`, `${name.en} ${ratio}, no reduction`);
  if (rate.under === 0) return text(`${name.zh} ${ratio}，不可计算`, `${name.en} ${ratio}, not computable`);
  const result = `${percentBeside(rate, limit)} ${isWithin(rate, limit) ? "≤" : ">"} ${limit}%`;
  return text(`${name.zh} ${ratio} = ${result}`, `${name.en} ${ratio} = ${result}`);
}
