import { createHash } from "node:crypto";
import type { AuditAction } from "../../../models/audit/audit-action.ts";

/** What somebody did, when, to what. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** An account, or the command line's user. */
  readonly actor: string;
  readonly action: AuditAction;
  /** What it was done to, such as "person:zhangsan"; never a secret, never an address in full. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An entry as it stands in the log. */
export interface AuditRow extends Omit<AuditEntry, "action" | "detail"> {
  readonly position: number;
  /** An AuditAction, or one that was called so once. */
  readonly action: string;
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

/** An anchor as it is noted down, "position:hash"; null when it is none. */
export function parseAnchor(given: string): Anchor | null {
  const parts = /^(\d{1,9}):([0-9a-f]{64})$/.exec(given);
  return parts && { position: Number(parts[1]), hash: parts[2]! };
}

export const anchorWords = ({ position, hash }: Anchor): string => `${position}:${hash}`;

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
