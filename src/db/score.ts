import { GAP, type Panel } from "../../models/panel.ts";
import { FEATURES } from "../../models/risk/features.ts";
import { intervalOf, jobsAtRisk } from "../../models/risk/foretell.ts";
import { personsOf } from "../../models/risk/foretell-panel.ts";
import type { CompiledModel } from "../../models/risk/model.ts";
import { type ScoreColumns, STATUS } from "../../models/score.ts";
import type { Verdicts } from "../../models/verdicts.ts";
import type { Db } from "./db.ts";

const COLUMNS = [
  "run_id",
  "enterprise_id",
  "status",
  "headcount",
  "previous",
  "expected",
  "lower",
  "peer_change",
  "peers",
  "z",
  "leak",
  "slope",
  "trend_p",
  "fall3",
  "fall12",
  "hidden_share",
  "silent_months",
  "break_month",
  "risk",
  "level",
  "rules",
  "jobs_at_risk",
  "features",
  "q",
  "risk_low",
  "risk_high",
];

/** What a run found of every enterprise of its panel. */
export interface Found {
  readonly scores: ScoreColumns;
  readonly verdicts: Verdicts;
  /** Chance of the model's event by what was reported, by row. */
  readonly chances: ReadonlyMap<number, number>;
}

/** Stores the scores of a run by COPY, in the panel's order. @param watched enterprises whose features are kept without a level too */
export function keepScores(
  tx: Db,
  run: number,
  panel: Panel,
  found: Found,
  model: CompiledModel,
  watched: ReadonlySet<number>,
): Promise<number> {
  return tx.bulkLoad("score", COLUMNS, scoreChunks(run, panel, found, model, watched));
}

function* scoreChunks(
  run: number,
  panel: Panel,
  found: Found,
  model: CompiledModel,
  watched: ReadonlySet<number>,
): Iterable<string> {
  const { scores: s, verdicts: v } = found;
  let chunk = "";
  for (let r = 0; r < panel.size; r++) {
    chunk += `${run}\t${panel.enterprise[r]}\t${s.status[r]}\t${count(s.headcount[r]!)}\t${count(s.previous[r]!)}\t${real(s.expected[r]!, 1)}\t${real(s.lower[r]!, 1)}\t${real(s.peerChange[r]!, 6)}\t${s.peers[r]}\t${real(s.z[r]!, 4)}\t${real(s.leak[r]!, 4)}\t${real(s.slope[r]!, 6)}\t${real(s.trendP[r]!, 6)}\t${real(s.fall3[r]!, 1)}\t${real(s.fall12[r]!, 1)}\t${real(s.hiddenShare[r]!, 4)}\t${v.silentMonths[r]}\t${count(s.breakMonth[r]!)}\t${real(s.risk[r]!, 4)}\t${v.level[r]! < 0 ? "\\N" : v.level[r]}\t${rulesText(v.reached.get(r))}\t${real(jobsAtRisk(model, s.risk[r]!, personsOf(s, r)), 1)}\t${v.level[r]! >= 0 || watched.has(panel.enterprise[r]!) ? featuresText(s.features, r) : "\\N"}\t${v.q === null ? "\\N" : real(v.q[r]!, 6)}\t${believedText(found, r, model)}\n`;
    if (chunk.length > 262_144) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk) yield chunk;
}

/** How far the risk may be believed, as two columns. */
function believedText({ scores, chances }: Found, row: number, model: CompiledModel): string {
  const interval = intervalOf(model, scores.risk[row]!, chances.get(row));
  return interval === null ? "\\N\t\\N" : `${real(interval.low, 4)}\t${real(interval.high, 4)}`;
}

/** Null where the features are not known at all. */
function featuresText(features: Float32Array, row: number): string {
  const own = features.subarray(row * FEATURES, (row + 1) * FEATURES);
  if (Number.isNaN(own[0]!)) return "\\N";
  return `{${Array.from(own, (value) => (Number.isNaN(value) ? "NaN" : value.toPrecision(7))).join(",")}}`;
}

const rulesText = (rules: readonly string[] | undefined): string => (rules ? `{${rules.join(",")}}` : "\\N");

const count = (value: number): number | string => (value === GAP ? "\\N" : value);

/**
 * Rounded to `decimals` places and written as a whole number with an exponent, "5738e-6": what is stored is what is shown,
 * the same on every machine, and a whole number is written several times faster than a fraction.
 */
const real = (value: number, decimals: number): string =>
  Number.isNaN(value) ? "\\N" : `${Math.round(value * POWERS[decimals]!)}e-${decimals}`;

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** One stored score; null is "no value". Units as in models/score.ts. */
export interface StoredScore {
  readonly enterprise: number;
  readonly status: number;
  readonly headcount: number | null;
  readonly previous: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
  readonly peerChange: number | null;
  readonly peers: number;
  readonly z: number | null;
  readonly leak: number | null;
  readonly slope: number | null;
  readonly trendP: number | null;
  readonly fall3: number | null;
  readonly fall12: number | null;
  readonly hiddenShare: number | null;
  readonly silentMonths: number;
  readonly breakMonth: number | null;
  readonly risk: number | null;
  readonly level: number | null;
  /** Ids of the rules that held, label-only ones too; null when none did. */
  readonly rules: readonly string[] | null;
  /** Persons: the risk times what the event usually costs. */
  readonly jobsAtRisk: number | null;
  /** Where a level was reached or an alert was open before: what the risk rests on, NaN not known. */
  readonly features: readonly number[] | null;
  /** Expected share of false ones among those called at this strength in its region. */
  readonly q: number | null;
  /** 80 % interval of the risk. */
  readonly riskLow: number | null;
  readonly riskHigh: number | null;
}

const SELECT = `enterprise_id as enterprise, status, headcount, previous, expected, lower, peer_change as "peerChange", peers,
  z, leak, slope, trend_p as "trendP", fall3, fall12, hidden_share as "hiddenShare", silent_months as "silentMonths",
  break_month as "breakMonth", risk, level, rules, jobs_at_risk as "jobsAtRisk", features,
  q, risk_low as "riskLow", risk_high as "riskHigh"`;

/** The scores of a run that reached a level. */
export async function alarmingScores(db: Db, run: number): Promise<StoredScore[]> {
  return db.query<StoredScore>(
    `select ${SELECT} from score where run_id = $1 and level is not null order by enterprise_id`,
    [run],
  );
}

/** The scores of some enterprises in a run. */
export async function scoresOf(db: Db, run: number, enterprises: readonly number[]): Promise<Map<number, StoredScore>> {
  const rows = await db.query<StoredScore>(
    `select ${SELECT} from score where run_id = $1 and enterprise_id = any($2::integer[])`,
    [run, enterprises],
  );
  return new Map(rows.map((row) => [row.enterprise, row]));
}

export interface ExportedScore extends StoredScore {
  readonly code: string;
}

/** Every score of a run with the enterprise's code, by code, in blocks; inside a transaction. */
export function exportedScores(tx: Db, run: number, size: number): AsyncIterable<ExportedScore[]> {
  return tx.scan<ExportedScore>(
    `select e.code, ${SELECT.replaceAll("enterprise_id", "s.enterprise_id")}
     from score s join enterprise e on e.id = s.enterprise_id where s.run_id = $1 order by e.code`,
    [run],
    size,
  );
}

/** Enterprises silent in a run for at most so many months, those missing longest last. */
export async function silentScores(db: Db, run: number, months: number): Promise<StoredScore[]> {
  return db.query<StoredScore>(
    `select ${SELECT} from score where run_id = $1 and silent_months > 0 and silent_months <= $2 and status = ${STATUS.silent} order by silent_months, enterprise_id`,
    [run, months],
  );
}
