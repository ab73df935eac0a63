import { chance, integer, type Random } from "./random.ts";
import { once, type Traits } from "./traits.ts";
import { drawIdleness, drawTrouble, type Idleness, type Trouble } from "./trouble.ts";

/** Two neighbours joined at month t: everybody (merger) or a share of the people (transfer) goes from one to the other. */
export interface Bond {
  readonly kind: "merger" | "transfer";
  readonly t: number;
  readonly share: number;
  /** Whether the register says so; otherwise only the two opposite changes tell. */
  readonly registered: boolean;
}

/** Everything that will happen to an enterprise beyond its ordinary course. */
export interface Plan {
  readonly trouble: Trouble | null;
  readonly idle: Idleness | null;
  /** Month of an event that no layoff follows; null for none. */
  readonly falseEventAt: number | null;
  /** Month from which it reports under a new code; null for never. */
  readonly renamedAt: number | null;
  /** Joined to its neighbour, so nothing else is planned. */
  readonly bound: boolean;
  readonly away: { readonly t: number; readonly kind: Bond["kind"]; people(n: number): number } | null;
  readonly arrival: { readonly t: number; readonly people: number } | null;
}

const MERGERS_A_YEAR = 0.008;
const TRANSFERS_A_YEAR = 0.03;
const RENAMINGS_A_YEAR = 0.003;
const FALSE_EVENTS_A_YEAR = 0.012;
const FALSE_IDLENESS_A_YEAR = 0.008;
const REGISTERED_BONDS = 0.75;

/** Rates are of pairs of neighbours whose first is large enough for it to be noticed. */
export function drawBond(random: Random, from: Traits, to: Traits, months: number): Bond | null {
  if (from.size < 8 || from.opens > 0 || to.opens > 0) return null;
  const registered = chance(random, REGISTERED_BONDS);
  const merger = once(random, months, MERGERS_A_YEAR);
  if (merger !== null) return { kind: "merger", t: merger, share: 1, registered };
  const transfer = from.size < 20 ? null : once(random, months, TRANSFERS_A_YEAR);
  return transfer === null ? null : { kind: "transfer", t: transfer, share: integer(random, 20, 60) / 100, registered };
}

export const planAway = (bond: Bond): Plan => ({
  ...NOTHING,
  bound: true,
  away: { t: bond.t, kind: bond.kind, people: (n) => Math.floor(n * bond.share) },
});

export const planArrival = (bond: Bond, people: number): Plan => ({
  ...NOTHING,
  bound: true,
  arrival: { t: bond.t, people },
});

export function planAlone(random: Random, traits: Traits, months: number): Plan {
  const trouble = drawTrouble(random, traits, months);
  if (trouble !== null) return { ...NOTHING, trouble, idle: trouble.idle };
  const idleFrom = once(random, months, FALSE_IDLENESS_A_YEAR);
  return {
    ...NOTHING,
    idle: idleFrom === null ? null : drawIdleness(random, idleFrom, idleFrom + integer(random, 1, 3)),
    falseEventAt: once(random, months, FALSE_EVENTS_A_YEAR),
    renamedAt: traits.opens === 0 ? once(random, months, RENAMINGS_A_YEAR) : null,
  };
}

const NOTHING: Plan = {
  trouble: null,
  idle: null,
  falseEventAt: null,
  renamedAt: null,
  bound: false,
  away: null,
  arrival: null,
};
