import type { Month } from "../../../models/month.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** What is told of one enterprise in a month, in the groups that rights are given by; null is "not known". */
export interface EnterpriseSheet {
  readonly identity: {
    readonly code: string;
    readonly name: string | null;
    readonly industry: string | null;
    readonly region: string | null;
  };
  readonly employment: { readonly headcount: number | null; readonly previous: number | null };
  readonly judgement: {
    readonly risk: number | null;
    /** Its 80 % interval; null where it was never judged. */
    readonly riskLow: number | null;
    readonly riskHigh: number | null;
    readonly level: number | null;
    readonly rules: readonly string[];
    /** Latest month taken for a level shift; null: none was found. */
    readonly breakMonth: Month | null;
  };
  readonly specialist: { readonly name: string | null };
  /** 万元. */
  readonly finances: { readonly revenue: number | null; readonly assets: number | null };
  /** What its risk rests on, for those who may read alerts; null: not scored in the run. */
  readonly score: { readonly headcount: number | null; readonly features: readonly (number | null)[] | null } | null;
}

const newest = (column: string): string =>
  `(array_agg(r.${column} order by r.published_on desc, r.batch_id desc) filter (where r.${column} is not null))[1]`;

/** An enterprise as a run saw it, its register entry as it is now; null where there is none of that code within reach. */
export async function enterpriseInReach(
  tx: Db,
  reach: Reach,
  code: string,
  run: number | null,
): Promise<EnterpriseSheet | null> {
  const [row] = await tx.query<EnterpriseSheet>(
    `select json_build_object('code', e.code, 'name', r.name, 'industry', r.industry, 'region', r.region) as identity,
       json_build_object('headcount', s.headcount, 'previous', s.previous) as employment,
       json_build_object('risk', s.risk, 'riskLow', s.risk_low, 'riskHigh', s.risk_high, 'level', s.level, 'rules', coalesce(s.rules, '{}'),
         'breakMonth', s.break_month) as judgement,
       json_build_object('name', r.specialist) as specialist,
       json_build_object('revenue', r.revenue, 'assets', r.assets) as finances,
       case when s.enterprise_id is not null then json_build_object('headcount', s.headcount, 'features',
         (select json_agg(nullif(f, 'NaN') order by i) from unnest(s.features) with ordinality as u (f, i))) end as score
     from enterprise e left join score s on s.enterprise_id = e.id and s.run_id = $2
     cross join lateral (
       select ${["name", "industry", "region", "specialist", "revenue", "assets"].map((c) => `${newest(c)} as ${c}`).join(", ")}
       from register r where r.enterprise_id = e.id) as r
     where e.code = $1 and ${inReach("e.id", 3)}`,
    [code, run, ...reachParams(reach)],
  );
  return row ?? null;
}
