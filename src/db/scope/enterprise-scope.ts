import type { Profile } from "../../../models/profile.ts";
import { regulatorsOf } from "../../../models/regulator.ts";
import type { Subject } from "../../../models/rights/may.ts";
import type { Db } from "../db.ts";

/** Brings the scopes of the enterprises that a batch's register entries speak of up to the register's newest word. */
export const scopeBatch = (tx: Db, profile: Profile, on: string, batch: number): Promise<void> =>
  bring(tx, profile, on, "enterprise_id in (select enterprise_id from register where batch_id = $1)", [batch]);

/** Gives scopes to enterprises that have none, as after an update, and departments to all: they come and go by date. */
export const scopeRest = (tx: Db, profile: Profile, on: string): Promise<void> =>
  bring(
    tx,
    profile,
    on,
    "not exists (select from enterprise_scope s where s.enterprise_id = register.enterprise_id)",
    [],
  );

async function bring(tx: Db, profile: Profile, on: string, which: string, params: readonly unknown[]): Promise<void> {
  const [brought] = await tx.query<Changed>(
    `with changed as (insert into enterprise_scope (enterprise_id, region, specialist, industry, ownership, departments)
     select enterprise_id, ${newest("region", "region")}, ${newest("specialist", "specialist")},
       coalesce(${newest("industry_raw", "industry")}, ${newest("industry", "industry")}, ''), coalesce(${newest("ownership", "ownership")}, ''), '{}'
     from register where ${which} group by enterprise_id
     on conflict (enterprise_id) do update
       set region = excluded.region, specialist = excluded.specialist, industry = excluded.industry, ownership = excluded.ownership
       where (enterprise_scope.region, enterprise_scope.specialist, enterprise_scope.industry, enterprise_scope.ownership)
         is distinct from (excluded.region, excluded.specialist, excluded.industry, excluded.ownership) returning 1)
     select count(*)::integer as rows from changed`,
    params,
  );
  const assigned = await assignDepartments(tx, profile, on);
  if (brought!.rows + assigned > 0) await tx.query("update scope_version set version = version + 1");
}

interface Changed {
  readonly rows: number;
}

/** Another number whenever somebody's enterprises have become others'. */
export async function scopeVersion(tx: Db): Promise<number> {
  const [row] = await tx.query<{ version: number }>("select version from scope_version");
  return row!.version;
}

/** The newest value a column has where `filled` is not blank, as the register is read everywhere. */
const newest = (column: string, filled: string): string =>
  `(array_agg(${column} order by published_on desc, batch_id desc) filter (where ${filled} is not null))[1]`;

/** Departments follow from a few hundred pairs of industry and ownership, so each pair is decided once. Returns how many changed. */
async function assignDepartments(tx: Db, profile: Profile, on: string): Promise<number> {
  const pairs = await tx.query<{ industry: string; ownership: string }>(
    "select distinct industry, ownership from enterprise_scope",
  );
  const departments = pairs.map(({ industry, ownership }) =>
    regulatorsOf(profile, { industry: industry || null, ownership: ownership || null }, on).join(","),
  );
  const [assigned] = await tx.query<Changed>(
    `with changed as (update enterprise_scope s set departments = string_to_array(p.departments, ',')
     from unnest($1::text[], $2::text[], $3::text[]) as p (industry, ownership, departments)
     where s.industry = p.industry and s.ownership = p.ownership and s.departments <> string_to_array(p.departments, ',') returning 1)
     select count(*)::integer as rows from changed`,
    [pairs.map((pair) => pair.industry), pairs.map((pair) => pair.ownership), departments],
  );
  return assigned!.rows;
}

/** An enterprise as a subject of rights, by its code; null when there is none of that code. */
export async function enterpriseSubject(
  db: Db,
  code: string,
): Promise<Extract<Subject, { kind: "enterprise" }> | null> {
  const [row] = await db.query<{ region: string | null; specialist: string | null; departments: string[] | null }>(
    `select s.region, s.specialist, s.departments
     from enterprise e left join enterprise_scope s on s.enterprise_id = e.id where e.code = $1`,
    [code],
  );
  if (!row) return null;
  return { kind: "enterprise", departments: row.departments ?? [], region: row.region, specialist: row.specialist };
}

/** Industries as the register writes them today, by id, for the ids asked for. */
export async function industriesNow(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.query<{ id: number; industry: string }>(
    "select enterprise_id as id, industry from enterprise_scope where enterprise_id = any($1::integer[])",
    [ids],
  );
  return new Map(rows.map(({ id, industry }) => [id, industry]));
}
