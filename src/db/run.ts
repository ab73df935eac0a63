import type { Month } from "../../models/month.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** One computation of one month on one vintage with one threshold set, upon one computation of the months before. */
export interface Run {
  readonly id: number;
  readonly month: Month;
  readonly asOf: string;
  readonly vintage: Vintage;
  readonly thresholdSetId: number;
  readonly model: string;
  /** The run that spoke for the nearest earlier month when this one began; null when there was none. */
  readonly afterRun: number | null;
  /** The change of regime that it was made under; null when there never was one. */
  readonly regimeId: number | null;
  readonly state: "running" | "done" | "abandoned";
  readonly finishedAt: string | null;
}

export type Counts = Readonly<Record<string, number>>;

interface RunRow {
  id: number;
  month: number;
  as_of: string;
  vintage_batch: number;
  vintage_on: string;
  threshold_set_id: number;
  model: string;
  after_run: number | null;
  regime_id: number | null;
  state: "running" | "done" | "abandoned";
  finished_at: string | null;
}

const COLUMNS =
  "id, month, as_of, vintage_batch, vintage_on, threshold_set_id, model, after_run, regime_id, state, finished_at";

const toRun = (row: RunRow): Run => ({
  id: row.id,
  month: row.month,
  asOf: row.as_of,
  vintage: { batch: row.vintage_batch, publishedOn: row.vintage_on },
  thresholdSetId: row.threshold_set_id,
  model: row.model,
  afterRun: row.after_run,
  regimeId: row.regime_id,
  state: row.state,
  finishedAt: row.finished_at,
});

/** Gives up what an interrupted run of a month began, unless it is the one to go on with. */
export async function abandonOthers(tx: Db, month: Month, except: number): Promise<void> {
  await tx.query(
    "update run set state = 'abandoned' where month = $1 and state = 'running' and kind = 'month' and id <> $2",
    [month, except],
  );
}

/** What makes two runs of a month the same. */
export type RunKey = Pick<Run, "month" | "vintage" | "thresholdSetId" | "model" | "afterRun" | "regimeId">;

/** The run of a month on exactly this vintage, threshold set, model, run before and regime; null when it never ran. */
export async function sameRun(
  db: Db,
  { month, vintage, thresholdSetId, model, afterRun, regimeId }: RunKey,
): Promise<Run | null> {
  const [row] = await db.query<RunRow>(
    `select ${COLUMNS} from run
     where month = $1 and vintage_batch = $2 and vintage_on = $3 and threshold_set_id = $4 and model = $5
       and after_run is not distinct from $6 and regime_id is not distinct from $7 and state <> 'abandoned'
       and kind = 'month'`,
    [month, vintage.batch, vintage.publishedOn, thresholdSetId, model, afterRun, regimeId],
  );
  return row ? toRun(row) : null;
}

export async function startRun(tx: Db, run: NewRun): Promise<Run> {
  const [row] = await tx.query<RunRow>(
    `insert into run (month, as_of, vintage_batch, vintage_on, threshold_set_id, model, after_run, regime_id, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'running') returning ${COLUMNS}`,
    valuesOf(run),
  );
  if (!row) throw new Error("insert into run returned no row");
  return toRun(row);
}

/** The run that speaks for a month: the newest finished one. */
export async function latestRun(db: Db, month: Month): Promise<Run | null> {
  const [row] = await db.query<RunRow>(
    `select ${COLUMNS} from run where month = $1 and state = 'done' and kind = 'month' order by id desc limit 1`,
    [month],
  );
  return row ? toRun(row) : null;
}

/** The run a month builds on: the one that speaks for the nearest earlier month that was run; null for the first. */
export async function runBefore(db: Db, month: Month): Promise<Run | null> {
  const [row] = await db.query<RunRow>(
    `select ${COLUMNS} from run where month < $1 and state = 'done' and kind = 'month' order by month desc, id desc limit 1`,
    [month],
  );
  return row ? toRun(row) : null;
}

/** The run that speaks for each month that has one, oldest month first. */
export async function latestRuns(db: Db): Promise<Run[]> {
  const rows = await db.query<RunRow>(
    `select distinct on (month) ${COLUMNS} from run where state = 'done' and kind = 'month' order by month, id desc`,
  );
  return rows.map(toRun);
}

/**
 * Of the runs that speak, the oldest one made upon a run that no longer does, and all after it: to be made anew in this
 * order. Empty when each month builds on the months before as they stand.
 */
export async function outdatedRuns(db: Db): Promise<Run[]> {
  const speaking = await latestRuns(db);
  const first = speaking.findIndex((run, i) => run.afterRun !== (speaking[i - 1]?.id ?? null));
  return first < 0 ? [] : speaking.slice(first);
}

export async function finishRun(tx: Db, run: Run): Promise<void> {
  await tx.query("update run set state = 'done', finished_at = now() where id = $1", [run.id]);
}

/** The steps of a run already finished, with what they counted. */
export async function finishedSteps(db: Db, run: Run): Promise<Map<string, { counts: Counts; milliseconds: number }>> {
  const rows = await db.query<{ step: string; counts: Counts; milliseconds: number }>(
    "select step, counts, milliseconds from run_step where run_id = $1",
    [run.id],
  );
  return new Map(rows.map((row) => [row.step, row]));
}

export async function finishStep(tx: Db, run: Run, step: string, fence: number, counts: Counts, milliseconds: number) {
  await tx.query(
    "insert into run_step (run_id, step, fence, counts, milliseconds) values ($1, $2, $3, $4::jsonb, $5)",
    [run.id, step, fence, JSON.stringify(counts), Math.round(milliseconds)],
  );
}

/** A judgement of events on the day they came in: it speaks for no month, and month runs build on none of them. */
export async function keepEventRun(tx: Db, run: NewRun): Promise<Run> {
  const [row] = await tx.query<RunRow>(
    `insert into run (month, as_of, vintage_batch, vintage_on, threshold_set_id, model, after_run, regime_id, kind, state,
       finished_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'event', 'done', now()) returning ${COLUMNS}`,
    valuesOf(run),
  );
  return toRun(row!);
}

type NewRun = Omit<Run, "id" | "state" | "finishedAt">;

const valuesOf = ({ vintage, ...run }: NewRun): readonly unknown[] => [
  ...[run.month, run.asOf, vintage.batch, vintage.publishedOn, run.thresholdSetId, run.model, run.afterRun],
  run.regimeId,
];
