import type { Month } from "../../../models/month.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Db } from "../db.ts";
import type { Vintage } from "../vintage.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** A month of an enterprise: what it reported, and what had been expected where the month was run. Persons; null not known. */
export interface HistoryMonth {
  readonly month: Month;
  readonly headcount: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
}

/** The newest figure of each month from one on, beside what the run that speaks for it expected. */
export const enterpriseHistory = (tx: Db, reach: Reach, code: string, from: Month): Promise<HistoryMonth[]> =>
  tx.query<HistoryMonth>(
    `with own as (select e.id from enterprise e where e.code = $1 and ${inReach("e.id", 3)}),
     told as (
       select distinct on (h.month) h.month, h.headcount from headcount h join own on own.id = h.enterprise_id
       where h.month >= $2 order by h.month, h.published_on desc, h.batch_id desc),
     spoken as (
       select distinct on (month) month, id from run where state = 'done' and kind = 'month' and month >= $2
       order by month, id desc),
     band as (
       select spoken.month, s.expected, s.lower from spoken join score s on s.run_id = spoken.id
       join own on own.id = s.enterprise_id)
     select month, told.headcount, band.expected, band.lower from told full join band using (month) order by month`,
    [code, from, ...reachParams(reach)],
  );

export interface HistoryEvent {
  readonly kind: string;
  readonly occurredOn: string;
  readonly publishedOn: string;
  readonly people: number | null;
}

/** What was reported about an enterprise, the newest first; what was said twice stands once. */
export const enterpriseEvents = (tx: Db, reach: Reach, code: string): Promise<HistoryEvent[]> =>
  tx.query<HistoryEvent>(
    `select * from (
       select distinct on (v.kind, v.occurred_on) v.kind, v.occurred_on as "occurredOn", v.published_on as "publishedOn", v.people
       from event v join enterprise e on e.id = v.enterprise_id where e.code = $1 and ${inReach("e.id", 2)}
       order by v.kind, v.occurred_on, v.published_on desc, v.batch_id desc) as once
     order by "occurredOn" desc, kind`,
    [code, ...reachParams(reach)],
  );

/** What a vintage knew to have happened to an enterprise by a day. */
export const eventsKnown = (
  tx: Db,
  reach: Reach,
  code: string,
  { until, vintage }: { readonly until: string; readonly vintage: Vintage },
): Promise<Pick<HistoryEvent, "kind" | "occurredOn" | "people">[]> =>
  tx.query(
    `select distinct on (v.kind, v.occurred_on) v.kind, v.occurred_on as "occurredOn", v.people
     from event v join enterprise e on e.id = v.enterprise_id
     where e.code = $1 and v.occurred_on <= $2 and v.batch_id <= $3 and v.published_on <= $4 and ${inReach("e.id", 5)}
     order by v.kind, v.occurred_on, v.published_on desc, v.batch_id desc`,
    [code, until, vintage.batch, vintage.publishedOn, ...reachParams(reach)],
  );

/** One version of a month's figure: what was reported, when it became known, and by which delivery. Persons. */
export interface HeadcountVersion {
  readonly month: Month;
  readonly publishedOn: string;
  readonly headcount: number;
  readonly dispatch: number | null;
  readonly hidden: number | null;
  readonly batch: number;
  /** Of the delivery: its source, its name, who took it in and when. */
  readonly source: string;
  readonly delivery: string;
  readonly importedBy: string;
  readonly importedAt: string;
}

/** Every version of every month from one on, the newest month first, its versions in the order they became known. */
export const headcountVersions = (tx: Db, reach: Reach, code: string, from: Month): Promise<HeadcountVersion[]> =>
  tx.query<HeadcountVersion>(
    `select h.month, h.published_on as "publishedOn", h.headcount, h.dispatch, h.hidden, h.batch_id as batch, b.source,
       b.name as delivery, b.imported_by as "importedBy", b.imported_at as "importedAt"
     from headcount h join enterprise e on e.id = h.enterprise_id join batch b on b.id = h.batch_id
     where e.code = $1 and h.month >= $2 and ${inReach("e.id", 3)} order by h.month desc, h.published_on, h.batch_id`,
    [code, from, ...reachParams(reach)],
  );
