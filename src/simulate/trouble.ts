import { between, chance, integer, type Random, weighted } from "./random.ts";
import { once, type Traits } from "./traits.ts";

/** What kind of planted loss a row of truth.csv is. Every cut of repeated-layoff and every slice of slow-leak is a row. */
export const LAYOFF_KINDS = ["mass-layoff", "repeated-layoff", "slow-leak", "closure"] as const;
export type LayoffKind = (typeof LAYOFF_KINDS)[number];

/** Hidden unemployment over a span of months: this share of the people is at home without work. */
export interface Idleness {
  readonly from: number;
  readonly until: number;
  readonly share: number;
}

/** A planted layoff with the signs that go before it. Months are positions in the simulated span. */
export interface Trouble {
  readonly kind: LayoffKind;
  readonly cuts: readonly number[];
  /** 0 to 1: how deep it cuts among layoffs of its size. */
  readonly depth: number;
  readonly dispatchLeavesAt: number | null;
  readonly idle: Idleness | null;
  /** Months between the first event and the first cut; null when nobody heard of it. */
  readonly eventLead: number | null;
}

/** Smallest enterprise a layoff is planted in, and smallest headcount at which its cut is still made. */
const SMALLEST_PLANTED = 15;
export const SMALLEST_CUT = 10;
/** A year, among enterprises of that size; 1.0 to 1.5 % of all enterprises. */
const TROUBLES_A_YEAR = 0.04;
const KIND_WEIGHTS = [50, 14, 14, 22];
const FIRST_MONTH = 2;

export function drawTrouble(random: Random, traits: Traits, months: number): Trouble | null {
  if (traits.size < SMALLEST_PLANTED || traits.opens > 0) return null;
  const at = once(random, months, TROUBLES_A_YEAR);
  if (at === null || at < FIRST_MONTH) return null;
  const kind = LAYOFF_KINDS[weighted(random, KIND_WEIGHTS)]!;
  return {
    kind,
    cuts: cutsOf(random, kind, at, months),
    depth: random(),
    dispatchLeavesAt: traits.dispatchShare > 0 && chance(random, 0.6) ? at - integer(random, 1, 2) : null,
    idle: chance(random, 0.35) ? drawIdleness(random, at - integer(random, 1, 3), at) : null,
    eventLead: chance(random, 0.6) ? integer(random, 0, 3) : null,
  };
}

export const drawIdleness = (random: Random, from: number, until: number): Idleness => ({
  from,
  until,
  share: between(random, 0.15, 0.55),
});

function cutsOf(random: Random, kind: LayoffKind, at: number, months: number): number[] {
  const spans = { "mass-layoff": 1, closure: 1, "repeated-layoff": 2, "slow-leak": integer(random, 4, 8) };
  const step = kind === "repeated-layoff" ? integer(random, 1, 3) : 1;
  return Array.from({ length: spans[kind] }, (_, i) => at + i * step).filter((t) => t < months);
}

/** People one cut takes from n: small enterprises cut deep, dominant ones cut hundreds and stay above four fifths. */
export function cutPeople(trouble: Trouble, n: number): number {
  if (trouble.kind === "closure") return n;
  if (trouble.kind === "slow-leak") return Math.max(2, Math.round(n * (0.03 + 0.04 * trouble.depth)));
  if (n < 60) return Math.round(n * (0.35 + 0.3 * trouble.depth));
  if (n < 500) return Math.max(20, Math.round(n * (0.12 + 0.38 * trouble.depth)));
  return Math.max(60, Math.round(n * (0.06 + 0.14 * trouble.depth)));
}
