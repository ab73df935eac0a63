import { createHash } from "node:crypto";

/** What somebody did, when, to what. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** An account, or the command line's user. */
  readonly actor: string;
  readonly action: string;
  /** What it was done to, such as "person:zhangsan"; never a secret, never an address in full. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An entry as it stands in the log. */
export interface AuditRow extends Omit<AuditEntry, "detail"> {
  readonly position: number;
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
}

/** A place in the chain: how many rows there are up to it, and the hash of the last. */
export interface Anchor {
  readonly position: number;
  readonly hash: string;
}

export const CHAIN_START: Anchor = { position: 0, hash: "0".repeat(64) };

export function nextRow(head: Anchor, entry: AuditEntry): AuditRow {
  const { at, actor, action, subject } = entry;
  const detail = canonical(entry.detail);
  const row = { position: head.position + 1, at, actor, action, subject, detail, previous: head.hash };
  return { ...row, hash: hashOf(row) };
}

/** SHA-256 over the fields as one json list, in this order; the hash of the row before is among them. */
export function hashOf({ position, at, actor, action, subject, detail, previous }: Omit<AuditRow, "hash">): string {
  const text = JSON.stringify([position, new Date(at).toISOString(), actor, action, subject, detail, previous]);
  return createHash("sha256").update(text).digest("hex");
}

/** Json with the keys of every object in order, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
