import { formatMonth, type Month } from "../../models/month.ts";
import { GAP } from "../../models/panel.ts";
import type { HeadcountRecord } from "../../models/record.ts";
import type { History } from "./history.ts";
import type { Place } from "./place.ts";
import { between, chance, integer, type Random } from "./random.ts";
import type { Vocabulary } from "./term.ts";
import type { Traits } from "./traits.ts";

/** Which fields of the form an enterprise fills in, and what it foresees. Drawn once, as people keep their habits. */
export interface Habits {
  readonly flows: boolean;
  readonly dispatch: boolean;
  readonly hidden: boolean;
  readonly forecast: boolean;
  /** Says beforehand how many it will cut. */
  readonly candid: boolean;
}

export const drawHabits = (random: Random, traits: Traits): Habits => ({
  flows: chance(random, 0.85),
  dispatch: chance(random, traits.dispatchShare > 0 ? 0.9 : 0.6),
  hidden: chance(random, 0.7),
  forecast: chance(random, 0.5),
  candid: chance(random, 0.25),
});

/** Day of the next month by which nearly all figures are known. */
export const LAST_USUAL_DAY = 9;
const SILENT_ABOUT_REASON = 0.03;

/** A day of a month, "2023-01-09". */
export const dayOf = (month: Month, day: number): string => `${formatMonth(month)}-${day < 10 ? "0" : ""}${day}`;

/** The form of month t as it would be filled in without mistakes. */
export function trueReport(
  place: Place,
  random: Random,
  words: Vocabulary,
  habits: Habits,
  code: string,
  history: History,
  t: number,
): HeadcountRecord {
  const headcount = history.headcount[t]!;
  const fell = t > 0 ? headcount < history.headcount[t - 1]! : history.departed[t]! > history.hired[t]!;
  const told = fell && !chance(random, SILENT_ABOUT_REASON);
  return {
    code,
    month: place.first + t,
    headcount,
    dispatch: habits.dispatch ? history.dispatch[t]! : null,
    hidden: habits.hidden ? history.hidden[t]! : null,
    hired: habits.flows ? history.hired[t]! : null,
    departed: habits.flows ? history.departed[t]! : null,
    reductionType: told ? leading(random, words.types[history.causes[t]!]) : null,
    reasons: told ? reasonsOf(random, words.reasons[history.causes[t]!]) : [],
    nextMonth: habits.forecast && headcount > 0 ? forecast(random, habits, history, t) : null,
    publishedOn: dayOf(place.first + t + 1, integer(random, 1, LAST_USUAL_DAY)),
  };
}

/** The first of a list in two cases of three. */
function leading(random: Random, ids: readonly number[]): number | null {
  if (ids.length === 0) return null;
  return (chance(random, 0.67) ? ids[0] : ids[integer(random, 0, ids.length - 1)])!;
}

/** One to three reasons, without repeats. */
function reasonsOf(random: Random, ids: readonly number[]): number[] {
  const wanted = chance(random, 0.7) ? 1 : integer(random, 2, 3);
  const start = chance(random, 0.5) ? 0 : integer(random, 0, Math.max(0, ids.length - 1));
  return Array.from({ length: Math.min(wanted, ids.length) }, (_, i) => ids[(start + i) % ids.length]!);
}

/** Next month as the enterprise sees it: about as now; a candid one foretells a cut, and a closing one its end. */
function forecast(random: Random, habits: Habits, history: History, t: number): number {
  const now = history.headcount[t]!;
  const next = history.headcount[t + 1] ?? GAP;
  const cut = history.layoffs.find((layoff) => layoff.t === t + 1);
  if (cut && habits.candid) return now - cut.people;
  const seen = next === GAP ? now : Math.max(now + (next - now) * 0.5, now * 0.8);
  return Math.max(0, Math.round(seen * between(random, 0.98, 1.02)));
}
