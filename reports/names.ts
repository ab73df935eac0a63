import type { Profile } from "../models/profile.ts";
import type { Text } from "../models/text.ts";

export type Names = Readonly<Record<string, Text>>;

/** Where an enterprise that a report names belongs, by code. */
interface Named {
  readonly industry: string | null;
  readonly region: string | null;
  readonly departments: readonly string[];
}

export const namesByCode = (of: readonly { readonly code: string; readonly name: Text }[]): Names =>
  Object.fromEntries(of.map(({ code, name }) => [code, name]));

/** Industries, regions and departments that the enterprises belong to. */
export function namesOf(profile: Profile, named: readonly Named[]) {
  const used = (codes: readonly (string | null)[], of: readonly { readonly code: string; readonly name: Text }[]) => {
    const wanted = new Set(codes);
    return namesByCode(of.filter(({ code }) => wanted.has(code)));
  };
  return {
    industries: used(
      named.map((one) => one.industry),
      profile.industries,
    ),
    regions: used(
      named.map((one) => one.region),
      profile.regions,
    ),
    departments: used(
      named.flatMap((one) => one.departments),
      profile.departments,
    ),
  };
}
