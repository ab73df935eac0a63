import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

interface Keyed {
  readonly dimension: string;
  readonly code: string;
}

export async function keepGroupOutlines(tx: Db, run: number, outlines: Iterable<Keyed>): Promise<number> {
  const line = (o: Keyed) => copyLine([run, o.dimension, o.code, JSON.stringify(o)]);
  return tx.bulkLoad("group_outline", ["run_id", "dimension", "code", "body"], copyChunks(outlines, line));
}

export async function groupOutlinesOf<O extends Keyed>(db: Db, run: number): Promise<O[]> {
  const rows = await db.query<{ body: O }>(
    "select body from group_outline where run_id = $1 order by dimension, code",
    [run],
  );
  return rows.map((row) => row.body);
}
