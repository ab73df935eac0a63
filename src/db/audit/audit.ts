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

/** The newest rows before a position, or of all, newest first. */
export async function auditBefore(db: Db, before: number | null, count: number): Promise<AuditRow[]> {
  const rows = await db.query<Omit<AuditRow, "at"> & { at: string }>(
    `select position, at, actor, action, subject, detail, previous, hash from audit
     where $1::integer is null or position < $1 order by position desc limit $2`,
    [before, count],
  );
  return rows.map((row) => ({ ...row, at: Date.parse(row.at) }));
}
