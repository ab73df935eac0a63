import type { PolicyFacts } from "./facts.ts";

/** A fact as a rule asks for it; the year follows from the date and the variant. */
export interface FactRef {
  readonly fact: string;
  /** premium-year: the year whose premiums and headcounts count. premium-year-end: the December of it. */
  readonly when: "this-year" | "premium-year" | "premium-year-end";
}

/** One enterprise on one date. */
export interface Occasion {
  readonly facts: PolicyFacts;
  readonly date: string;
  readonly premiumYear: number;
}

export const yearOfDate = (date: string): number => Number(date.slice(0, 4));

/** "2024" or "2024-12". */
export function periodOf({ when }: FactRef, { date, premiumYear }: Occasion): string {
  if (when === "this-year") return date.slice(0, 4);
  return when === "premium-year" ? String(premiumYear) : `${premiumYear}-12`;
}
