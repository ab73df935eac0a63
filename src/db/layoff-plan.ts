import type { LayoffPlan } from "../../models/statute/plan.ts";
import type { Db } from "./db.ts";

export interface StoredPlan extends LayoffPlan {
  readonly id: number;
  readonly actor: string;
  readonly at: string;
}

export interface NewPlan extends LayoffPlan {
  readonly replaces: number | null;
  readonly actor: string;
  readonly at: string;
}

export async function keepPlan(db: Db, p: NewPlan): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into layoff_plan (enterprise, filed_on, explained_on, starts_on, people, staff, ground, groups, replaces, actor, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11) returning id`,
    [
      ...[p.enterprise, p.filedOn, p.explainedOn, p.startsOn, p.people, p.staff, p.ground, JSON.stringify(p.groups)],
      ...[p.replaces, p.actor, p.at],
    ],
  );
  return row!.id;
}

/** Plans that no later one replaces, the newest first; of one enterprise or of all. */
export const plans = (db: Db, enterprise: string | null): Promise<StoredPlan[]> =>
  db.query<StoredPlan>(
    `select id, enterprise, filed_on as "filedOn", explained_on as "explainedOn", starts_on as "startsOn", people, staff, ground,
       groups, actor, at
     from layoff_plan p where ($1::text is null or enterprise = $1)
       and not exists (select 1 from layoff_plan n where n.replaces = p.id) order by id desc`,
    [enterprise],
  );
