import type { Month } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import type { Db } from "../src/db/db.ts";
import { isReported, reportedMonths } from "../src/db/headcount.ts";
import { latestRuns } from "../src/db/run.ts";
import { vintageAsOf } from "../src/db/vintage.ts";
import { newestDueMonth } from "./clock.ts";

/** Whether the newest month that has closed was not run yet: then it is worth asking the sources. */
export async function isBehind(db: Db, profile: Profile, today: string): Promise<boolean> {
  const due = newestDueMonth(today, profile.calendar.closeDay.value);
  return !(await latestRuns(db)).some((run) => run.month === due);
}

/**
 * Months to run now, oldest first: every closed month since the first one run that has reports and no run; on the first
 * day the newest closed month with reports. A month nobody reported is left out, and looked at again next time.
 */
export async function missedMonths(db: Db, profile: Profile, today: string): Promise<Month[]> {
  const vintage = await vintageAsOf(db, today);
  const reported = vintage && (await reportedMonths(db, vintage));
  if (!reported) return [];
  const last = Math.min(newestDueMonth(today, profile.calendar.closeDay.value), reported.last);
  const done = new Set((await latestRuns(db)).map((run) => run.month));
  const first = done.size === 0 ? last : Math.min(...done);
  const missed: Month[] = [];
  for (let month = first; month <= last; month++)
    if (!done.has(month) && (await isReported(db, month, vintage))) missed.push(month);
  return missed;
}
