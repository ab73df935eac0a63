import { type Month, monthOfDate, monthOfYear } from "../month.ts";
import type { MissingFact, PolicyFacts } from "./facts.ts";
import { FORMULAS } from "./formulas.ts";
import { yearOfDate } from "./occasion.ts";
import { missingForRule, type ReductionRule, tryFormulas } from "./rules/reduction.ts";
import { bestOf } from "./verdicts-of.ts";
import { missingFigures, type YearFigures, yearFigures } from "./year-figures.ts";

/**
 * How many more people may leave in the year that is running before next year's claim is lost, by the variant in force now.
 * The closed year's claim cannot be lost any more. regain: so many must come back first. lost: no hiring helps.
 */
export type HeadRoom =
  | (Standing & { readonly kind: "room" | "regain"; readonly people: number })
  | (Standing & { readonly kind: "lost" })
  | { readonly kind: "unknown"; readonly missing: readonly MissingFact[] };

/** What it was reckoned from. */
interface Standing {
  readonly year: number;
  readonly month: Month;
  /** Insured at the end of the year before (null: not reported, and not asked for), and at the end of the month; persons. */
  readonly start: number | null;
  readonly current: number;
  /** Some formula counts benefit recipients: then every leaver is taken to become one. */
  readonly worstCase: boolean;
}

export function headRoomOn(rule: ReductionRule, facts: PolicyFacts, date: string): HeadRoom {
  const year = yearOfDate(date);
  const figures = yearFigures(facts, year);
  const month = lastReported(facts, year, monthOfDate(date));
  if (month === null) return { kind: "unknown", missing: missingFigures(facts, figures, ["start"]) };
  const current = facts.insured.get(month)!;
  const after = (leavers: number) => holds(rule, yearAfter(figures, month, current - leavers, Math.max(0, leavers)));
  const now = after(0);
  if (now === null)
    return { kind: "unknown", missing: missingForRule(rule, facts, yearAfter(figures, month, current, 0)) };
  const standing = { year, month, start: figures.start, current, worstCase: countsClaimants(rule) };
  return { ...standing, ...(now ? roomFrom(after, current) : regainedFrom(after, highest(figures) - current)) };
}

const countsClaimants = ({ formulas }: ReductionRule): boolean =>
  formulas.some((formula) => FORMULAS[formula].needs.some((need) => need === "claimants" || need === "newClaimants"));

/** Until the first departure that loses it: a rule for small enterprises may hold again further down. */
function roomFrom(after: (leavers: number) => boolean | null, current: number) {
  let people = 0;
  while (people < current && after(people + 1) === true) people++;
  return { kind: "room" as const, people };
}

/** Looked for up to the year's highest headcount: whoever fails there has lost it by its benefit recipients. */
function regainedFrom(after: (leavers: number) => boolean | null, most: number) {
  for (let people = 1; people <= most; people++)
    if (after(-people) === true) return { kind: "regain" as const, people };
  return { kind: "lost" as const };
}

const highest = ({ start, months }: YearFigures): number =>
  Math.max(start ?? 0, ...months.map((people) => people ?? 0));

/** null: cannot be told. */
function holds(rule: ReductionRule, figures: YearFigures): boolean | null {
  const verdict = bestOf(tryFormulas(rule, figures).trials);
  return verdict === "unknown" ? null : verdict === "holds";
}

/** The whole year if from this month on so many stay insured, and every leaver draws benefit. */
function yearAfter(figures: YearFigures, month: Month, insured: number, leavers: number): YearFigures {
  const reported = month < figures.year * 12 ? 0 : monthOfYear(month);
  const add = (count: number | null) => (count === null ? null : count + leavers);
  return {
    ...figures,
    months: figures.months.map((people, i) => (i + 1 < reported ? people : insured)),
    claimants: add(figures.claimants),
    newClaimants: add(figures.newClaimants),
  };
}

/** The newest month of the year, up to this one, with a report; the December before it counts where the year has none yet. */
function lastReported(facts: PolicyFacts, year: number, until: Month): Month | null {
  for (let month = until; month >= year * 12 - 1; month--) if (facts.insured.has(month)) return month;
  return null;
}
