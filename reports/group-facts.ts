import type { Comparison } from "../models/baseline.ts";
import { type Dimension, type Figure, figureName, UNKNOWN } from "../models/figure.ts";
import { joiningIn } from "../models/joined-months.ts";
import { SIZE_GROUPS } from "../models/membership.ts";
import type { Text } from "../models/text.ts";
import type { MonthlyInput } from "./input.ts";

export interface GroupFacts {
  readonly code: string;
  readonly name: Text;
  readonly parent: string | null;
  readonly previous: Figure;
  /** Rate against December of last year; null: not computable or no sample. */
  readonly yearStartRate: number | null;
  /** Rate against a year ago: of the month, or of January and February joined where Spring Festival asks for it; null in such a January. */
  readonly yearAgoRate: number | null;
}

/** Groups of each dimension in the profile's order, unknown ones last. */
export type GroupsFacts = Readonly<Record<Exclude<Dimension, "place">, readonly GroupFacts[]>>;

/** Empty where the figures of a dimension say nothing: no size classes or no departments in the profile. */
export function groupFacts(input: MonthlyInput): GroupsFacts {
  const { profile } = input;
  const group = groupsOf(input);
  const byNumber = (a: GroupFacts, b: GroupFacts) =>
    Number(a.code === UNKNOWN) - Number(b.code === UNKNOWN) || +a.code - +b.code;
  const position = (codes: readonly string[], { code }: GroupFacts) =>
    codes.includes(code) ? codes.indexOf(code) : codes.length;
  const departments = profile.departments.map((d) => d.code);
  const { dimension } = input.scope; // a part is not told by itself, nor a township by single divisions
  return {
    sector: group("sector").toSorted(byNumber),
    section: group("section"),
    division: dimension === "region" ? [] : group("division"),
    region: dimension === "region" ? [] : group("region"),
    sizeBand: group("sizeBand").toSorted(byNumber),
    size:
      profile.sizeRules.length === 0
        ? []
        : group("size").toSorted((a, b) => position(SIZE_GROUPS, a) - position(SIZE_GROUPS, b)),
    department:
      profile.regulations.length === 0 || dimension === "department"
        ? []
        : group("department").toSorted((a, b) => position(departments, a) - position(departments, b)),
  };
}

function groupsOf({ profile, month, figures }: MonthlyInput): (dimension: Dimension) => GroupFacts[] {
  const rates = new Map(figures.map((f) => [`${f.dimension}:${f.code}/${f.baseline}`, f.rate]));
  const rate = (f: Figure, comparison: Comparison) => rates.get(`${f.dimension}:${f.code}/${comparison}`) ?? null;
  const joining = joiningIn(month, profile.calendar.springFestival);
  const yearAgo = joining === "joined" ? "joined-year-ago" : "year-ago";
  return (dimension) =>
    figures
      .filter((f) => f.dimension === dimension && f.baseline === "previous")
      .toSorted((a, b) => Number(a.code.endsWith(UNKNOWN)) - Number(b.code.endsWith(UNKNOWN)))
      .map((previous) => ({
        code: previous.code,
        name: figureName(profile, dimension, previous.code),
        parent: previous.parent,
        previous,
        yearStartRate: rate(previous, "year-start"),
        yearAgoRate: joining === "not-yet" ? null : rate(previous, yearAgo),
      }));
}
