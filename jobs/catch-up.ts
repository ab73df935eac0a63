import type { Profile } from "../models/profile.ts";
import type { Db } from "../src/db/db.ts";
import { dateInShanghai } from "./clock.ts";
import type { CommandContext } from "./commands/command.ts";
import { holderName } from "./holder.ts";
import { pullSources } from "./pull.ts";
import { type RunOutcome, runMonth } from "./run/month-run.ts";
import { isBehind, missedMonths } from "./schedule.ts";

/** Asks the sources while a closed month is missing, then runs every month that can be, in order. Called at start and at each tick. */
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
): Promise<RunOutcome[]> {
  const today = dateInShanghai(clock());
  if (!(await isBehind(db, profile, today)) && (await missedMonths(db, profile, today)).length === 0) return [];
  const pulled = await pullSources(db, profile, { today, environment, signal, progress });
  const pull = async () => pulled;
  const outcomes: RunOutcome[] = [];
  for (const month of await missedMonths(db, profile, today)) {
    signal.throwIfAborted();
    outcomes.push(
      await runMonth(db, month, { profile, asOf: today, holder: holderName(), workers, clock, signal, pull }, progress),
    );
  }
  return outcomes;
}
