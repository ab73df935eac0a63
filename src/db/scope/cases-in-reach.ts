import type { Reach } from "../../../models/rights/reach.ts";
import type { CaseRow } from "../case.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** A case as its desk finds it. */
export interface ListedCase extends CaseRow {
  readonly name: string | null;
}

export interface ListedCaseFilter {
  /** null: open and closed ones. */
  readonly open: boolean | null;
  readonly enterprise: string | null;
  readonly number: string | null;
}

/** Cases of enterprises within reach, the newest first. */
export const casesInReach = (
  tx: Db,
  reach: Reach,
  { open, enterprise, number }: ListedCaseFilter,
  size: number,
): Promise<ListedCase[]> =>
  tx.query<ListedCase>(
    `select c.id, c.number, c.enterprise, c.opened_at as "openedAt", c.closed_at as "closedAt", c.referent, c.criticality,
       c.steps, r.name
     from enterprise_case c join enterprise e on e.code = c.enterprise
     left join lateral (
       select name from register where enterprise_id = e.id and name is not null
       order by published_on desc, batch_id desc limit 1) as r on true
     where ($1::boolean is null or (c.closed_at is null) = $1) and ($2::text is null or c.enterprise = $2)
       and ($3::text is null or c.number = $3) and ${inReach("e.id", 5)}
     order by c.id desc limit $4`,
    [open, enterprise, number, size, ...reachParams(reach)],
  );
