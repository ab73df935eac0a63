import type { Profile } from "../models/profile.ts";
import type { Db } from "../src/db/db.ts";
import { outdatedRuns } from "../src/db/run.ts";
import { dateInShanghai } from "./clock.ts";
import type { CommandContext } from "./commands/command.ts";
import { holderName } from "./holder.ts";
import { pullSources } from "./pull.ts";
import { type OrderedOutcome, runInOrder } from "./run/in-order.ts";
import { plainMonths } from "./run/steps-progress.ts";
import { isBehind, missedMonths } from "./schedule.ts";

/**
 * Asks the sources while a closed month is missing, then runs every month that can be, in order, and anew those after a month
 * that was missing until now. Called at start and at each tick.
 */
export async function catchUp(
  db: Db,
  profile: Profile,
  {
    clock,
    workers,
    signal,
    environment,
    progress,
  }: Pick<CommandContext, "clock" | "workers" | "signal" | "environment" | "progress">,
): Promise<OrderedOutcome[]> {
  const today = dateInShanghai(clock());
  const missing = (await isBehind(db, profile, today)) || (await missedMonths(db, profile, today)).length > 0;
  if (!missing && (await outdatedRuns(db)).length === 0) return [];
  const pulled = missing ? await pullSources(db, profile, { today, environment, signal, progress }) : {};
  const order = { profile, asOf: today, holder: holderName(), workers, clock, signal, pull: async () => pulled };
  return runInOrder(db, await missedMonths(db, profile, today), order, plainMonths(progress));
}
