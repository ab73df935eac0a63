import { eventFact, type Reported } from "../event-fact.ts";
import { rowOf } from "../fill-panel.ts";
import type { RuleFacts } from "../levels.ts";
import type { Month } from "../month.ts";
import { GAP, type Panel } from "../panel.ts";
import { type ScoreColumns, STATUS } from "../score.ts";
import { fillFacts, type Mutable, NO_FACTS, trailingGaps } from "../verdicts.ts";
import type { Reach } from "./floors.ts";
import { type KeptEvents, type KeptMonth, type KeptRows, NONE, ROW_NUMBERS } from "./kept-month.ts";

/** Something reported about an enterprise on a day. */
export interface DatedEvent extends Reported {
  readonly enterprise: number;
}

/**
 * Keeps of a scored month what rules look at.
 * @param q of every row, as panelQ says it
 * @param events in the order of enterprises
 * @param kinds codes of the profile's event kinds; events of other kinds concern no rule
 */
export function keepMonth(
  panel: Panel,
  scores: ScoreColumns,
  q: Float64Array,
  events: readonly DatedEvent[],
  kinds: readonly string[],
  reach: Reach,
): KeptMonth {
  const kept = keepEvents(panel.month, events, kinds, reach);
  const told = new Set(kept.enterprise);
  const rows = keptRows(panel, scores, q, (facts, enterprise) => reach.keeps(facts) || told.has(enterprise));
  const unseen = [...new Set(kept.enterprise)].filter((enterprise) => rowOf(panel, enterprise) < 0);
  const reporting = scores.headcount.reduce((count, persons) => (persons === GAP ? count : count + 1), 0);
  const recovered = panel.enterprise.filter((_, row) => hasRecovered(scores, row));
  return { month: panel.month, reporting, rows: withUnseen(rows, unseen), recovered, events: kept };
}

const hasRecovered = ({ status, headcount, previous }: ScoreColumns, row: number): boolean =>
  status[row] === STATUS.rebased && headcount[row]! > Math.max(0, previous[row]!);

function keepEvents(
  month: Month,
  events: readonly DatedEvent[],
  kinds: readonly string[],
  { eventMonths }: Reach,
): KeptEvents {
  const placeOf = new Map(kinds.map((kind, i) => [kind, i]));
  const known = events
    .map((event) => ({
      ...eventFact(event, month),
      enterprise: event.enterprise,
      kind: placeOf.get(event.kind) ?? NONE,
    }))
    .filter(({ kind, monthsAgo }) => kind !== NONE && monthsAgo >= 0 && monthsAgo < eventMonths);
  return {
    enterprise: Int32Array.from(known, (event) => event.enterprise),
    kind: Int32Array.from(known, (event) => event.kind),
    monthsAgo: Int32Array.from(known, (event) => event.monthsAgo),
    day: Int32Array.from(known, (event) => event.day),
    people: Int32Array.from(known, (event) => event.people ?? NONE),
  };
}

type Keeps = (facts: RuleFacts, enterprise: number) => boolean;

function keptRows(panel: Panel, scores: ScoreColumns, q: Float64Array, keeps: Keeps): KeptRows {
  const places: number[] = [];
  const facts: Mutable<RuleFacts> = { ...NO_FACTS };
  for (let row = 0; row < panel.size; row++) {
    factsOf(facts, panel, scores, q, row);
    if (keeps(facts, panel.enterprise[row]!)) places.push(row);
  }
  const rows = emptyRows(places.length);
  places.forEach((row, i) => {
    factsOf(facts, panel, scores, q, row);
    keepRow(rows, i, facts);
    rows.enterprise[i] = panel.enterprise[row]!;
    rows.now[i] = orNone(scores.status[row] === STATUS.exited ? 0 : scores.headcount[row]!);
  });
  return rows;
}

function factsOf(facts: Mutable<RuleFacts>, panel: Panel, scores: ScoreColumns, q: Float64Array, row: number): void {
  facts.q = q[row]!;
  fillFacts(facts, panel, scores, row, scores.status[row] === STATUS.silent ? trailingGaps(panel, row) : 0);
}

function keepRow(rows: KeptRows, i: number, facts: RuleFacts): void {
  const persons = (value: number) => (Number.isNaN(value) ? NONE : value);
  rows.before[i] = persons(facts.headcountBefore);
  rows.fallPeople[i] = persons(facts.fallPeople);
  rows.silentMonths[i] = persons(facts.silentMonths);
  rows.industry[i] = facts.industry;
  for (const name of ROW_NUMBERS) rows[name][i] = facts[name];
}

const orNone = (headcount: number): number => (headcount === GAP ? NONE : headcount);

export function emptyRows(size: number): KeptRows {
  const persons = () => new Int32Array(size).fill(NONE);
  const number = () => new Float64Array(size).fill(Number.NaN);
  return {
    ...{ enterprise: new Int32Array(size), now: persons(), before: persons(), fallPeople: persons() },
    ...{ silentMonths: persons(), industry: new Int32Array(size).fill(-1) },
    ...{ z: number(), leak: number(), fall3People: number() },
    ...{ fall12People: number(), hiddenShare: number(), risk: number(), overRed: number() },
    ...{ overOrange: number(), q: number() },
  };
}

/** Who never reported a headcount is judged on events alone: rows without a number, put where their ids belong. */
function withUnseen(rows: KeptRows, unseen: readonly number[]): KeptRows {
  if (unseen.length === 0) return rows;
  const all = [...Array.from(rows.enterprise, (id, at) => ({ id, at })), ...unseen.map((id) => ({ id, at: -1 }))];
  const merged = emptyRows(all.length);
  all
    .sort((a, b) => a.id - b.id)
    .forEach(({ id, at }, i) => {
      if (at >= 0) for (const name of Object.keys(merged) as (keyof KeptRows)[]) merged[name][i] = rows[name][at]!;
      merged.enterprise[i] = id;
    });
  return merged;
}
