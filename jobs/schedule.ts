import type { Month } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import type { Db } from "../src/db/db.ts";
import { reportedMonths } from "../src/db/headcount.ts";
import { latestRuns } from "../src/db/run.ts";
import { vintageAsOf } from "../src/db/vintage.ts";
import { newestDueMonth } from "./clock.ts";

/** Months to run now, oldest first: everything due since the last month done, or the newest due one on the first day. */
export async function missedMonths(db: Db, profile: Profile, today: string): Promise<Month[]> {
  const due = newestDueMonth(today, profile.calendar.closeDay.value);
  const vintage = await vintageAsOf(db, today);
  const reported = vintage && (await reportedMonths(db, vintage));
  if (!reported) return [];
  const last = Math.min(due, reported.last); // a month nobody has reported can't be run; it is looked at again next time
  const done = (await latestRuns(db)).at(-1)?.month;
  const first = done === undefined ? last : done + 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
