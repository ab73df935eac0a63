import type { RecordKind } from "../../models/record.ts";
import type { Db } from "./db.ts";
import type { MonthSpan } from "./publication.ts";
import type { Vintage } from "./vintage.ts";

export interface BatchHead {
  readonly source: string;
  /** null: blocked before it was known what kind of table it is. */
  readonly kind: RecordKind | null;
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly publishedOn: string;
  readonly importedBy: string;
  /** Whether the delivery says that the simulator wrote it; left out, it does not. */
  readonly simulated?: boolean;
}

export interface BatchCounts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly warned: number;
}

export interface Batch extends BatchHead {
  readonly id: number;
  readonly importedAt: string;
  readonly verdict: "accepted" | "blocked";
  readonly counts: BatchCounts;
}

/** The accepted batches with the same content from the same source, oldest first: more than one when its date was corrected. */
export async function sameBatches(
  db: Db,
  source: string,
  sha256: string,
): Promise<{ readonly id: number; readonly publishedOn: string }[]> {
  return db.query<{ id: number; publishedOn: string }>(
    `select id, published_on as "publishedOn" from batch
     where source = $1 and sha256 = $2 and verdict = 'accepted' order by id`,
    [source, sha256],
  );
}

/** The newest blocked batch with the same content from the same source; null when there is none. */
export async function blockedBatch(db: Db, source: string, sha256: string): Promise<number | null> {
  const [row] = await db.query<{ id: number }>(
    "select id from batch where source = $1 and sha256 = $2 and verdict = 'blocked' order by id desc limit 1",
    [source, sha256],
  );
  return row?.id ?? null;
}

/** Opens a batch; its counts are set by closeBatch in the same transaction. */
export async function openBatch(tx: Db, head: BatchHead, verdict: "accepted" | "blocked"): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into batch (source, kind, name, sha256, size_bytes, published_on, imported_by, verdict,
       simulated, rows_read, rows_accepted, rows_quarantined, rows_warned)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0) returning id`,
    [
      head.source,
      head.kind,
      head.name,
      head.sha256,
      head.sizeBytes,
      head.publishedOn,
      head.importedBy,
      verdict,
      head.simulated ?? false,
    ],
  );
  if (!row) throw new Error("insert into batch returned no id");
  return row.id;
}

/** Notes that what a batch holds is simulated, although its header did not say so. */
export async function markSimulated(tx: Db, batch: number): Promise<void> {
  await tx.query("update batch set simulated = true where id = $1", [batch]);
}

/** Records what the batch held, the dates its rows became known, and which months the rows of each date speak of. */
export async function closeBatch(
  tx: Db,
  batch: number,
  counts: BatchCounts,
  published: ReadonlyMap<string, number>,
  months: ReadonlyMap<string, MonthSpan> = new Map(),
): Promise<void> {
  await tx.query(
    `update batch set rows_read = $2, rows_accepted = $3, rows_quarantined = $4, rows_warned = $5 where id = $1`,
    [batch, counts.read, counts.accepted, counts.quarantined, counts.warned],
  );
  const dates = [...published.keys()];
  await tx.query(
    `insert into publication (batch_id, published_on, rows, first_month, last_month)
     select $1, on_date, rows, first, last
     from unnest($2::date[], $3::integer[], $4::integer[], $5::integer[]) as p (on_date, rows, first, last)`,
    [
      batch,
      dates,
      [...published.values()],
      dates.map((date) => months.get(date)?.first ?? null),
      dates.map((date) => months.get(date)?.last ?? null),
    ],
  );
}

/** Whether anything a vintage sees was written by the simulator. */
export async function isSimulated(db: Db, vintage: Vintage): Promise<boolean> {
  const [row] = await db.query<{ simulated: boolean }>(
    `select exists (
       select 1 from batch b join publication p on p.batch_id = b.id
       where b.simulated and b.id <= $1 and p.published_on <= $2) as simulated`,
    [vintage.batch, vintage.publishedOn],
  );
  return row?.simulated ?? false;
}

/** Keeps one compressed part of the delivery as it came. */
export async function keepPart(tx: Db, batch: number, part: number, bytes: Uint8Array): Promise<void> {
  await tx.query("insert into batch_part (batch_id, part, bytes) values ($1, $2, $3)", [batch, part, bytes]);
}

interface BatchRow {
  id: number;
  source: string;
  kind: RecordKind | null;
  name: string;
  sha256: string;
  size_bytes: number;
  published_on: string;
  imported_at: string;
  imported_by: string;
  verdict: "accepted" | "blocked";
  simulated: boolean;
  rows_read: number;
  rows_accepted: number;
  rows_quarantined: number;
  rows_warned: number;
}

/** When the newest delivery that counts was published and came in; null before the first. */
export async function newestAccepted(
  db: Db,
): Promise<{ readonly publishedOn: string; readonly importedAt: string } | null> {
  const [row] = await db.query<{ publishedOn: string; importedAt: string }>(
    `select published_on as "publishedOn", imported_at as "importedAt" from batch
     where verdict = 'accepted' order by id desc limit 1`,
  );
  return row ?? null;
}

const COLUMNS = `id, source, kind, name, sha256, size_bytes, published_on, imported_at, imported_by, verdict,
       simulated, rows_read, rows_accepted, rows_quarantined, rows_warned`;
const NEWEST = 2_147_483_647;

/** Deliveries up to a batch number, newest first; all of them, or so many. */
export async function batches(db: Db, upTo: number | null = null, size: number | null = null): Promise<Batch[]> {
  const rows = await db.query<BatchRow>(`select ${COLUMNS} from batch where id <= $1 order by id desc limit $2`, [
    ...[upTo ?? NEWEST, size],
  ]);
  return rows.map(toBatch);
}

export async function batchById(db: Db, id: number): Promise<Batch | null> {
  const [row] = await db.query<BatchRow>(`select ${COLUMNS} from batch where id = $1`, [id]);
  return row ? toBatch(row) : null;
}

const toBatch = (row: BatchRow): Batch => ({
  ...{ id: row.id, source: row.source, kind: row.kind, name: row.name, sha256: row.sha256, sizeBytes: row.size_bytes },
  ...{ publishedOn: row.published_on, importedAt: row.imported_at, importedBy: row.imported_by },
  ...{ verdict: row.verdict, simulated: row.simulated },
  counts: {
    ...{ read: row.rows_read, accepted: row.rows_accepted },
    ...{ quarantined: row.rows_quarantined, warned: row.rows_warned },
  },
});
