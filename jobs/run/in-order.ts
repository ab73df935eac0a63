import type { Month } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { outdatedRuns, type Run } from "../../src/db/run.ts";
import type { Progress } from "../progress.ts";
import { type RunOrder, type RunOutcome, runMonth } from "./month-run.ts";

export interface OrderedOutcome extends RunOutcome {
  /** Nobody asked for this month: it was made anew because a month before it was. */
  readonly followed: boolean;
}

/** Told of months as they become known to be needed, as they are done, and when it is over, well or not. */
export interface MonthsProgress extends Progress {
  months(more: number): void;
  monthDone(): void;
  ended(): void;
}

/**
 * Runs months, oldest first, and then anew every later month that had been run upon what they replaced, so that each month's
 * decisions build on the months before as they now stand. What an interrupted call left to be made anew is made up for too.
 */
export async function runInOrder(
  db: Db,
  months: readonly Month[],
  order: RunOrder,
  progress: MonthsProgress,
): Promise<OrderedOutcome[]> {
  const outcomes: OrderedOutcome[] = [];
  progress.months(months.length);
  try {
    for (const month of months) {
      outcomes.push(...(await followUp(db, month, order, progress)));
      outcomes.push({ ...(await runMonth(db, month, order, progress)), followed: false });
      progress.monthDone();
    }
    return [...outcomes, ...(await followUp(db, Number.POSITIVE_INFINITY, order, progress))];
  } finally {
    progress.ended();
  }
}

/** Makes anew, oldest first, the months before `end` that stand upon a run which no longer speaks. */
async function followUp(db: Db, end: Month, order: RunOrder, progress: MonthsProgress): Promise<OrderedOutcome[]> {
  const outcomes: OrderedOutcome[] = [];
  const outdated = (await outdatedRuns(db)).filter(({ month }) => month < end);
  progress.months(outdated.length);
  for (const run of outdated) {
    const again = { ...order, asOf: laterOf(run, order) };
    outcomes.push({ ...(await runMonth(db, run.month, again, progress)), followed: true });
    progress.monthDone();
  }
  return outcomes;
}

/** A month made anew forgets nothing that its run before knew, and sees what the months before it now see. */
const laterOf = (run: Run, order: RunOrder): string => (run.asOf > order.asOf ? run.asOf : order.asOf);
