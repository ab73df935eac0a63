import { simulatedCode } from "./code.ts";
import { enterpriseName } from "./name.ts";
import { type Place, seasonCourse } from "./place.ts";
import { between, chance, integer, type Quantiles, quantile, type Random, weighted } from "./random.ts";
import type { Trade } from "./trade.ts";

/** Headcount an enterprise starts with: half have ten or fewer, the largest twentieth holds about half of all jobs. */
const SIZES: Quantiles = [
  [0, 5],
  [0.25, 6],
  [0.5, 10],
  [0.75, 19],
  [0.9, 40],
  [0.95, 70],
  [0.98, 160],
  [0.99, 350],
  [0.997, 1000],
  [0.999, 2200],
  [1, 5000],
];
/** Turnover beside the trade's: most enterprises are calm and a few are doors. */
const RESTLESSNESS: Quantiles = [
  [0, 0.1],
  [0.5, 0.6],
  [0.9, 1.6],
  [1, 5],
];
const BIRTHS_A_YEAR = 0.035;
const SMALL_EXITS_A_YEAR = 0.04;

/** What an enterprise is, drawn once. Months are positions in the simulated span. */
export interface Traits {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly industry: string;
  readonly trade: Trade;
  readonly town: number;
  readonly ownership: string | null;
  /** Headcount in an average month, before anything happens. */
  readonly size: number;
  /** First month with people: 0, or the month it opened. */
  readonly opens: number;
  /** Month a small enterprise quietly gives up, if it is still small; null for never. */
  readonly givesUp: number | null;
  readonly turnover: number;
  readonly growth: number;
  readonly festival: number;
  readonly season: readonly number[];
  readonly dispatchShare: number;
}

/** Draws the number-th enterprise. Two of the first thirty carry pilot-like codes that fail the check character. */
export function drawTraits(place: Place, random: Random, number: number): Traits {
  const kind = weighted(random, place.industryWeights);
  const trade = place.trades[kind]!;
  const { profile } = place;
  return {
    number,
    code: simulatedCode(
      profile.codeScheme,
      profile.place,
      number * 2,
      number === 11 || number === 27 ? "pilot" : "valid",
    ),
    name: enterpriseName(random, place.shortName, trade.word, number),
    industry: place.industries[kind]!.code,
    trade,
    town: weighted(random, place.townWeights),
    ownership: place.ownerships[weighted(random, place.ownershipWeights)]?.code ?? null,
    size: Math.max(3, quantile(random, SIZES) * trade.size),
    opens: once(random, place.months, BIRTHS_A_YEAR) ?? 0,
    givesUp: once(random, place.months, SMALL_EXITS_A_YEAR),
    turnover: Math.min(0.2, trade.turnover * quantile(random, RESTLESSNESS)),
    growth: trade.growth + between(random, -0.08, 0.03),
    festival: chance(random, 0.7) ? trade.festival * between(random, 0.3, 1.6) : 0,
    season: seasonCourse(place, trade.season, between(random, 0, 1.2)),
    dispatchShare: chance(random, trade.dispatch) ? between(random, 0.05, 0.35) : 0,
  };
}

/** The month of something that happens at this rate a year, at most once; null when it does not. */
export function once(random: Random, months: number, rate: number): number | null {
  return chance(random, (rate * months) / 12) && months > 1 ? integer(random, 1, months - 1) : null;
}
