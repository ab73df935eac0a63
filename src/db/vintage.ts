import type { Db } from "./db.ts";

/**
 * A state of knowledge: every accepted row of batches up to `batch` that had become known by `publishedOn`.
 * Always in its smallest form, so that two vintages are equal exactly when they see the same rows.
 */
export interface Vintage {
  readonly batch: number;
  readonly publishedOn: string;
}

/** What was known on a date ("as of"); null when nothing was. */
export async function vintageAsOf(db: Db, asOf: string): Promise<Vintage | null> {
  const [row] = await db.query<{ batch: number | null; published_on: string | null }>(
    "select max(batch_id) as batch, max(published_on) as published_on from publication where published_on <= $1",
    [asOf],
  );
  if (row?.batch == null || row.published_on == null) return null;
  return { batch: row.batch, publishedOn: row.published_on };
}

/** The earliest date on which anything was known; null in an empty database. */
export async function firstPublication(db: Db): Promise<string | null> {
  const [row] = await db.query<{ published_on: string | null }>(
    "select min(published_on) as published_on from publication",
  );
  return row?.published_on ?? null;
}
