import type { Db } from "../db.ts";
import { type Anchor, type AuditEntry, type AuditRow, CHAIN_START, nextRow } from "./chain.ts";
import { type ChainCheck, checkChain } from "./check-chain.ts";

/** Writes an entry in the transaction of what it tells of: both stay or neither. Writers wait for each other. */
export async function appendAudit(tx: Db, entry: AuditEntry): Promise<Anchor> {
  return tx.transaction(async (inner) => {
    const row = nextRow(await lockHead(inner), entry);
    await inner.query(
      `insert into audit (position, at, actor, action, subject, detail, previous, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        row.position,
        new Date(row.at).toISOString(),
        row.actor,
        row.action,
        row.subject,
        row.detail,
        row.previous,
        row.hash,
      ],
    );
    await inner.query("update audit_head set position = $1, hash = $2", [row.position, row.hash]);
    return { position: row.position, hash: row.hash };
  });
}

async function lockHead(tx: Db): Promise<Anchor> {
  const [head] = await tx.query<Anchor>("select position, hash from audit_head for update");
  if (!head) throw new Error("audit_head has lost its row: the log can't go on, see wengang audit verify");
  return head;
}

const BLOCK = 2000;

/** Rows after a position, in order; inside a transaction. */
export async function* auditRows(tx: Db, after: number): AsyncIterable<AuditRow[]> {
  const blocks = tx.scan<Omit<AuditRow, "at"> & { at: string }>(
    `select position, at, actor, action, subject, detail, previous, hash from audit where position > $1 order by position`,
    [after],
    BLOCK,
  );
  for await (const block of blocks) yield block.map((row) => ({ ...row, at: Date.parse(row.at) }));
}

/** Follows the whole chain, or from a place that was noted down elsewhere. */
export async function verifyAudit(db: Db, since: Anchor = CHAIN_START): Promise<ChainCheck> {
  return db.transaction(async (tx) => {
    const [head] = await tx.query<Anchor>("select position, hash from audit_head");
    return checkChain(since, auditRows(tx, since.position), head ?? { position: -1, hash: "" });
  });
}

/** What is looked for; left out is everything. */
export interface AuditFilter {
  /** A part of the account, or of whoever else it was. */
  readonly who?: string | undefined;
  readonly action?: string | undefined;
  /** From one moment on, and before another; milliseconds. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

const FOUND = `($1::text is null or strpos(lower(actor), lower($1)) > 0) and ($2::text is null or action = $2)
  and ($3::timestamptz is null or at >= $3) and ($4::timestamptz is null or at < $4)`;

const moment = (value: number | undefined): string | null =>
  value === undefined ? null : new Date(value).toISOString();

const params = ({ who, action, from, until }: AuditFilter) => [
  who ?? null,
  action ?? null,
  moment(from),
  moment(until),
];

/** The newest rows that fit before a position (null: of all), newest first. */
export async function auditFound(
  db: Db,
  filter: AuditFilter,
  { before, size }: { readonly before: number | null; readonly size: number },
): Promise<AuditRow[]> {
  const rows = await db.query<Omit<AuditRow, "at"> & { at: string }>(
    `select position, at, actor, action, subject, detail, previous, hash from audit
     where ${FOUND} and ($5::integer is null or position < $5) order by position desc limit $6`,
    [...params(filter), before, size],
  );
  return rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
}

/** The last position of all. */
export async function lastAudit(db: Db): Promise<number> {
  const [head] = await db.query<{ position: number }>("select position from audit_head");
  return head!.position;
}

/** The rows that fit up to a position, oldest first, as many at a time as named, each lot by a query of its own. */
export async function* auditLots(
  db: Db,
  filter: AuditFilter,
  { upTo, size }: { readonly upTo: number; readonly size: number },
): AsyncGenerator<AuditRow[]> {
  for (let after = 0; ; ) {
    const rows = await db.query<Omit<AuditRow, "at"> & { at: string }>(
      `select position, at, actor, action, subject, detail, previous, hash from audit
       where ${FOUND} and position > $5 and position <= $6 order by position limit $7`,
      [...params(filter), after, upTo, size],
    );
    if (rows.length > 0) yield rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
    if (rows.length < size) return;
    after = rows.at(-1)!.position;
  }
}

export async function countAudit(db: Db, filter: AuditFilter): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::integer as count from audit where ${FOUND}`,
    params(filter),
  );
  return row!.count;
}
