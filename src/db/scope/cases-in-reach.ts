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
}

/** Where a page of the list begins, after the case of this number (null: the first page), and how long it is. */
export interface CasePage {
  readonly after: string | null;
  readonly size: number;
}

const LISTED = `select c.id, c.number, c.enterprise, c.opened_at as "openedAt", c.closed_at as "closedAt", c.referent, c.criticality,
       c.steps, r.name
     from enterprise_case c join enterprise e on e.code = c.enterprise
     left join lateral (
       select name from register where enterprise_id = e.id and name is not null
       order by published_on desc, batch_id desc limit 1) as r on true`;

/** Cases of enterprises within reach, the newest first. */
export const casesInReach = (
  tx: Db,
  reach: Reach,
  { open, enterprise }: ListedCaseFilter,
  { after, size }: CasePage,
): Promise<ListedCase[]> =>
  tx.query<ListedCase>(
    `${LISTED} where ($1::boolean is null or (c.closed_at is null) = $1) and ($2::text is null or c.enterprise = $2)
       and ($3::text is null or c.id < (select id from enterprise_case where number = $3)) and ${inReach("e.id", 5)}
     order by c.id desc limit $4`,
    [open, enterprise, after, size, ...reachParams(reach)],
  );

/** One case by its number; null when there is none within reach. */
export async function caseInReach(tx: Db, reach: Reach, number: string): Promise<ListedCase | null> {
  const [row] = await tx.query<ListedCase>(`${LISTED} where c.number = $1 and ${inReach("e.id", 2)}`, [
    number,
    ...reachParams(reach),
  ]);
  return row ?? null;
}
