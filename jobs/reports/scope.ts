import type { Profile } from "../../models/profile.ts";
import type { ReportScope } from "../../models/report-scope.ts";
import type { Text } from "../../models/text.ts";
import { bothScopes, noSuchGroup } from "./problems.ts";

/** Whose report is asked for: a department's or a region's by code or name, or the whole place's. */
export function scopeOf(profile: Profile, department: string | undefined, region: string | undefined): ReportScope {
  if (department !== undefined && region !== undefined) throw bothScopes();
  if (department !== undefined)
    return { dimension: "department", code: codeOf("--department", department, profile.departments) };
  if (region !== undefined) return { dimension: "region", code: codeOf("--region", region, profile.regions) };
  return { dimension: "place", code: profile.place };
}

function codeOf(flag: string, given: string, known: readonly { readonly code: string; readonly name: Text }[]): string {
  const found = known.find(({ code, name }) => [code, name.zh, name.en].includes(given));
  if (found) return found.code;
  throw noSuchGroup(
    flag,
    given,
    known.map(({ code, name }) => `${code} ${name.zh}`),
  );
}
