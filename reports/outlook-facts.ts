import type { JudgedCount } from "../models/counts/judge-counts.ts";
import { type Dimension, figureName, UNKNOWN } from "../models/figure.ts";
import type { GroupOutline } from "../models/groups/group-outline.ts";
import type { Contribution } from "../models/groups/group-snapshot.ts";
import { SIZE_GROUPS } from "../models/membership.ts";
import type { Profile } from "../models/profile.ts";
import type { Text } from "../models/text.ts";
import type { OutlookInput } from "./outlook-input.ts";

export interface NamedContribution extends Contribution {
  readonly code: string;
  readonly name: string;
}

export interface GroupOutlook extends Omit<GroupOutline, "losses" | "gains"> {
  readonly name: Text;
  readonly losses: readonly NamedContribution[];
  readonly gains: readonly NamedContribution[];
  /** Persons expected to be lost to large reductions within three months, over so many enterprises with a risk. */
  readonly atRisk: { readonly enterprises: number; readonly persons: number };
}

export interface OutlookFacts extends Pick<OutlookInput, "expected" | "record" | "unnamed"> {
  readonly place: GroupOutlook;
  readonly groups: Readonly<Record<Exclude<Dimension, "place" | "sizeBand">, readonly GroupOutlook[]>>;
  readonly counts: readonly (JudgedCount & { readonly name: Text })[];
  /** Of the whole first, then of its sections. */
  readonly forecasts: readonly (OutlookInput["forecasts"][number] & { readonly name: Text })[];
}

/** Names and orders what the run stored; checkOutlook has seen that it adds up. The whole goes by the name given. */
export function outlookFacts(profile: Profile, input: OutlookInput, whole: Text): OutlookFacts {
  const nameOf = (dimension: Dimension, code: string) =>
    dimension === "place" ? whole : figureName(profile, dimension, code);
  const named = groupNamer(nameOf, input);
  const group = (dimension: Dimension) =>
    input.outlines
      .filter((outline) => outline.dimension === dimension)
      .map(named)
      .toSorted(inOrder(profile, dimension));
  return {
    place: group("place")[0]!,
    groups: {
      sector: group("sector"),
      section: group("section"),
      division: group("division"),
      region: group("region"),
      size: profile.sizeRules.length === 0 ? [] : group("size"),
      department: profile.regulations.length === 0 ? [] : group("department"),
    },
    counts: input.counts.map((count) => ({ ...count, name: nameOf(count.dimension, count.code) })),
    forecasts: (["place", "section"] as const).flatMap((dimension) =>
      input.forecasts
        .filter(({ made }) => made.dimension === dimension)
        .map((one) => ({ ...one, name: nameOf(dimension, one.made.code) })),
    ),
    ...{ expected: input.expected, record: input.record },
    ...(input.unnamed === undefined ? {} : { unnamed: input.unnamed }),
  };
}

function groupNamer(
  nameOf: (dimension: Dimension, code: string) => Text,
  { atRisk, enterprises }: OutlookInput,
): (outline: GroupOutline) => GroupOutlook {
  const risks = new Map(atRisk.map((risk) => [`${risk.dimension}:${risk.code}`, risk]));
  const named = (one: Contribution): NamedContribution => {
    const { code, name } = enterprises.get(one.enterprise) ?? { code: String(one.enterprise), name: "" };
    return { ...one, code, name: name || code };
  };
  return (outline) => {
    const { enterprises, persons } = risks.get(`${outline.dimension}:${outline.code}`) ?? {
      enterprises: 0,
      persons: 0,
    };
    return {
      ...outline,
      name: nameOf(outline.dimension, outline.code),
      losses: outline.losses.map(named),
      gains: outline.gains.map(named),
      atRisk: { enterprises, persons },
    };
  };
}

/** The profile's order, the unknown last. */
function inOrder(profile: Profile, dimension: Dimension): (a: GroupOutlook, b: GroupOutlook) => number {
  const codes: readonly string[] =
    dimension === "region"
      ? profile.regions.map((r) => r.code)
      : dimension === "department"
        ? profile.departments.map((d) => d.code)
        : dimension === "size"
          ? SIZE_GROUPS
          : dimension === "sector"
            ? ["1", "2", "3"]
            : profile.industries.map((i) => i.code);
  const unknown = ({ code }: GroupOutlook) => Number(code === UNKNOWN || code.endsWith(UNKNOWN));
  const place = ({ code }: GroupOutlook) => (codes.includes(code) ? codes.indexOf(code) : codes.length);
  return (a, b) => unknown(a) - unknown(b) || place(a) - place(b);
}
