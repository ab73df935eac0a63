import { type Month, monthOfDate } from "../month.ts";
import { type Application, stands } from "./application.ts";
import type { Hiring, SupportPolicy } from "./policy.ts";

/** A month of an enterprise as it was reported: insured persons, and 新招人数 where the form said it. */
export interface StaffMonth {
  readonly month: Month;
  readonly headcount: number;
  readonly hired: number | null;
}

/** People claimed for as hired beyond all that came in by our figures: something to verify, not a finding of fraud. */
export interface ClaimFinding {
  readonly application: Application;
  /** Claimed in this application and in the earlier ones whose months meet its; and in those alone. */
  readonly claimed: number;
  readonly earlier: number;
  /** Months in which they must have come. */
  readonly from: Month;
  readonly to: Month;
  /** Insured before those months and at their end; null when nobody reported. */
  readonly before: number | null;
  readonly after: number | null;
  /** People seen to come: month by month the larger of the headcount's rise and 新招人数. null: no month was reported. */
  readonly seen: number | null;
}

/** A claim with the enterprise it came from. */
export interface SuspiciousClaim {
  readonly code: string;
  readonly name: string | null;
  readonly policy: SupportPolicy;
  readonly finding: ClaimFinding;
}

/**
 * 虚报冒领: holds the hires claimed for under one policy against the insured headcounts of the months in which they must have come.
 * Hiring that replaced leavers within a month shows in 新招人数 only, so an enterprise that does not report it may be listed wrongly.
 */
export function checkClaims(
  hiring: Hiring,
  applications: readonly Application[],
  staff: readonly StaffMonth[],
): ClaimFinding[] {
  const claims = applications
    .filter((one) => stands(one) && (one.claimedPeople ?? 0) > 0)
    .toSorted((a, b) => (a.appliedOn < b.appliedOn ? -1 : 1));
  return claims.flatMap((claim, i) => {
    const finding = holdAgainst(hiring, claim, claims.slice(0, i), staff);
    return finding.seen !== null && finding.claimed <= finding.seen ? [] : [finding];
  });
}

/** The first and last month in which people claimed for on a date may have come. */
export function hiringMonths({ insuredMonths, window }: Hiring, appliedOn: string): { from: Month; to: Month } {
  const to = monthOfDate(appliedOn) - insuredMonths.value;
  return { from: to - window.value + 1, to };
}

/** Claims whose windows meet are held together against both windows, so that splitting one does not hide it. */
function holdAgainst(
  hiring: Hiring,
  claim: Application,
  before: readonly Application[],
  staff: readonly StaffMonth[],
): ClaimFinding {
  const { from: own, to } = hiringMonths(hiring, claim.appliedOn);
  const meeting = before.filter(({ appliedOn }) => hiringMonths(hiring, appliedOn).to >= own);
  const from = Math.min(own, ...meeting.map(({ appliedOn }) => hiringMonths(hiring, appliedOn).from));
  const earlier = meeting.reduce((sum, { claimedPeople }) => sum + claimedPeople!, 0);
  return { application: claim, claimed: claim.claimedPeople! + earlier, earlier, from, to, ...seenIn(staff, from, to) };
}

function seenIn(staff: readonly StaffMonth[], from: Month, to: Month): Pick<ClaimFinding, "before" | "after" | "seen"> {
  const until = staff.filter(({ month }) => month <= to).toSorted((a, b) => a.month - b.month);
  let previous = until.findLast(({ month }) => month < from)?.headcount ?? null;
  const before = previous;
  let seen: number | null = null;
  for (const { month, headcount, hired } of until) {
    if (month < from) continue;
    // Of whom we first hear in these months, everybody may have come in them.
    const rise = headcount - (previous ?? 0);
    seen = (seen ?? 0) + Math.max(rise, hired ?? 0, 0);
    previous = headcount;
  }
  return { before, after: seen === null ? null : previous, seen };
}
