import { GAP } from "../../models/panel.ts";
import type { Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import { between, binomial, poisson, type Random } from "./random.ts";
import type { Traits } from "./traits.ts";
import { cutPeople, type LayoffKind, SMALLEST_CUT } from "./trouble.ts";
import { drift, hires, leavers, type State, targetOf, wantedHires } from "./turnover.ts";

/** A planted loss as it came to pass: the headcount falls by at least these people in month t. */
export interface Layoff {
  readonly t: number;
  readonly people: number;
  readonly kind: LayoffKind;
}

export type Cause = "ordinary" | "season" | "layoff" | "closure" | "transfer";

/** What really happened, month by month; GAP where the enterprise does not exist. The last month of a closure holds 0. */
export interface History {
  readonly headcount: Int32Array;
  readonly dispatch: Int32Array;
  readonly hidden: Int32Array;
  /** Hires and leavers, without the people who move in a merger or transfer. */
  readonly hired: Int32Array;
  readonly departed: Int32Array;
  readonly causes: Cause[];
  readonly layoffs: Layoff[];
  /** Month with nobody left (closure) or with everybody at the successor (merger); null when it lives on. */
  endedAt: number | null;
}

const FREEZE_MONTHS = 3;
/** People at home without work in an ordinary month. */
const USUALLY_IDLE = 0.002;

interface Life {
  readonly place: Place;
  readonly random: Random;
  readonly traits: Traits;
  readonly plan: Plan;
  readonly state: State;
  readonly history: History;
}

export function liveThrough(place: Place, random: Random, traits: Traits, plan: Plan): History {
  const history = blank(place.months);
  const state = { n: 0, base: traits.size, target: 0, dispatchShare: traits.dispatchShare, freeze: 0 };
  const life: Life = { place, random, traits, plan, state, history };
  for (let t = traits.opens; t < place.months && history.endedAt === null; t++) {
    if (t === traits.opens) open(life, t);
    else step(life, t);
    note(life, t);
  }
  return history;
}

function blank(months: number): History {
  const column = () => new Int32Array(months).fill(GAP);
  return {
    headcount: column(),
    dispatch: column(),
    hidden: column(),
    hired: column(),
    departed: column(),
    causes: Array.from({ length: months }, () => "ordinary"),
    layoffs: [],
    endedAt: null,
  };
}

/** A new enterprise hires everybody in its first month; an old one is found in the middle of its life. */
function open({ place, random, traits, state, history }: Life, t: number): void {
  state.target = targetOf(place, traits, state.base, t);
  const start = t === 0 ? state.target : state.target * between(random, 0.6, 0.95);
  state.n = Math.max(1, Math.round(start));
  history.departed[t] = t === 0 ? binomial(random, state.n, traits.turnover) : 0;
  history.hired[t] = t === 0 ? poisson(random, traits.turnover * state.n) : state.n;
}

function step(life: Life, t: number): void {
  const { place, random, traits, plan, state, history } = life;
  drift(place, random, traits, state, t);
  const before = state.n;
  const target = targetOf(place, traits, state.base, t);
  const move = target / state.target;
  const wanted = wantedHires(traits, state);
  const usual = leavers(random, traits, before, wanted);
  const seasonal = move < 1 ? binomial(random, before - usual, 1 - move) : 0;
  const cut = forced(life, t);
  const moved = plan.away?.t === t ? plan.away.people(before) : 0;
  const arrived = plan.arrival?.t === t ? plan.arrival.people : 0;
  const ended = history.endedAt === t;
  const room = before - cut - moved - (ended ? 0 : 1);
  const departed = cut + Math.max(0, Math.min(usual + seasonal, room));
  const hired = cut > 0 || ended ? 0 : hires(random, state, wanted, move);
  history.hired[t] = hired;
  history.departed[t] = departed;
  history.causes[t] = causeOf(history, t, moved, seasonal > usual);
  state.n = before - departed - moved + hired + arrived;
  const kept = (before - cut - moved + arrived) / before;
  state.base *= kept;
  state.target = target * kept;
}

/** People who leave because of the plan; marks layoffs and the end. */
function forced({ traits, plan, state, history }: Life, t: number): number {
  const { trouble } = plan;
  if (plan.away?.t === t && plan.away.kind === "merger") history.endedAt = t;
  if (traits.givesUp === t && !plan.bound && state.n < SMALLEST_CUT) {
    history.endedAt = t;
    return state.n;
  }
  if (trouble === null) return 0;
  if (trouble.dispatchLeavesAt === t) return dispatchLeaves(state);
  if (!trouble.cuts.includes(t) || state.n < SMALLEST_CUT) return 0;
  const people = cutPeople(trouble, state.n);
  history.layoffs.push({ t, people, kind: trouble.kind });
  if (trouble.kind === "closure") history.endedAt = t;
  state.freeze = FREEZE_MONTHS;
  return people;
}

function dispatchLeaves(state: State): number {
  const people = Math.min(state.n - 1, Math.round(state.n * state.dispatchShare * 0.75));
  state.dispatchShare *= 0.3;
  return people;
}

function causeOf(history: History, t: number, moved: number, mostlySeasonal: boolean): Cause {
  if (moved > 0) return "transfer";
  if (history.endedAt === t) return "closure";
  if (history.layoffs.at(-1)?.t === t) return "layoff";
  return mostlySeasonal ? "season" : "ordinary";
}

function note({ random, plan, state, history }: Life, t: number): void {
  const merged = history.endedAt === t && plan.away?.t === t;
  history.headcount[t] = merged ? GAP : state.n;
  history.dispatch[t] = Math.round(state.n * state.dispatchShare);
  const idle = plan.idle !== null && t >= plan.idle.from && t < plan.idle.until ? plan.idle.share : USUALLY_IDLE;
  history.hidden[t] = binomial(random, state.n, idle);
}
