import { type Month, parseMonth } from "../../models/month.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { Db } from "./db.ts";

export interface StoredThresholds {
  readonly id: number;
  readonly set: ThresholdSet;
}

/** Keeps a set as a new version and returns its id; a set equal to one already kept is that one. */
export async function keepThresholds(db: Db, set: ThresholdSet, author: string, reason: string): Promise<number> {
  const body = JSON.stringify(set);
  const [known] = await db.query<{ id: number }>(
    "select id from threshold_set where body = $1::jsonb order by id limit 1",
    [body],
  );
  if (known) return known.id;
  const [kept] = await db.query<{ id: number }>(
    `insert into threshold_set (name, valid_from, body, author, reason)
     values ($1, $2, $3::jsonb, $4, $5) returning id`,
    [set.name, parseMonth(set.validFrom), body, author, reason],
  );
  if (!kept) throw new Error("insert into threshold_set returned no id");
  return kept.id;
}

/**
 * The set in force in a month: of those approved and not withdrawn the newest valid by then, of equal ones the last approved;
 * the oldest when none is valid yet. A set that nobody had to approve came with the profile.
 */
export async function thresholdsIn(db: Db, month: Month): Promise<StoredThresholds | null> {
  const [row] = await db.query<{ id: number; body: ThresholdSet }>(
    `select t.id, t.body from threshold_set t
       left join (select set_id, max(id) filter (where step = 'approved') as approved, bool_or(step = 'withdrawn') as withdrawn
         from threshold_step group by set_id) as s on s.set_id = t.id
     where s.set_id is null or (s.approved is not null and not s.withdrawn)
     order by (t.valid_from <= $1) desc, case when t.valid_from <= $1 then t.valid_from end desc nulls last, t.valid_from,
       coalesce(s.approved, 0) desc, t.id desc
     limit 1`,
    [month],
  );
  return row ? { id: row.id, set: row.body } : null;
}

/** A kept set by its id. Throws when there is none: ids come from rows that refer to it. */
export async function thresholdSet(db: Db, id: number): Promise<StoredThresholds> {
  const [row] = await db.query<{ body: ThresholdSet }>("select body from threshold_set where id = $1", [id]);
  if (!row) throw new RangeError(`there is no threshold set ${id}`);
  return { id, set: row.body };
}
