import type { Month } from "../../../models/month.ts";
import { hiringMonths } from "../../../models/policy/claim-check.ts";
import type { Hiring, PolicyVariant, SupportPolicy } from "../../../models/policy/policy.ts";
import { variantOn } from "../../../models/policy/variant-on.ts";
import type { ApplicationRecord } from "../../../models/record.ts";
import type { History } from "../history.ts";
import type { Place } from "../place.ts";
import { binomial, chance, integer, pick, type Random } from "../random.ts";
import { dayOf } from "../report.ts";
import type { LivedYear } from "./lived-year.ts";

/** A claim for people who never came: more than all that the headcounts can have seen come. */
export interface FalseClaim {
  readonly code: string;
  readonly policy: string;
  readonly appliedOn: string;
  readonly claimed: number;
  /** People seen to come in the months in which they should have. */
  readonly seen: number;
}

export interface Claims {
  readonly applications: readonly ApplicationRecord[];
  readonly falseClaims: readonly FalseClaim[];
}

/** Of enterprises that could claim: how many do. Of people who came: how many belong to a named group. */
const CLAIMING = 0.45;
const OF_GROUP = 0.12;
/** Of enterprises a year: how many claim falsely, and for how many people who never came. */
const FALSE_A_YEAR = 0.004;
const FALSE_PEOPLE = [5, 15] as const;
/** Months of the year in which applications come. */
const MONTHS = [8, 11] as const;

/** Applications of one year: refunds of those that kept their people, subsidies for hires, and a few claims that are false. */
export function drawClaims(place: Place, random: Random, code: string, year: LivedYear, history: History): Claims {
  const { profile, first } = place;
  const isFalse = chance(random, FALSE_A_YEAR);
  const applications: ApplicationRecord[] = [];
  const falseClaims: FalseClaim[] = [];
  for (const policy of profile.policies) {
    const appliedOn = dayOf(year.year * 12 + integer(random, ...MONTHS) - 1, integer(random, 1, 28));
    const claims = chance(random, CLAIMING);
    const chosen = variantOn(policy, profile.place, appliedOn);
    if (!chosen?.inForce || year.months < 12) continue;
    const seen = policy.hiring ? seenToCome(history, first, policy.hiring, appliedOn) : 0;
    const people = policy.hiring ? binomial(random, seen, OF_GROUP) : null;
    const planted =
      policy.hiring && isFalse && falseClaims.length === 0 ? seen + integer(random, ...FALSE_PEOPLE) : null;
    if (planted !== null) falseClaims.push({ code, policy: policy.code, appliedOn, claimed: planted, seen });
    else if (!claims || people === 0 || !isPlausible(policy, year, history)) continue;
    applications.push(toApplication(random, policy, chosen.variant, code, appliedOn, planted ?? people));
  }
  return { applications, falseClaims };
}

/** The instruments that many apply for: subsidies for hires, and refunds of those that kept their people. */
function isPlausible(policy: SupportPolicy, { t }: LivedYear, { headcount }: History): boolean {
  if (policy.hiring) return true;
  return (
    policy.instrument === "refund" && t > 0 && headcount[t - 1]! > 0 && headcount[t + 5]! >= headcount[t - 1]! * 0.95
  );
}

/** Rises and hires, whichever is larger month by month; at the beginning of the figures everybody may have come. */
function seenToCome({ headcount, hired }: History, first: Month, hiring: Hiring, appliedOn: string): number {
  const { from, to } = hiringMonths(hiring, appliedOn);
  let seen = 0;
  for (let t = Math.max(0, from - first); t <= to - first; t++) {
    if (headcount[t]! < 0) continue;
    const before = t === 0 ? 0 : Math.max(0, headcount[t - 1]!);
    seen += Math.max(0, headcount[t]! - before, hired[t]!);
  }
  return seen;
}

function toApplication(
  random: Random,
  { code: policy }: SupportPolicy,
  { amount: formula }: PolicyVariant,
  code: string,
  appliedOn: string,
  people: number | null,
): ApplicationRecord {
  const price = formula.kind === "sum" ? formula.terms[0]!.prices[0]!.price.value : null;
  const amount = people === null || price === null ? null : people * price;
  const outcome = pick(random, ["granted", "granted", "granted", "granted", "refused", null] as const);
  return {
    ...{ code, policy, appliedOn, claimedPeople: people, claimedAmount: amount, decidedOn: null },
    ...{ grantedAmount: outcome === "granted" ? amount : null, outcome, publishedOn: appliedOn },
  };
}
