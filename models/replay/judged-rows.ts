import { type BaselineScore, baselineScores } from "../judging/baselines.ts";
import type { JudgedScore, JudgedRows as Rows } from "../judging/judgement.ts";
import type { Month } from "../month.ts";
import { GAP, type Panel } from "../panel.ts";
import type { Profile } from "../profile.ts";
import { eventChance, type Foretelling, foretellingsOf } from "../risk/event-chance.ts";
import { FEATURES } from "../risk/features.ts";
import type { ReductionLine } from "../risk/model.ts";
import type { ScoreColumns } from "../score.ts";
import { countScores } from "./count-scores.ts";
import { eventFactsIn } from "./event-facts.ts";
import type { DatedEvent } from "./keep-month.ts";

/** Enterprise-months to judge on, with every score of them, gathered month by month. */
export interface Gathered {
  readonly rows: Omit<Rows, "outcome">;
  /** rows × FEATURES, as models/risk/features.ts writes them. */
  readonly features: Float32Array;
  /** The risk as the month run would have said it. */
  readonly risk: Float64Array;
  /** Scores that anybody could have made; ours is held against them. */
  readonly beside: readonly Omit<JudgedScore, "probability">[];
  /** 1: the enterprise was reported to be ceasing. */
  readonly ceasing: Uint8Array;
  /** Log-odds that the heaviest event of its last months adds by the profile; 0 without one. */
  readonly eventChance: Float32Array;
}

export interface Gathering {
  month(panel: Panel, scores: ScoreColumns, events: readonly DatedEvent[]): void;
  gathered(): Gathered;
}

interface MonthPart {
  readonly month: Month;
  readonly enterprise: Int32Array;
  readonly size: Int32Array;
  readonly features: Float32Array;
  readonly risk: Float64Array;
  readonly ceasing: Uint8Array;
  readonly eventChance: Float32Array;
  readonly beside: readonly BaselineScore[];
}

/** @param fewest persons from which an enterprise-month is judged */
export function beginGathering({ eventKinds }: Profile, fewest: number, line: ReductionLine): Gathering {
  const kinds = new Set(eventKinds.filter(({ ceases }) => ceases).map(({ code }) => code));
  const foretellings = foretellingsOf(eventKinds);
  const parts: MonthPart[] = [];
  return {
    month(panel, scores, events) {
      const told = new Set(events.filter(({ kind }) => kinds.has(kind)).map(({ enterprise }) => enterprise));
      const part = partOf(panel, scores, told, fewest);
      parts.push({ ...part, eventChance: chancesOf(part, events, foretellings, line) });
    },
    gathered: () => ({
      rows: {
        enterprise: joined(Int32Array, parts, (part) => part.enterprise),
        month: joined(Int32Array, parts, ({ month, size }) => new Int32Array(size.length).fill(month)),
        size: joined(Int32Array, parts, (part) => part.size),
      },
      features: joined(Float32Array, parts, (part) => part.features),
      risk: joined(Float64Array, parts, (part) => part.risk),
      ceasing: joined(Uint8Array, parts, (part) => part.ceasing),
      eventChance: joined(Float32Array, parts, (part) => part.eventChance),
      beside: (parts[0]?.beside ?? []).map(({ id, name }, i) => ({
        ...{ id, name },
        score: joined(Float64Array, parts, ({ beside }) => beside[i]!.score),
      })),
    }),
  };
}

function chancesOf(
  { enterprise: enterprises, size, month }: Pick<MonthPart, "enterprise" | "size" | "month">,
  events: readonly DatedEvent[],
  foretellings: ReadonlyMap<string, Foretelling>,
  line: ReductionLine,
): Float32Array {
  const facts = eventFactsIn(events, month);
  return Float32Array.from(enterprises, (enterprise, i) =>
    eventChance(facts.get(enterprise) ?? [], foretellings, line, size[i]!),
  );
}

function partOf(
  panel: Panel,
  scores: ScoreColumns,
  told: ReadonlySet<number>,
  fewest: number,
): Omit<MonthPart, "eventChance"> {
  const places = Uint32Array.from(scores.headcount, (_, row) => row).filter(
    (row) => scores.headcount[row] !== GAP && scores.headcount[row]! >= fewest,
  );
  const features = new Float32Array(places.length * FEATURES);
  places.forEach((row, i) => {
    features.set(scores.features.subarray(row * FEATURES, (row + 1) * FEATURES), i * FEATURES);
  });
  return {
    month: panel.month,
    enterprise: Int32Array.from(places, (row) => panel.enterprise[row]!),
    size: Int32Array.from(places, (row) => scores.headcount[row]!),
    features,
    risk: Float64Array.from(places, (row) => scores.risk[row]!),
    ceasing: Uint8Array.from(places, (row) => (told.has(panel.enterprise[row]!) ? 1 : 0)),
    beside: [
      ...baselineScores(panel).map(({ id, name, score }) => ({
        ...{ id, name },
        score: Float64Array.from(places, (row) => score[row]!),
      })),
      ...countScores(panel, places),
    ],
  };
}

type Column = Int32Array | Float32Array | Float64Array | Uint8Array;

function joined<T extends Column>(
  kind: new (size: number) => T,
  parts: readonly MonthPart[],
  of: (part: MonthPart) => T,
): T {
  const columns = parts.map(of);
  const all = new kind(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}
