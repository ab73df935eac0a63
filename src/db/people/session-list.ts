import type { Db } from "../db.ts";
import { at } from "../moment.ts";
import { SESSION, type Session, type SessionRow, toSession } from "./session.ts";

export interface ListedSession extends Session {
  readonly address: string;
  readonly agent: string;
}

/** A person's sessions that nobody ended, the newest use first; some of them may have run out. */
export async function sessionsOf(db: Db, person: number): Promise<ListedSession[]> {
  const rows = await db.query<SessionRow & { address: string; agent: string }>(
    `select ${SESSION}, s.address, s.agent from session s where s.person_id = $1 and s.ended_at is null order by s.seen_at desc`,
    [person],
  );
  return rows.map(toSession);
}

/** A person's newest sessions, whatever became of them. */
export async function newestSessions(db: Db, person: number, count: number): Promise<ListedSession[]> {
  const rows = await db.query<SessionRow & { address: string; agent: string }>(
    `select ${SESSION}, s.address, s.agent from session s where s.person_id = $1 order by s.created_at desc limit $2`,
    [person, count],
  );
  return rows.map(toSession);
}

export interface LiveSession extends ListedSession {
  readonly account: string;
  readonly name: string;
}

/** Everybody's sessions that hold, the newest first, from before one on (null: the newest). */
export async function liveSessions(
  db: Db,
  { before, size }: { readonly before: number | null; readonly size: number },
  holds: Holding,
): Promise<LiveSession[]> {
  const rows = await db.query<SessionRow & Omit<LiveSession, keyof SessionRow>>(
    `select ${SESSION}, s.address, s.agent, p.account, p.name from ${LIVE}
     and ($3::integer is null or s.id < $3) order by s.id desc limit $4`,
    [at(holds.seenSince), at(holds.begunSince), before, size],
  );
  return rows.map(toSession);
}

export async function countLiveSessions(db: Db, { seenSince, begunSince }: Holding): Promise<number> {
  const [row] = await db.query<{ count: number }>(`select count(*)::integer as count from ${LIVE}`, [
    ...[at(seenSince), at(begunSince)],
  ]);
  return row!.count;
}

/** After which moments a session must have been used and begun to hold. */
export interface Holding {
  readonly seenSince: number;
  readonly begunSince: number;
}

const LIVE = `session s join person p on p.id = s.person_id
  where s.ended_at is null and p.disabled_at is null and s.seen_at > $1 and s.created_at > $2`;

/** Whose session it is; null when there is none of that number, or it has ended. */
export async function sessionOwner(tx: Db, id: number): Promise<{ person: number; account: string } | null> {
  const [row] = await tx.query<{ person: number; account: string }>(
    "select p.id as person, p.account from session s join person p on p.id = s.person_id where s.id = $1 and s.ended_at is null",
    [id],
  );
  return row ?? null;
}
