import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

/** With every enterprise, or without the few largest. */
export type FigureScope = "all" | "without-dominant";

interface Keyed {
  readonly dimension: string;
  readonly code: string;
  readonly baseline: string;
}

export async function keepFigures(tx: Db, run: number, scope: FigureScope, figures: Iterable<Keyed>): Promise<number> {
  const columns = ["run_id", "scope", "dimension", "code", "baseline", "body"];
  const line = (f: Keyed) => copyLine([run, scope, f.dimension, f.code, f.baseline, JSON.stringify(f)]);
  return tx.bulkLoad("figure", columns, copyChunks(figures, line));
}

export async function figuresOf<F extends Keyed>(db: Db, run: number, scope: FigureScope): Promise<F[]> {
  const rows = await db.query<{ body: F }>(
    "select body from figure where run_id = $1 and scope = $2 order by baseline, dimension, code",
    [run, scope],
  );
  return rows.map((row) => row.body);
}

export async function keepOutline(tx: Db, run: number, outline: unknown): Promise<void> {
  await tx.query("insert into outline (run_id, body) values ($1, $2::jsonb)", [run, JSON.stringify(outline)]);
}

export async function outlineOf<O>(db: Db, run: number): Promise<O | null> {
  const [row] = await db.query<{ body: O }>("select body from outline where run_id = $1", [run]);
  return row?.body ?? null;
}
