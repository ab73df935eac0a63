import type { Month } from "../../models/month.ts";
import type { StoredFacts } from "../../models/policy/read-facts.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** What to read, of whom: the months of headcounts and the years of facts, as known at a vintage. */
export interface FactsAsked {
  readonly months: { readonly from: Month; readonly to: Month };
  readonly years: readonly string[];
  readonly vintage: Vintage;
  /** Left out: every enterprise. */
  readonly enterprises?: readonly number[];
}

export interface EnterpriseFacts extends StoredFacts {
  readonly enterprise: number;
  readonly name: string | null;
  readonly region: string | null;
}

/** In blocks by enterprise id, from one query for all of them; inside a transaction. */
export function storedFacts(tx: Db, asked: FactsAsked, size: number): AsyncIterable<EnterpriseFacts[]> {
  const { months, years, vintage, enterprises = null } = asked;
  return tx.scan<EnterpriseFacts>(
    `with insured as (
       select enterprise_id, array_agg(month) as months, array_agg(headcount) as headcounts
       from (${LAST_KNOWN}) as known group by enterprise_id),
     told as (
       select enterprise_id, json_agg(json_build_object('fact', fact, 'period', period, 'value', value)) as recorded
       from (${LAST_TOLD}) as known group by enterprise_id),
     entry as (
       select enterprise_id, ${["name", "region", "ownership", "revenue", "assets", "valid_to"].map((column) => newest(column)).join(", ")},
         ${newest("coalesce(industry_raw, industry)", "industry")}
       from register where ${KNOWN} group by enterprise_id)
     select e.id as enterprise, e.code, entry.name, entry.region, entry.industry, entry.ownership, entry.revenue,
       entry.assets, entry.valid_to as "validTo", coalesce(insured.months, '{}') as months,
       coalesce(insured.headcounts, '{}') as headcounts, coalesce(told.recorded, '[]') as recorded
     from enterprise e left join entry on entry.enterprise_id = e.id
     left join insured on insured.enterprise_id = e.id left join told on told.enterprise_id = e.id
     where ($3::integer[] is null or e.id = any($3)) and (entry.enterprise_id is not null or insured.enterprise_id is not null)
     order by e.id`,
    [vintage.batch, vintage.publishedOn, enterprises, months.from, months.to, years],
    size,
  );
}

/** Rows of whom is asked that a vintage sees. */
const KNOWN = "($3::integer[] is null or enterprise_id = any($3)) and batch_id <= $1 and published_on <= $2";

const LAST_KNOWN = `select distinct on (enterprise_id, month) enterprise_id, month, headcount
  from headcount where ${KNOWN} and month between $4 and $5
  order by enterprise_id, month, published_on desc, batch_id desc`;

const LAST_TOLD = `select distinct on (enterprise_id, fact, period) enterprise_id, fact, period, value
  from fact where ${KNOWN} and left(period, 4) = any($6::text[])
  order by enterprise_id, fact, period, published_on desc, batch_id desc`;

/** A later entry replaces an earlier one field by field; what it leaves blank stays. */
function newest(value: string, column = value): string {
  return `(array_agg(${value} order by published_on desc, batch_id desc) filter (where ${value} is not null))[1] as ${column}`;
}
