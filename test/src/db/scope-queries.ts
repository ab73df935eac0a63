/** Tables with a row of an enterprise, and how that row names it. */
export const TABLES: readonly (readonly [table: string, key: "id" | "code", column: string, where: string])[] = [
  ["enterprise", "id", "id", "true"],
  ["enterprise_scope", "id", "enterprise_id", "true"],
  ["register", "id", "enterprise_id", "true"],
  ["headcount", "id", "enterprise_id", "true"],
  ["event", "id", "enterprise_id", "true"],
  ["series", "id", "enterprise_id", "true"],
  ["score", "id", "enterprise_id", "true"],
  ["alert", "code", "subject", "subject_kind = 'enterprise'"],
  ["alert_decision", "code", "subject", "subject_kind = 'enterprise'"],
  ["enterprise_case", "code", "enterprise", "true"],
];

/** Ways to ask, each answering {key, n} rows: a list, a count, an export, a join, a set, a look-up. */
export const FORMS: readonly ((table: string, column: string, where: string, code: number) => string)[] = [
  (t, c, w) => `select ${c} as key, count(*)::integer as n from ${t} where ${w} group by ${c}`,
  (t, c, w) => `select x.key, sum(1)::integer as n from (select ${c} as key, * from ${t}) x where ${w} group by x.key`,
  (t, c, w, id) => `select ${c} as key, 1 as n from ${t} where ${w} and md5(${c}::text) > '${id.toString(16)}'`,
  (t, c, w) => `with all_rows as materialized (select * from ${t}) select ${c} as key, 1 as n from all_rows where ${w}`,
  (t, c, w) =>
    `(select ${c} as key, 1 as n from ${t} where ${w}) union all (select max(${c}), 1 from ${t} where ${w} having max(${c}) is not null)`,
  (t, c, w, id) =>
    `select ${c} as key, 1 as n from ${t} where ${w} order by ${id % 2 ? c : `md5(${c}::text)`} limit ${1 + (id % 40)}`,
  (t, c, w) => `select ${c} as key, row_number() over (order by ${c})::integer as n from ${t} where ${w}`,
  (t, c, w) =>
    `select ${c} as key, 1 as n from ${t} where ${w} and exists (select from enterprise e where e.${c === "subject" || c === "enterprise" ? "code" : "id"} = ${t}.${c})`,
];
