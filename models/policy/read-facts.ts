import { type Month, monthOfDate } from "../month.ts";
import type { Profile } from "../profile.ts";
import { resolveOwnership } from "../regulator.ts";
import { isLargeBy, type LargeResult, sizeRuleOf } from "../size-class.ts";
import { HELD } from "./fact-kind.ts";
import { factKey, factNames, type PolicyFacts } from "./facts.ts";
import { yearOfDate } from "./occasion.ts";

/** An imported value, dated "2024" or "2024-12". */
export interface RecordedFact {
  readonly fact: string;
  readonly period: string;
  readonly value: number;
}

/** What is stored about one enterprise, as the tables have it. */
export interface StoredFacts {
  readonly code: string;
  /** As the source wrote it, often finer than the profile's tree. */
  readonly industry: string | null;
  readonly ownership: string | null;
  /** 万元. */
  readonly revenue: number | null;
  readonly assets: number | null;
  readonly validTo: string | null;
  /** Months with a report, and the headcount of each. */
  readonly months: readonly Month[];
  readonly headcounts: readonly number[];
  readonly recorded: readonly RecordedFact[];
}

/** The months whose headcounts a date's assessment looks at: from the year-end before last on. */
export const insuredSpan = (date: string): { readonly from: Month; readonly to: Month } => ({
  from: (yearOfDate(date) - 1) * 12 - 1,
  to: monthOfDate(date),
});

/** The years it looks at, and their months, as text prefixes of periods. */
export const recordedYears = (date: string): readonly string[] => {
  const year = yearOfDate(date);
  return [String(year - 1), String(year)];
};

/** Makes stored rows of one date into facts; what all enterprises share is worked out once. */
export function factsReader(
  profile: Profile,
  place: readonly RecordedFact[],
  date: string,
): (stored: StoredFacts) => PolicyFacts {
  const shared = { place: profile.place, names: factNames(profile), ofPlace: keyed(place) };
  const ruleOf = remembered((industry) => sizeRuleOf(profile, industry));
  const ownershipOf = remembered((raw) => resolveOwnership(profile, raw));
  return (stored) => {
    const { code, industry, ownership, revenue, assets, validTo } = stored;
    const insured = new Map(stored.months.map((month, i) => [month, stored.headcounts[i]!]));
    const size = isLargeBy(ruleOf(industry ?? ""), { staff: meanOfYear(insured, monthOfDate(date)), revenue, assets });
    return {
      ...shared,
      code,
      entity: profile.codeScheme === "uscc" && code.length === USCC_LENGTH ? code.slice(0, 2) : null,
      ownership: ownership === null ? null : ownershipOf(ownership),
      large: size.large,
      sizeMissing: missingOf(size),
      closedOn: validTo,
      insured,
      own: keyed(stored.recorded),
    };
  };
}

const USCC_LENGTH = 18;

const keyed = (recorded: readonly RecordedFact[]): Map<string, number> =>
  new Map(recorded.map(({ fact, period, value }) => [factKey(fact, period), value]));

const SIZE_FACTS = {
  staff: HELD.insured,
  revenue: HELD.revenue,
  assets: HELD.assets,
  industry: HELD.industry,
} as const;

/** An industry without a line in the size rule can only be classified by somebody. */
function missingOf({ large, missing }: LargeResult): string[] {
  if (large !== null) return [];
  return missing.length === 0 ? [HELD.size] : missing.map((fact) => SIZE_FACTS[fact]);
}

/** Mean of the reports among the last twelve months, as for the size class in reports; null when there is none. */
function meanOfYear(insured: ReadonlyMap<Month, number>, last: Month): number | null {
  let sum = 0;
  let reports = 0;
  for (let month = last; month > last - 12; month--) {
    const people = insured.get(month);
    if (people === undefined) continue;
    sum += people;
    reports++;
  }
  return reports === 0 ? null : sum / reports;
}

function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key)!;
  };
}
