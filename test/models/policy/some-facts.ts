import { parseMonth } from "../../../models/month.ts";
import type { PolicyFacts } from "../../../models/policy/facts.ts";
import { factNames } from "../../../models/policy/facts.ts";
import { factsReader, type RecordedFact } from "../../../models/policy/read-facts.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

export const wushan = loadProfile("wushan");

export interface Given {
  readonly code?: string;
  /** Another place than Wushan. */
  readonly place?: string;
  readonly date?: string;
  readonly ownership?: string | null;
  readonly industry?: string | null;
  readonly revenue?: number | null;
  readonly assets?: number | null;
  readonly validTo?: string | null;
  /** "2021-12": insured at its end. */
  readonly insured?: Readonly<Record<string, number>>;
  /** "premiums-paid 2022": value. */
  readonly own?: Readonly<Record<string, number>>;
  readonly ofPlace?: Readonly<Record<string, number>>;
}

/** An enterprise of industry (13), small by its revenue, of which no more is known than is given. */
export function someFacts(given: Given = {}): PolicyFacts {
  const { place = wushan.place, date = "2023-12-31", insured = {} } = given;
  const profile = { ...wushan, place };
  return factsReader(
    profile,
    recorded(given.ofPlace),
    date,
  )({
    code: given.code ?? "91500237MA60000084",
    industry: given.industry === undefined ? "1310" : given.industry,
    ownership: given.ownership === undefined ? "173" : given.ownership,
    revenue: given.revenue === undefined ? 500 : given.revenue,
    assets: given.assets ?? null,
    validTo: given.validTo ?? null,
    months: Object.keys(insured).map(parseMonth),
    headcounts: Object.values(insured),
    recorded: recorded(given.own),
  });
}

const recorded = (values: Readonly<Record<string, number>> = {}): RecordedFact[] =>
  Object.entries(values).map(([key, value]) => {
    const [fact, period] = key.split(" ") as [string, string];
    return { fact, period, value };
  });

/** Lines saying that every list of a year has come in: whoever is not on one counts as 0. */
export const allLists = (year: number): Record<string, number> =>
  Object.fromEntries(wushan.facts.filter(({ roster }) => roster).map(({ code }) => [`${code} ${year}`, 0]));

/** Twelve months of a year with the same headcount, or with one each. */
export const wholeYear = (year: number, people: number | readonly number[]): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `${year}-${String(i + 1).padStart(2, "0")}`,
      typeof people === "number" ? people : people[i]!,
    ]),
  );

export const policy = (code: string) => wushan.policies.find((one) => one.code === code)!;

export const names = factNames(wushan);
