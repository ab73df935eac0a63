import type { Reemployment } from "../../models/reemployment.ts";
import type { Db } from "./db.ts";

export interface CountedOn {
  readonly enterprise: string;
  readonly on: string;
  readonly actor: string;
  readonly at: string;
}

/** Keeps the counts of a day; counted again, the later entry of a day counts. */
export async function keepReemployment(
  tx: Db,
  { enterprise, on, actor, at }: CountedOn,
  rows: readonly Reemployment[],
) {
  for (const r of rows)
    await tx.query(
      `insert into reemployment (enterprise, counted_on, group_code, dismissed, benefit, offered, trained, placed1, placed3, placed6,
         actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[enterprise, on, r.group, r.dismissed, r.benefit, r.offered, r.trained, r.placed1, r.placed3, r.placed6],
        ...[actor, at],
      ],
    );
}

/** The newest counts of an enterprise, by group. */
export const reemploymentOf = (db: Db, enterprise: string): Promise<(Reemployment & { readonly on: string })[]> =>
  db.query(
    `select distinct on (group_code) group_code as "group", counted_on as "on", dismissed, benefit, offered, trained, placed1, placed3, placed6
     from reemployment where enterprise = $1 order by group_code, counted_on desc, at desc`,
    [enterprise],
  );
