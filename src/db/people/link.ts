import type { Db } from "../db.ts";
import { at } from "../moment.ts";

export type LinkPurpose = "set-up" | "password" | "browser";

export interface NewLink {
  readonly secretHash: string;
  readonly purpose: LinkPurpose;
  readonly person: number | null;
  readonly expiresAt: number;
}

/** Makes a link and kills those of the same purpose that the same person had. */
export async function makeLink(
  tx: Db,
  { secretHash, purpose, person, expiresAt }: NewLink,
  now: number,
): Promise<void> {
  await tx.query(
    "update one_time_link set used_at = $3 where purpose = $1 and person_id is not distinct from $2 and used_at is null",
    [purpose, person, at(now)],
  );
  await tx.query(
    "insert into one_time_link (secret_hash, purpose, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)",
    [secretHash, purpose, person, at(now), at(expiresAt)],
  );
}

const ALIVE = "secret_hash = $1 and purpose = $2 and used_at is null and expires_at > $3";

/** Whom a link is for, without using it; null when there is none, or it was used or ran out. */
export async function linkOf(
  db: Db,
  secretHash: string,
  purpose: LinkPurpose,
  now: number,
): Promise<{ readonly person: number | null } | null> {
  const params = [secretHash, purpose, at(now)];
  const [row] = await db.query<{ person: number | null }>(
    `select person_id as person from one_time_link where ${ALIVE}`,
    params,
  );
  return row ?? null;
}

/** Uses a link up; of several who try at once one succeeds. */
export async function spendLink(
  tx: Db,
  secretHash: string,
  purpose: LinkPurpose,
  now: number,
): Promise<{ readonly person: number | null } | null> {
  const params = [secretHash, purpose, at(now)];
  const [row] = await tx.query<{ person: number | null }>(
    `update one_time_link set used_at = $3 where ${ALIVE} returning person_id as person`,
    params,
  );
  return row ?? null;
}
