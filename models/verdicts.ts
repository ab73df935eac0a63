import type { EventFact } from "./event-fact.ts";
import { type CompiledRules, judge, NOTHING_REACHED, type RuleFacts } from "./levels.ts";
import { GAP, type Panel } from "./panel.ts";
import { type ScoreColumns, STATUS } from "./score.ts";
import { panelQ } from "./scoring/panel-q.ts";

/** What the rules say of every enterprise of a panel, one entry each. */
export interface Verdicts {
  /** Months without a report up to and including this one; 0 when it reported. An exit is a fall in the first of them only. */
  readonly silentMonths: Int16Array;
  /** Place in the profile's levels; -1 none. */
  readonly level: Int8Array;
  /** Rules that held, by row; rows without one are missing. */
  readonly reached: ReadonlyMap<number, readonly string[]>;
  /** Expected share of false ones among those called at this strength, NaN without a z; null when no rule asks. */
  readonly q: Float64Array | null;
}

const NO_EVENTS: readonly EventFact[] = [];

/**
 * Holds every score against the rules. A level shift (rebased) is not a fall: its people went somewhere.
 * @param events what was reported about an enterprise, by database id
 */
export function judgePanel(
  panel: Panel,
  scores: ScoreColumns,
  rules: CompiledRules,
  events: ReadonlyMap<number, readonly EventFact[]>,
): Verdicts {
  const silentMonths = new Int16Array(panel.size);
  const level = new Int8Array(panel.size).fill(-1);
  const reached = new Map<number, readonly string[]>();
  const facts: Mutable<RuleFacts> = { ...NO_FACTS };
  const q = rules.asksQ ? panelQ(panel, scores, rules.leakReference) : null;
  for (let row = 0; row < panel.size; row++) {
    silentMonths[row] = trailingGaps(panel, row);
    facts.q = q === null ? Number.NaN : q[row]!;
    fillFacts(facts, panel, scores, row, scores.status[row] === STATUS.silent ? silentMonths[row]! : 0);
    facts.events = events.get(panel.enterprise[row]!) ?? NO_EVENTS;
    const judgement = judge(facts, rules);
    if (judgement === NOTHING_REACHED) continue;
    level[row] = judgement.level;
    reached.set(row, judgement.reached);
  }
  return { silentMonths, level, reached, q };
}

/** Facts of somebody about whom no number is known. */
export const NO_FACTS: RuleFacts = {
  z: Number.NaN,
  fallPeople: Number.NaN,
  fallShare: Number.NaN,
  fall3People: Number.NaN,
  fall3Share: Number.NaN,
  fall12People: Number.NaN,
  fall12Share: Number.NaN,
  leak: Number.NaN,
  headcountBefore: Number.NaN,
  hiddenShare: Number.NaN,
  risk: Number.NaN,
  overRed: Number.NaN,
  overOrange: Number.NaN,
  q: Number.NaN,
  silentMonths: Number.NaN,
  events: NO_EVENTS,
  industry: -1,
};

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Fills everything but q and events of a row; the same facts object may be filled again and again. */
export function fillFacts(
  facts: Mutable<RuleFacts>,
  panel: Panel,
  scores: ScoreColumns,
  row: number,
  silent: number,
): void {
  const status = scores.status[row]!;
  const before = headcountBefore(panel, row, scores.previous[row]!);
  const now = status === STATUS.exited ? 0 : scores.headcount[row]!;
  // An exit is a fall once, in the month after its last report, however long the row stays in the panel.
  const left = status === STATUS.exited && trailingGaps(panel, row) === 1;
  const judged = status === STATUS.scored || status === STATUS.returned;
  const fell = judged || left || status === STATUS.tooShort;
  const known = fell && scores.previous[row]! !== GAP && now !== GAP;
  // A whole enterprise gone is beyond any ordinary change; how many people decides the level.
  if (left) facts.q = 0;
  facts.z = left ? Number.NEGATIVE_INFINITY : judged ? scores.z[row]! : Number.NaN;
  facts.fallPeople = known ? before - now : Number.NaN;
  facts.fallShare = known && before > 0 ? (before - now) / before : Number.NaN;
  facts.fall3People = fell ? scores.fall3[row]! : Number.NaN;
  facts.fall3Share = fell && now !== GAP ? shareLost(scores.fall3[row]!, now) : Number.NaN;
  facts.fall12People = fell ? scores.fall12[row]! : Number.NaN;
  facts.fall12Share = fell && now !== GAP ? shareLost(scores.fall12[row]!, now) : Number.NaN;
  facts.leak = scores.leak[row]!;
  facts.headcountBefore = before === GAP ? Number.NaN : before;
  facts.hiddenShare = scores.hiddenShare[row]!;
  facts.risk = scores.risk[row]!;
  facts.overRed = scores.overRed[row]!;
  facts.overOrange = scores.overOrange[row]!;
  facts.silentMonths = silent;
  facts.industry = panel.industry[row]!;
}

/** Persons lost over those there were before; NaN when nobody was. */
export const shareLost = (people: number, now: number): number =>
  now + people > 0 ? people / (now + people) : Number.NaN;

export function trailingGaps(panel: Panel, row: number): number {
  let gaps = 0;
  while (gaps < panel.width && panel.headcount[(row + 1) * panel.width - 1 - gaps] === GAP) gaps++;
  return gaps;
}

/** Persons before the fall: of the month before or, of who did not report it, the last reported; GAP when none ever was. */
export const headcountBefore = (panel: Panel, row: number, previous: number): number =>
  previous === GAP ? lastReported(panel, row) : previous;

function lastReported(panel: Panel, row: number): number {
  for (let at = (row + 1) * panel.width - 1; at >= row * panel.width; at--)
    if (panel.headcount[at] !== GAP) return panel.headcount[at]!;
  return GAP;
}
