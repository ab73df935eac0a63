import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import { RUNS_BEFORE } from "./runs-before.ts";

interface Keyed {
  readonly dimension: string;
  readonly code: string;
}

/** One total's forecast, and how earlier forecasts of it did. */
export interface KeptForecast<F extends Keyed, O> {
  readonly made: F;
  readonly outcomes: readonly O[];
}

export async function keepForecasts(
  tx: Db,
  run: number,
  kept: Iterable<KeptForecast<Keyed, unknown>>,
): Promise<number> {
  const columns = ["run_id", "dimension", "code", "body", "outcomes"];
  const line = ({ made, outcomes }: KeptForecast<Keyed, unknown>) =>
    copyLine([run, made.dimension, made.code, JSON.stringify(made), JSON.stringify(outcomes)]);
  return tx.bulkLoad("forecast", columns, copyChunks(kept, line));
}

export async function forecastsOf<F extends Keyed, O>(db: Db, run: number): Promise<KeptForecast<F, O>[]> {
  return db.query<KeptForecast<F, O>>(
    "select body as made, outcomes from forecast where run_id = $1 order by dimension, code",
    [run],
  );
}

/** What the runs before this one foretold and how they did, from month `from` on; one dimension, or all. */
export async function forecastsBefore<F extends Keyed, O>(
  db: Db,
  run: number,
  from: number,
  dimension: string | null = null,
): Promise<(KeptForecast<F, O> & { readonly month: number })[]> {
  return db.query(
    `${RUNS_BEFORE} select b.month, f.body as made, f.outcomes from before b join forecast f on f.run_id = b.id
     where $3::text is null or f.dimension = $3 order by b.month, f.dimension, f.code`,
    [run, from, dimension],
  );
}
