import type { Membership } from "./membership.ts";
import type { Panel } from "./panel.ts";
import type { Profile } from "./profile.ts";
import { type ReportScope, scopeKey } from "./report-scope.ts";

/** Whose reports each row of a panel counts in. */
export interface ScopeMembers {
  /** The whole place first, then departments and regions in the profile's order; those without any row are left out. */
  readonly scopes: readonly ReportScope[];
  /** Keys of the scopes that a row belongs to; a row that is not there belongs to the whole place. */
  keysOf(row: number): readonly string[];
  /** Rows of a scope, ascending. */
  rowsOf(scope: ReportScope): Int32Array;
}

/** An enterprise counts in the whole place, at every department that answers for it, and in its region. */
export function scopeMembers(panel: Panel, profile: Profile, membership: Membership): ScopeMembers {
  const known = membership.desks.map((desk) => desk.filter((code) => profile.departments.some((d) => d.code === code)));
  const desks = known.map((desk) => desk.map((code) => scopeKey({ dimension: "department", code })));
  const regions = profile.regions.map(({ code }) =>
    code === profile.place ? [] : [scopeKey({ dimension: "region", code })],
  );
  const keysOf = (row: number) =>
    row < 0 ? [""] : ["", ...desks[membership.desk[row]!]!, ...(regions[panel.region[row]!] ?? [])];
  const rows = new Map<string, number[]>();
  for (let row = 0; row < panel.size; row++)
    for (const key of keysOf(row)) {
      const those = rows.get(key);
      if (those) those.push(row);
      else rows.set(key, [row]);
    }
  const all: ReportScope[] = [
    { dimension: "place", code: profile.place },
    ...profile.departments.map(({ code }) => ({ dimension: "department" as const, code })),
    ...profile.regions.map(({ code }) => ({ dimension: "region" as const, code })),
  ];
  return {
    scopes: all.filter((scope) => scope.dimension === "place" || rows.has(scopeKey(scope))),
    keysOf,
    rowsOf: (scope) => Int32Array.from(rows.get(scopeKey(scope)) ?? []),
  };
}
