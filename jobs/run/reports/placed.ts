import { lastDay } from "../../../models/month.ts";
import type { Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { regulatorsOf } from "../../../models/regulator.ts";
import { scopeKey } from "../../../models/report-scope.ts";
import type { ScopeMembers } from "../../../models/scope-members.ts";
import { enterpriseIdsOf } from "../../../src/db/enterprise.ts";
import { rowOf } from "../../../src/db/panel.ts";
import { type Registered, registered } from "../../../src/db/register.ts";
import type { StepContext } from "../step.ts";

/** An enterprise that reports name: what the register says, and in whose reports it counts. */
export interface PlacedEnterprise {
  readonly id: number;
  /** In the panel; -1 for one that never reported a headcount. */
  readonly row: number;
  readonly entry: Registered | undefined;
  /** Codes, the main owner first. */
  readonly departments: readonly string[];
  /** Keys of its scopes. */
  readonly keys: readonly string[];
}

/** Looks up enterprises by their codes. */
export async function placeEnterprises(
  codes: readonly string[],
  panel: Panel,
  members: ScopeMembers,
  { tx, run, profile }: StepContext,
): Promise<ReadonlyMap<string, PlacedEnterprise>> {
  const ids = await enterpriseIdsOf(tx, codes);
  const register = await registered(tx, run.vintage, [...ids.values()]);
  const on = lastDay(run.month);
  return new Map(
    [...ids].map(([code, id]) => {
      const row = rowOf(panel, id);
      const entry = register.get(id);
      const departments = departmentsOf(entry, profile, on);
      const keys = row < 0 ? registeredKeys(departments, entry) : members.keysOf(row);
      return [code, { id, row, entry, departments, keys }];
    }),
  );
}

/** An enterprise that never reported a headcount is told where the register has it. */
const registeredKeys = (departments: readonly string[], entry: Registered | undefined): string[] => [
  "",
  ...departments.map((code) => scopeKey({ dimension: "department", code })),
  ...(entry?.region ? [scopeKey({ dimension: "region", code: entry.region })] : []),
];

/** The departments that answer for an enterprise on a day. */
export const departmentsOf = (entry: Registered | undefined, profile: Profile, on: string): readonly string[] =>
  regulatorsOf(
    profile,
    { industry: entry?.industryRaw ?? entry?.industry ?? null, ownership: entry?.ownership ?? null },
    on,
  );
