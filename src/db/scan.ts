import type { Db } from "./db.ts";

let cursors = 0;

/** Walks a query's rows through a server cursor, `size` at a time, so that memory does not grow with the table. */
export async function* scanCursor<R>(
  tx: Db,
  sql: string,
  params: readonly unknown[],
  size: number,
): AsyncIterable<R[]> {
  const name = `walk_${++cursors}`;
  await tx.query(`declare ${name} no scroll cursor for ${sql}`, params);
  try {
    for (;;) {
      const rows = await tx.query<R>(`fetch ${size} from ${name}`);
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
    }
  } finally {
    await tx.query(`close ${name}`).catch(() => {}); // the transaction may already be lost; its error is the one to report
  }
}
