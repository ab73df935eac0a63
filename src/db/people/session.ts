import type { Db } from "../db.ts";
import { at, momentOf, momentOrNull } from "../moment.ts";
import { PERSON, type Person, toPerson } from "./person.ts";

export type Way = "password" | "single-sign-on" | "link";

export interface Session {
  readonly id: number;
  readonly way: Way;
  readonly secondFactor: boolean;
  /** Sealed secret of a second factor being set up. */
  readonly totpPending: string | null;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly endedAt: number | null;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly person: number;
  readonly way: Way;
  readonly secondFactor: boolean;
  readonly address: string;
  readonly agent: string;
}

export async function startSession(tx: Db, session: NewSession, now: number): Promise<void> {
  const { tokenHash, person, way, secondFactor, address, agent } = session;
  await tx.query(
    `insert into session (token_hash, person_id, way, second_factor, address, agent, created_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [tokenHash, person, way, secondFactor, address, agent.slice(0, LONGEST_AGENT), at(now)],
  );
}

/** Enough to tell a phone from a desk. */
const LONGEST_AGENT = 200;

/** The session of a token and whose it is, whatever has become of either; asked afresh by every request. */
export async function sessionOf(db: Db, tokenHash: string): Promise<{ session: Session; person: Person } | null> {
  const [row] = await db.query<{ session: SessionRow; person: Parameters<typeof toPerson>[0] }>(
    `select row_to_json(s) as session, row_to_json(q) as person
     from session f cross join lateral (select ${SESSION} from session s where s.id = f.id) s
     cross join lateral (select ${PERSON} from person p where p.id = f.person_id) q
     where f.token_hash = $1`,
    [tokenHash],
  );
  return row ? { session: toSession(row.session), person: toPerson(row.person) } : null;
}

export const SESSION = `s.id, s.way, s.second_factor as "secondFactor", s.totp_pending as "totpPending",
  s.created_at as "createdAt", s.seen_at as "seenAt", s.ended_at as "endedAt"`;

export interface SessionRow extends Omit<Session, "createdAt" | "seenAt" | "endedAt"> {
  readonly createdAt: string;
  readonly seenAt: string;
  readonly endedAt: string | null;
}

export const toSession = <R extends SessionRow>(row: R) => ({
  ...row,
  createdAt: momentOf(row.createdAt),
  seenAt: momentOf(row.seenAt),
  endedAt: momentOrNull(row.endedAt),
});

export async function seeSession(db: Db, id: number, now: number): Promise<void> {
  await db.query("update session set seen_at = greatest(seen_at, $2::timestamptz) where id = $1", [id, at(now)]);
}

export async function endSession(tx: Db, person: number, id: number, now: number): Promise<boolean> {
  const rows = await tx.query(
    "update session set ended_at = $3 where id = $2 and person_id = $1 and ended_at is null returning id",
    [person, id, at(now)],
  );
  return rows.length === 1;
}

/** Ends a person's sessions, all but one if one is named. */
export async function endSessions(tx: Db, person: number, except: number | null, now: number): Promise<void> {
  await tx.query(
    "update session set ended_at = $3 where person_id = $1 and id is distinct from $2 and ended_at is null",
    [person, except, at(now)],
  );
}

export async function keepPendingFactor(tx: Db, id: number, sealed: string): Promise<void> {
  await tx.query("update session set totp_pending = $2 where id = $1", [id, sealed]);
}
