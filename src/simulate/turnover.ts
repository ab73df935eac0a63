import type { Place } from "./place.ts";
import { between, binomial, chance, poisson, type Quantiles, quantile, type Random } from "./random.ts";
import type { Traits } from "./traits.ts";

/** Leavers of a month beside the usual: people leave in groups, so counts vary more than Poisson. Mean about 1. */
const LUMPS: Quantiles = [
  [0, 0],
  [0.5, 0.7],
  [0.85, 1.4],
  [0.97, 3],
  [1, 7],
];
/** Share of the distance to its usual headcount that an enterprise makes good in a month. */
const PULL = 0.12;
/** What is left of hiring for some months after a cut. */
const FROZEN = 0.3;
const ORDINARY_SHIFTS_A_MONTH = 0.006;
const INCOMPLETE_RETURN = 0.05;

/** Where an enterprise stands between two months. */
export interface State {
  /** Headcount. */
  n: number;
  /** Headcount of an average month it steers for. */
  base: number;
  /** The same for last month, with its season and festival. */
  target: number;
  dispatchShare: number;
  /** Months in which it hardly hires. */
  freeze: number;
}

/** Headcount an enterprise steers for in month t. */
export const targetOf = (place: Place, traits: Traits, base: number, t: number): number =>
  base * traits.season[t]! * (1 - traits.festival * place.absence[t]!);

/** What a month changes slowly: growth, a small shift now and then, people who did not come back after the festival. */
export function drift(place: Place, random: Random, traits: Traits, state: State, t: number): void {
  state.base *= 1 + traits.growth / 12;
  state.freeze = Math.max(0, state.freeze - 1);
  if (chance(random, ORDINARY_SHIFTS_A_MONTH)) state.base *= 1 + between(random, -0.15, 0.15);
  const returned = place.absence[t] === 0 && place.absence[t - 1]! > 0;
  if (returned && chance(random, INCOMPLETE_RETURN)) state.base *= 1 - traits.festival * between(random, 0.2, 0.8);
}

/** People an ordinary month would hire; below 0 when there are more than even no hiring would mend. */
export const wantedHires = (traits: Traits, state: State): number =>
  traits.turnover * state.n + PULL * (state.target - state.n);

/** Turnover and, where too many are there, the surplus. */
export function leavers(random: Random, traits: Traits, n: number, wanted: number): number {
  const surplus = wanted < 0 ? -wanted / n : 0;
  return binomial(random, n, Math.min(0.8, traits.turnover * lump(random, n) + surplus));
}

/** Replacements and those whom the season calls; move is this month's target over last month's. */
export function hires(random: Random, state: State, wanted: number, move: number): number {
  const seasonal = move > 1 ? state.n * (move - 1) : 0;
  const all = Math.max(0, wanted) * lump(random, state.n) + seasonal;
  return poisson(random, state.freeze > 0 ? all * FROZEN : all);
}

/** Large enterprises are many departments, so their lumps even out. */
const lump = (random: Random, n: number): number => 1 + ((quantile(random, LUMPS) - 1) * 120) / (120 + n);
