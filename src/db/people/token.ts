import type { Db } from "../db.ts";
import { at } from "../moment.ts";
import { PERSON, type Person, toPerson } from "./person.ts";

/** What a token may do of what its person may: read, or everything but what is done in person only. */
export type TokenScope = "read" | "change";

export interface NewToken {
  readonly person: number;
  readonly name: string;
  readonly scope: TokenScope;
  readonly tokenHash: string;
  readonly lastFour: string;
  readonly endsAt: number;
}

export async function keepToken(tx: Db, token: NewToken, now: number): Promise<number> {
  const { person, name, scope, tokenHash, lastFour, endsAt } = token;
  const [row] = await tx.query<{ id: number }>(
    `insert into api_token (person_id, name, scope, token_hash, last_four, created_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [person, name, scope, tokenHash, lastFour, at(now), at(endsAt)],
  );
  return row!.id;
}

/** Whose a token is; null when it is none, has ended or was revoked, or the person was disabled. */
export async function tokenOf(
  db: Db,
  tokenHash: string,
  now: number,
): Promise<{ readonly id: number; readonly scope: TokenScope; readonly person: Person } | null> {
  const [row] = await db.query<{ id: number; scope: TokenScope; person: Parameters<typeof toPerson>[0] }>(
    `update api_token t set used_at = $2 from person f cross join lateral (select ${PERSON} from person p where p.id = f.id) q
     where t.token_hash = $1 and t.person_id = f.id and t.revoked_at is null and t.ends_at > $2 and f.disabled_at is null
     returning t.id, t.scope, row_to_json(q) as person`,
    [tokenHash, at(now)],
  );
  return row ? { ...row, person: toPerson(row.person) } : null;
}

export async function revokeToken(tx: Db, person: number, id: number, now: number): Promise<boolean> {
  const rows = await tx.query(
    "update api_token set revoked_at = $3 where person_id = $1 and id = $2 and revoked_at is null returning id",
    [person, id, at(now)],
  );
  return rows.length === 1;
}

export async function revokeTokens(tx: Db, person: number, now: number): Promise<void> {
  await tx.query("update api_token set revoked_at = $2 where person_id = $1 and revoked_at is null", [person, at(now)]);
}

export interface ListedToken {
  readonly id: number;
  readonly name: string;
  readonly scope: TokenScope;
  readonly lastFour: string;
  readonly endsAt: string;
  readonly usedAt: string | null;
}

/** A person's tokens that still work. */
export const tokensOf = (db: Db, person: number, now: number): Promise<ListedToken[]> =>
  db.query<ListedToken>(
    `select id, name, scope, last_four as "lastFour", ends_at as "endsAt", used_at as "usedAt"
     from api_token where person_id = $1 and revoked_at is null and ends_at > $2 order by id`,
    [person, at(now)],
  );
