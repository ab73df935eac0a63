import type { LifeState } from "../../../models/alert/life.ts";
import type { Month } from "../../../models/month.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Text } from "../../../models/text.ts";
import type { SubjectKind } from "../alert.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** An alert as its desk finds it, with what rights on it depend on. */
export interface InboxAlert {
  readonly kind: SubjectKind;
  readonly number: string;
  /** Of the enterprise or of the place. */
  readonly code: string;
  readonly name: string | null;
  readonly level: string | null;
  readonly state: LifeState;
  readonly owner: string | null;
  readonly raisedAt: string;
  readonly openedMonth: Month;
  /** One line of why; null for a decision of an earlier version. */
  readonly headline: Text | null;
  readonly explanation: Text | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly departments: readonly string[];
  readonly specialist: string | null;
}

/** What is looked for; null and empty leave everything in. */
export interface InboxFilter {
  readonly states: readonly LifeState[];
  readonly level: string | null;
  /** A chosen industry with all below it. */
  readonly industries: readonly string[] | null;
  readonly region: string | null;
  readonly enterprise: string | null;
}

/** Where a page of the list begins and how long it is. */
export interface InboxPage {
  /** Level codes, the most severe first: what the list is ordered by. */
  readonly levels: readonly string[];
  /** Number of the alert that the page before ended with; null: the first page. */
  readonly after: string | null;
  readonly size: number;
}

const rankOf = (alert: string): string => `coalesce(array_position($6::text[], ${alert}.level), 99), -${alert}.id`;

/** Alerts of enterprises within reach, the gravest first and of those the newest; what they say is looked up for the page alone. */
export const alertInbox = (tx: Db, reach: Reach, filter: InboxFilter, page: InboxPage): Promise<InboxAlert[]> =>
  tx.query<InboxAlert>(
    `select a.subject_kind as kind, a.number, f.code, r.name, a.level, a.state, a.owner, a.raised_at as "raisedAt", a.opened_month as "openedMonth",
       d.headline, d.explanation, r.industry, f.region, f.departments, f.specialist
     from (select a.id, e.id as enterprise, e.code, s.region, coalesce(s.departments, '{}') as departments, s.specialist
       ${FROM} where a.subject_kind = 'enterprise' and ${WANTED} and ${inReach("e.id", 9)}
         and ($7::text is null or (${rankOf("a")}) > (select ${rankOf("c")} from alert c where c.number = $7))
       order by ${rankOf("a")} limit $8) as f
     join alert a on a.id = f.id ${NEWEST_DECISION}
     left join lateral (select ${newestOf("name")} as name, ${newestOf("industry")} as industry
       from register where enterprise_id = f.enterprise) as r on true
     order by ${rankOf("a")}`,
    [...wanted(filter), page.levels, page.after, page.size, ...reachParams(reach)],
  );

/** Alerts of the whole place, several enterprises at once, the newest first; only for those who see all of it. */
export const placeAlerts = (
  tx: Db,
  { all }: Reach,
  { states, level }: Pick<InboxFilter, "states" | "level">,
): Promise<InboxAlert[]> =>
  tx.query<InboxAlert>(
    `select a.subject_kind as kind, a.number, a.subject as code, null as name, a.level, a.state, a.owner, a.raised_at as "raisedAt",
       a.opened_month as "openedMonth", d.headline, d.explanation, null as industry, null as region, '{}'::text[] as departments,
       null as specialist
     from alert a ${NEWEST_DECISION}
     where a.subject_kind = 'place' and $1 and a.state = any ($2::text[]) and ($3::text is null or a.level = $3) order by a.id desc`,
    [all, states, level],
  );

/** How many alerts a filter finds within reach, by level. */
export async function inboxCounts(tx: Db, reach: Reach, filter: InboxFilter): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ level: string | null; count: number }>(
    `select a.level, count(*)::integer as count ${FROM}
     where a.subject_kind = 'enterprise' and ${WANTED} and ${inReach("e.id", 6)} group by a.level`,
    [...wanted(filter), ...reachParams(reach)],
  );
  return new Map(rows.map(({ level, count }) => [level ?? "", count]));
}

const NEWEST_DECISION = `left join lateral (
       select headline, explanation from alert_decision where alert_id = a.id and level_after is not null
       order by month desc, run_id desc limit 1) as d on true`;

const FROM = `from alert a join enterprise e on e.code = a.subject left join enterprise_scope s on s.enterprise_id = e.id`;

const newestOf = (column: string): string =>
  `(array_agg(${column} order by published_on desc, batch_id desc) filter (where ${column} is not null))[1]`;

const WANTED = `a.state = any ($1::text[]) and ($2::text is null or a.level = $2)
       and ($3::text[] is null or (select ${newestOf("industry")} from register where enterprise_id = e.id) = any ($3))
       and ($4::text is null or s.region = $4) and ($5::text is null or e.code = $5)`;

const wanted = ({ states, level, industries, region, enterprise }: InboxFilter): readonly unknown[] => [
  ...[states, level, industries, region, enterprise],
];
