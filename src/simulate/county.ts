import type { Month } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { simulatedCode } from "./code.ts";
import { type Setting, type SimulatedEnterprise, tell } from "./enterprise.ts";
import { type History, liveThrough } from "./history.ts";
import { type Place, placeOf } from "./place.ts";
import { type Bond, drawBond, type Plan, planAlone, planArrival, planAway } from "./plan.ts";
import { type Random, randomOf } from "./random.ts";
import type { Succession } from "./register.ts";
import { dayOf, LAST_USUAL_DAY } from "./report.ts";
import { vocabularyOf } from "./term.ts";
import { drawTraits, type Traits } from "./traits.ts";

export interface Simulation {
  readonly enterprises: number;
  readonly months: number;
  readonly seed: number;
  readonly lastMonth: Month;
  readonly profile: Profile;
}

/** A county that exists only as its seed: each call of enterprises() makes the same ones anew, one at a time. */
export interface SimulatedCounty {
  readonly profile: Profile;
  readonly seed: number;
  readonly first: Month;
  readonly last: Month;
  /** The date the files would be drawn; nothing that became known later is in them. */
  readonly asOf: string;
  enterprises(): Generator<SimulatedEnterprise>;
}

/** The same seed makes the same county on every platform. Neighbours 2k and 2k + 1 may merge or exchange people. */
export function simulateCounty({ enterprises, months, seed, lastMonth, profile }: Simulation): SimulatedCounty {
  for (const [name, value] of Object.entries({ enterprises, months })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer, got ${value}`);
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, got ${seed}`);
  const first = lastMonth - months + 1;
  const place = placeOf(profile, seed, first, months);
  const words = vocabularyOf(profile);
  const asOf = dayOf(lastMonth + 1, Math.max(LAST_USUAL_DAY, Math.min(28, profile.calendar.closeDay.value)));
  return {
    profile,
    seed,
    first,
    last: lastMonth,
    asOf,
    *enterprises() {
      for (let number = 0; number < enterprises; number += 2) {
        yield* pair({ place, words, asOf }, number, number + 1 < enterprises);
      }
    },
  };
}

function* pair(setting: Setting, number: number, both: boolean): Generator<SimulatedEnterprise> {
  const { place } = setting;
  const random = randomOf(place.seed, number);
  const one = drawTraits(place, random, number);
  if (!both) return yield alone(setting, random, one);
  const other = drawTraits(place, random, number + 1);
  const bond = drawBond(random, one, other, place.months);
  if (bond !== null) return yield* bound(setting, random, one, other, bond);
  yield alone(setting, random, one);
  yield alone(setting, random, other);
}

function alone(setting: Setting, random: Random, traits: Traits): SimulatedEnterprise {
  const { place } = setting;
  const plan = planAlone(random, traits, place.months);
  const history = liveThrough(place, random, traits, plan);
  return tell(setting, random, traits, plan, history, renaming(place, traits, plan, history));
}

function* bound(
  setting: Setting,
  random: Random,
  from: Traits,
  to: Traits,
  bond: Bond,
): Generator<SimulatedEnterprise> {
  const { place } = setting;
  const away = planAway(bond);
  const giver = liveThrough(place, random, from, away);
  const arrival = planArrival(bond, away.away!.people(giver.headcount[bond.t - 1]!));
  const taker = liveThrough(place, random, to, arrival);
  const succession = bond.registered ? { t: bond.t, kind: bond.kind, code: to.code } : null;
  yield tell(setting, random, from, away, giver, succession);
  yield tell(setting, random, to, arrival, taker, null);
}

/** Only an enterprise that lives on can change its code. */
function renaming(place: Place, traits: Traits, plan: Plan, history: History): Succession | null {
  if (plan.renamedAt === null || history.endedAt !== null) return null;
  const code = simulatedCode(place.profile.codeScheme, place.profile.place, traits.number * 2 + 1);
  return { t: plan.renamedAt, kind: "code-change", code };
}
