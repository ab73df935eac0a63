import type { Pause } from "../../models/alert/pause.ts";
import type { Db } from "./db.ts";

const PAUSES = `select p.id, p.subject_kind as "subjectKind", p.subject, p.from_day as "from", p.until_day as until, p.reason, p.actor
  from pause p where not exists (select 1 from pause_end e where e.pause_id = p.id)`;

/** Pauses that have not been ended early, past ones too. */
export const pauses = (db: Db): Promise<Pause[]> => db.query<Pause>(`${PAUSES} order by p.id`);

/** Pauses that hold on a day. */
export const pausesOn = (db: Db, day: string): Promise<Pause[]> =>
  db.query<Pause>(`${PAUSES} and p.from_day <= $1 and p.until_day >= $1 order by p.id`, [day]);

/** A pause, ended ones too; null when there is none of that number. */
export async function pauseById(db: Db, id: number): Promise<Pause | null> {
  const [row] = await db.query<Pause>(
    `select id, subject_kind as "subjectKind", subject, from_day as "from", until_day as until, reason, actor from pause where id = $1`,
    [id],
  );
  return row ?? null;
}

export async function keepPause(db: Db, pause: Omit<Pause, "id">, at: string): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into pause (subject_kind, subject, from_day, until_day, reason, actor, at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [pause.subjectKind, pause.subject, pause.from, pause.until, pause.reason, pause.actor, at],
  );
  return row!.id;
}

/** Ends a pause before its time; false when it was ended already or never was. */
export async function endPause(db: Db, id: number, reason: string, actor: string, at: string): Promise<boolean> {
  const rows = await db.query(
    `insert into pause_end (pause_id, reason, actor, at) select id, $2, $3, $4 from pause where id = $1
     on conflict do nothing returning pause_id`,
    [id, reason, actor, at],
  );
  return rows.length > 0;
}
