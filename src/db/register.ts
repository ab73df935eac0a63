import type { RegisterFacts } from "../../models/membership.ts";
import type { RegisterRecord } from "../../models/record.ts";
import type { RegisterChange } from "../../models/register-checks.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** A register entry ready to store: codes resolved against the profile, the raw industry kept beside. */
export interface RegisterEntry {
  readonly enterprise: number;
  readonly publishedOn: string;
  readonly record: RegisterRecord;
  readonly industry: string | null;
  readonly region: string | null;
}

const COLUMNS = [
  "enterprise_id",
  "published_on",
  "batch_id",
  "name",
  "industry",
  "industry_raw",
  "region",
  "ownership",
  "revenue",
  "assets",
  "key_enterprise",
  "specialist",
  "successor",
  "successor_kind",
  "valid_from",
  "valid_to",
];

export async function keepRegister(tx: Db, batch: number, entries: Iterable<RegisterEntry>): Promise<number> {
  const line = ({ enterprise, publishedOn, record: r, industry, region }: RegisterEntry) =>
    copyLine([
      enterprise,
      publishedOn,
      batch,
      r.name,
      industry,
      r.industry,
      region,
      r.ownership,
      r.revenue,
      r.assets,
      r.keyEnterprise,
      r.specialist,
      r.successor,
      r.successorKind,
      r.validFrom,
      r.validTo,
    ]);
  return tx.bulkLoad("register", COLUMNS, copyChunks(entries, line));
}

/** What the register says of an enterprise at a vintage. */
export interface Registered {
  readonly enterprise: number;
  readonly name: string | null;
  readonly industry: string | null;
  /** The industry as the source wrote it. */
  readonly industryRaw: string | null;
  readonly region: string | null;
  readonly ownership: string | null;
  readonly specialist: string | null;
  readonly keyEnterprise: boolean | null;
  readonly successor: string | null;
  readonly validTo: string | null;
}

/**
 * The entry of each enterprise that holds at a vintage. A later entry replaces an earlier one field by field:
 * what it leaves blank stays as it was, so a headcount file that repeats only the name does not erase the industry.
 */
const AT_VINTAGE = `select enterprise_id as enterprise,
    (array_agg(name order by published_on desc, batch_id desc) filter (where name is not null))[1] as name,
    (array_agg(industry order by published_on desc, batch_id desc) filter (where industry is not null))[1] as industry,
    (array_agg(industry_raw order by published_on desc, batch_id desc) filter (where industry is not null))[1] as "industryRaw",
    (array_agg(region order by published_on desc, batch_id desc) filter (where region is not null))[1] as region,
    (array_agg(ownership order by published_on desc, batch_id desc) filter (where ownership is not null))[1] as ownership,
    (array_agg(specialist order by published_on desc, batch_id desc) filter (where specialist is not null))[1] as specialist,
    (array_agg(key_enterprise order by published_on desc, batch_id desc) filter (where key_enterprise is not null))[1] as "keyEnterprise",
    (array_agg(successor order by published_on desc, batch_id desc) filter (where successor is not null))[1] as successor,
    (array_agg(valid_to order by published_on desc, batch_id desc) filter (where valid_to is not null))[1] as "validTo"
  from register where batch_id <= $1 and published_on <= $2`;

export async function registered(db: Db, vintage: Vintage, ids: readonly number[]): Promise<Map<number, Registered>> {
  const rows = await db.query<Registered>(
    `${AT_VINTAGE} and enterprise_id = any($3::integer[]) group by enterprise_id`,
    [vintage.batch, vintage.publishedOn, ids],
  );
  return new Map(rows.map((row) => [row.enterprise, row]));
}

/** The newest name the register has for each enterprise code. */
export async function namesOf(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ code: string; name: string }>(
    `select distinct on (e.code) e.code, r.name from enterprise e join register r on r.enterprise_id = e.id
     where e.code = any($1::text[]) and r.name is not null order by e.code, r.published_on desc, r.batch_id desc`,
    [codes],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const BLOCK = 8192;

/**
 * What size classes and departments follow from, by enterprise id. Enterprises of which the register says no more than the
 * profile's industry code are left out. Later entries replace earlier ones field by field, as above. Inside a transaction.
 */
export async function registerFacts(tx: Db, vintage: Vintage): Promise<Map<number, RegisterFacts>> {
  const facts = new Map<number, RegisterFacts>();
  const blocks = tx.scan<RegisterFacts & { enterprise: number }>(
    `select enterprise_id as enterprise, industry_raw as industry, ownership, revenue, assets
     from register where batch_id <= $1 and published_on <= $2
       and (ownership is not null or revenue is not null or assets is not null or industry_raw <> industry)
     order by published_on, batch_id`,
    [vintage.batch, vintage.publishedOn],
    BLOCK,
  );
  for await (const block of blocks)
    for (const { enterprise, industry, ownership, revenue, assets } of block) {
      const before = facts.get(enterprise);
      facts.set(enterprise, {
        industry: industry ?? before?.industry ?? null,
        ownership: ownership ?? before?.ownership ?? null,
        revenue: revenue ?? before?.revenue ?? null,
        assets: assets ?? before?.assets ?? null,
      });
    }
  return facts;
}

/** What a delivery's register entries say against earlier ones: another industry, or a successor that itself went over. */
export async function registerChanges(tx: Db, batch: number): Promise<RegisterChange[]> {
  return tx.query<RegisterChange>(
    `select 'industry' as kind, e.code, earlier.industry as before, r.industry as now
     from register r join enterprise e on e.id = r.enterprise_id
     cross join lateral (
       select o.industry from register o
       where o.enterprise_id = r.enterprise_id and o.industry is not null
         and (o.published_on, o.batch_id) < (r.published_on, r.batch_id)
       order by o.published_on desc, o.batch_id desc limit 1) as earlier
     where r.batch_id = $1 and r.industry <> earlier.industry
     union all
     select distinct 'chain', e.code, r.successor, o.successor
     from register r join enterprise e on e.id = r.enterprise_id
     join enterprise s on s.code = r.successor
     join register o on o.enterprise_id = s.id and o.successor is not null
     where r.batch_id = $1
     order by kind, code`,
    [batch],
  );
}
