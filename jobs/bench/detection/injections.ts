import type { Month } from "../../../models/month.ts";
import { GAP } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { chance, integer, type Random, randomOf } from "../../../src/simulate/random.ts";
import type { Histories } from "./histories.ts";
import { INJECTIONS, type Injected, type Injection, inject } from "./inject.ts";
import { type Replay, replay } from "./replay.ts";

/** How often one injection was made and answered as it ought to be (an alert in time, or none). */
export interface Outcome {
  readonly name: string;
  readonly made: number;
  readonly alerted: number;
}

export interface InjectionOrder {
  readonly rounds: number;
  readonly seed: number;
  /** Months of history before an injection, and the headcount in the month before it. */
  readonly history: number;
  readonly headcount: number;
  /** Share of the calm enterprises disturbed in a round: few where there are many, so that their peers stay real. */
  readonly disturbed: number;
  /** What is known to have happened: no stretch with one of these is calm. */
  readonly known?: readonly { readonly code: string; readonly month: Month }[];
}

/** Months watched after an injection begins: a ramp of three, and two more; and months of calm before it. */
const WATCHED = 5;
const CALM_BEFORE = 12;
/** An alert may open up to three months before what it is about. */
const CALM_AFTER = 3;
/** A large reduction, as the prediction targets define it: so many people and such a share within three months. */
const LARGE = { people: 20, share: 0.1 };

/**
 * Injects falls and disturbances into calm real enterprises and counts what is alerted. Calm: from a year
 * before to the end of the watch it reports every month and never loses 20 people and 10 % within three months by itself.
 */
export function measureInjections(histories: Histories, profile: Profile, order: InjectionOrder): Outcome[] {
  const random = randomOf(order.seed, 0);
  const onFalls = fallRules(profile);
  const outcomes = INJECTIONS.map(({ name }) => ({ name, made: 0, alerted: 0 }));
  for (let round = 0; round < order.rounds; round++) {
    const kind = round % INJECTIONS.length;
    const at = integer(random, order.history, histories.months - WATCHED);
    const calm = calmRows(histories, order, at, WATCHED);
    const injected = draw(calm, at, INJECTIONS[kind]!, order.disturbed, random);
    const from = histories.first + at;
    const seen = replay(inject(histories, injected, random), profile, from, from + WATCHED - 1);
    outcomes[kind]!.made += injected.length;
    outcomes[kind]!.alerted += injected.filter((one) => isTold(seen, one, onFalls)).length;
  }
  return outcomes;
}

/** One kind a round: a fall must not find its counterpart in a gain that was injected beside it. */
const draw = (calm: readonly number[], at: number, injection: Injection, share: number, random: Random): Injected[] =>
  calm.filter(() => chance(random, share)).map((row) => ({ row, at, injection }));

/** In time for what must be found; at any time of the watch for what must not. That nobody reports is told, and is no fall. */
const isTold = ({ told, from, months }: Replay, { row, injection }: Injected, onFalls: Set<string>): boolean =>
  told.some(
    (alert) =>
      alert.row === row &&
      alert.month - from <= (injection.within ?? months) &&
      alert.rules.some((rule) => onFalls.has(rule)),
  );

/** Rules with a level that ask for more than silence. */
const fallRules = ({ thresholds }: Profile): Set<string> =>
  new Set(thresholds.rules.filter(({ level, when }) => level !== null && !when.silentMonths).map(({ id }) => id));

/**
 * Rows calm from a year before column `at` to so many months on: enough people, a report every month, nothing known, and no
 * large reduction of their own.
 */
export function calmRows(
  histories: Histories,
  order: Pick<InjectionOrder, "headcount" | "known">,
  at: number,
  ahead: number,
): number[] {
  const { codes, months, headcount, first } = histories;
  const [from, to] = [Math.max(0, at - CALM_BEFORE), at + ahead];
  const eventful = new Set(
    (order.known ?? [])
      .filter(({ month }) => month >= first + from && month < first + to + CALM_AFTER)
      .map(({ code }) => code),
  );
  const calm = (row: number): boolean =>
    !eventful.has(codes[row]!) && isCalm(headcount.subarray(row * months + from, row * months + to), order.headcount);
  return Array.from(codes, (_, row) => row).filter(calm);
}

function isCalm(cells: Int32Array, fewest: number): boolean {
  if (cells.includes(GAP) || Math.min(...cells) < fewest) return false;
  return cells.every((now, t) => {
    const most = Math.max(...cells.subarray(Math.max(0, t - 3), t + 1));
    return most - now < LARGE.people || most - now < LARGE.share * most;
  });
}
