import type { Month } from "../month.ts";
import { CLAIMANTS, NEW_CLAIMANTS } from "./fact-kind.ts";
import { lookUp, type MissingFact, missingFact, missingInsured, type PolicyFacts } from "./facts.ts";

/** What a rate of reduction over a year is made of, persons; null: not known. */
export interface YearFigures {
  readonly year: number;
  /** Insured at the end of the year before. */
  readonly start: number | null;
  /** Insured at the end of January … December. */
  readonly months: readonly (number | null)[];
  /** Recipients of unemployment benefit in the year, and those among them who were new. */
  readonly claimants: number | null;
  readonly newClaimants: number | null;
}

/** A part of the figures that a formula can't do without; months: all twelve. */
export type Need = "start" | "end" | "months" | "claimants" | "newClaimants";

/** January of a year as a month number. */
const january = (year: number): Month => year * 12;

export function yearFigures(facts: PolicyFacts, year: number): YearFigures {
  const insured = (month: Month) => facts.insured.get(month) ?? null;
  const recorded = (fact: string) => (facts.names.has(fact) ? lookUp(facts, fact, String(year)) : null);
  return {
    year,
    start: insured(january(year) - 1),
    months: Array.from({ length: 12 }, (_, i) => insured(january(year) + i)),
    claimants: recorded(CLAIMANTS),
    newClaimants: recorded(NEW_CLAIMANTS),
  };
}

/** Sum of the twelve months; null when one is missing, since a mean of eleven is not the year's. */
export function monthsSum({ months }: YearFigures): number | null {
  let sum = 0;
  for (const insured of months) {
    if (insured === null) return null;
    sum += insured;
  }
  return sum;
}

/** The facts behind needs that the figures don't meet. */
export function missingFigures(facts: PolicyFacts, figures: YearFigures, needs: readonly Need[]): MissingFact[] {
  const { year, start, months, claimants, newClaimants } = figures;
  const month = (i: number) => (months[i] === null ? [missingInsured(facts, january(year) + i)] : []);
  const recorded = (fact: string, value: number | null) =>
    value === null ? [missingFact(facts, fact, String(year))] : [];
  const missing: Readonly<Record<Need, () => MissingFact[]>> = {
    start: () => (start === null ? [missingInsured(facts, january(year) - 1)] : []),
    end: () => month(11),
    months: () => months.flatMap((_, i) => month(i)),
    claimants: () => recorded(CLAIMANTS, claimants),
    newClaimants: () => recorded(NEW_CLAIMANTS, newClaimants),
  };
  return needs.flatMap((need) => missing[need]());
}
