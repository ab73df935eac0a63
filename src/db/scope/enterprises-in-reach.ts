import type { Month } from "../../../models/month.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** An enterprise as a list tells it; null is "not known". */
export interface ListedEnterprise {
  readonly code: string;
  readonly name: string | null;
  readonly industry: string | null;
  readonly region: string | null;
  /** Persons of its newest report, and the month of that. */
  readonly headcount: number | null;
  readonly month: Month | null;
  /** Of its open alert; null: none, none that may be read, or one whose cause is gone. */
  readonly level: string | null;
}

/** Where a page of the list begins, after this code (null: the first page), and how long it is. */
export interface ListPage {
  readonly after: string | null;
  readonly size: number;
}

/** Enterprises within reach in the order of their codes, with the levels of alerts within theirs. */
export const enterprisesInReach = (
  tx: Db,
  reach: Reach,
  alerts: Reach,
  sought: string | null,
  { after, size }: ListPage,
): Promise<ListedEnterprise[]> =>
  tx.query<ListedEnterprise>(
    `select f.code, r.name, r.industry, r.region, h.headcount, h.month, a.level
     from (select e.id, e.code from enterprise e
       where ${SOUGHT} and ($6::text is null or e.code > $6) and ${inReach("e.id", 2)} order by e.code limit $7) as f
     left join alert a on a.subject_kind = 'enterprise' and a.subject = f.code and a.state <> 'closed' and ${inReach("f.id", 8)}
     left join lateral (select ${["name", "industry", "region"].map((c) => `${newestOf(c)} as ${c}`).join(", ")}
       from register where enterprise_id = f.id) as r on true
     left join lateral (select headcount, month from headcount where enterprise_id = f.id
       order by month desc, published_on desc, batch_id desc limit 1) as h on true
     order by f.code`,
    [sought, ...reachParams(reach), after, size, ...reachParams(alerts)],
  );

/** How many there are on all pages. */
export async function countInReach(tx: Db, reach: Reach, sought: string | null): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from enterprise e where ${SOUGHT} and ${inReach("e.id", 2)}`,
    [sought, ...reachParams(reach)],
  );
  return row!.count;
}

export async function isInReach(tx: Db, reach: Reach, code: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from enterprise e where e.code = $1 and ${inReach("e.id", 2)}`, [
    ...[code, ...reachParams(reach)],
  ]);
  return rows.length > 0;
}

/** By a part of its code or of any name it ever had: a document may use an old one. */
const SOUGHT = `($1::text is null or strpos(lower(e.code), lower($1)) > 0
       or e.id in (select enterprise_id from register where strpos(lower(name), lower($1)) > 0))`;

const newestOf = (column: string): string =>
  `(array_agg(${column} order by published_on desc, batch_id desc) filter (where ${column} is not null))[1]`;
