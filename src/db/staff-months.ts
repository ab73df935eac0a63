import type { Month } from "../../models/month.ts";
import type { StaffMonth } from "../../models/policy/claim-check.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** Headcounts and hires of some enterprises by month, as last known at a vintage. */
export async function staffMonths(
  db: Db,
  enterprises: readonly number[],
  months: { readonly from: Month; readonly to: Month },
  vintage: Vintage,
): Promise<Map<number, StaffMonth[]>> {
  const rows = await db.query<StaffMonth & { readonly enterprise: number }>(
    `select distinct on (enterprise_id, month) enterprise_id as enterprise, month, headcount, hired
     from headcount
     where enterprise_id = any($1::integer[]) and month between $2 and $3 and batch_id <= $4 and published_on <= $5
     order by enterprise_id, month, published_on desc, batch_id desc`,
    [enterprises, months.from, months.to, vintage.batch, vintage.publishedOn],
  );
  const staff = new Map<number, StaffMonth[]>(enterprises.map((id) => [id, []]));
  for (const { enterprise, ...month } of rows) staff.get(enterprise)!.push(month);
  return staff;
}
