import type { Month } from "../month.ts";
import { estimatesOf, rankScore } from "./estimates.ts";
import type { EventDefinition } from "./event-definition.ts";
import { judgeScore } from "./judge-score.ts";
import type { Happened, JudgedRows, JudgedScore, ScoreJudgement } from "./judgement.ts";
import type { JudgingThresholds } from "./thresholds.ts";

export interface BacktestInput extends Happened {
  readonly definition: EventDefinition;
  readonly rows: JudgedRows;
  /** 1: the desk knew of the case already (an alert, a reported event); such rows are left out. Absent: none. */
  readonly known?: Uint8Array;
  /** Ours first; the others are held against it. */
  readonly scores: readonly JudgedScore[];
  readonly thresholds: JudgingThresholds;
  /** From 0 up to 1, seeded by the caller. */
  readonly random: () => number;
}

/** A judging as one value, plain JSON: what was asked, of whom, by which numbers, and how each score did. */
export interface BacktestTable {
  readonly definition: EventDefinition;
  readonly thresholds: JudgingThresholds;
  readonly population: Population;
  readonly rows: readonly ScoreJudgement[];
}

export interface Population {
  /** Enterprise-months judged, outcome known. */
  readonly rows: number;
  readonly enterprises: number;
  readonly from: Month | null;
  readonly to: Month | null;
  readonly events: number;
  /** Average precision of a score that knows nothing; null without a row. */
  readonly baseRate: number | null;
  /** Rows left out: outcome not known (yet), and case known before. */
  readonly unknown: number;
  readonly known: number;
}

/** Holds every score against what came. Throws RangeError when a column is of another length than the rows. */
export function judgeBacktest(input: BacktestInput): BacktestTable {
  const { definition, thresholds, random } = input;
  checkLengths(input);
  const rows = withoutKnown(input.rows, input.known);
  const ranked = input.scores.map((score) => rankScore(silencedWhereKnown(score, input.known), rows));
  const estimates = estimatesOf(ranked, rows, thresholds, {
    random,
    resamples: thresholds.resamples.value,
    interval: thresholds.interval.value,
  });
  return {
    ...{ definition, thresholds },
    population: populationOf(rows, input.known),
    rows: ranked.map((score, i) => judgeScore(score, estimates[i], rows, input, thresholds)),
  };
}

const UNKNOWN = -1;

const withoutKnown = (rows: JudgedRows, known: Uint8Array | undefined): JudgedRows =>
  known ? { ...rows, outcome: rows.outcome.map((outcome, i) => (known[i] === 1 ? UNKNOWN : outcome)) } : rows;

/** No alert is raised about what the desk knows. */
const silencedWhereKnown = (score: JudgedScore, known: Uint8Array | undefined): JudgedScore =>
  known ? { ...score, score: score.score.map((s, i) => (known[i] === 1 ? Number.NaN : s)) } : score;

function populationOf({ enterprise, month, outcome }: JudgedRows, known: Uint8Array | undefined): Population {
  const judged = Uint32Array.from(outcome, (_, i) => i).filter((i) => outcome[i] >= 0);
  const leftOut = known ? known.reduce((sum, flag) => sum + flag, 0) : 0;
  const events = judged.reduce((sum, i) => sum + outcome[i], 0);
  const months = Int32Array.from(judged, (i) => month[i]).sort();
  return {
    rows: judged.length,
    enterprises: new Set(Array.from(judged, (i) => enterprise[i])).size,
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    ...{ events, baseRate: judged.length > 0 ? events / judged.length : null },
    ...{ unknown: outcome.length - judged.length - leftOut, known: leftOut },
  };
}

function checkLengths({ rows, known, scores }: BacktestInput): void {
  const columns = Object.entries({
    month: rows.month,
    size: rows.size,
    outcome: rows.outcome,
    ...(known ? { known } : {}),
  });
  const all = [...columns, ...scores.map(({ id, score }) => [`score ${id}`, score] as const)];
  for (const [name, { length }] of all)
    if (length !== rows.enterprise.length)
      throw new RangeError(`${name} has ${length} entries for ${rows.enterprise.length} rows`);
}
