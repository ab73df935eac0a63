import type { Reach } from "../../../models/rights/reach.ts";

/**
 * The condition that an enterprise is within reach, said in the query itself: row-level security says it a second time. Its
 * parameters are `reachParams`, of which the first is number `first`.
 */
export const inReach = (enterprise: string, first: number): string =>
  `($${first}::boolean or exists (select from enterprise_scope within where within.enterprise_id = ${enterprise} and
     (within.departments && $${first + 1}::text[] or within.region = any ($${first + 2}::text[]) or within.specialist = $${first + 3}::text)))`;

export const reachParams = ({ all, departments, regions, specialist }: Reach): readonly unknown[] => [
  all,
  departments,
  regions,
  specialist,
];
