import type { Profile } from "../models/profile.ts";
import type { Db } from "../src/db/db.ts";
import { dateInShanghai } from "./clock.ts";
import type { CommandContext } from "./commands/command.ts";
import { holderName } from "./holder.ts";
import { pullSources } from "./pull.ts";
import { type RunOutcome, runMonth } from "./run/month-run.ts";
import { missedMonths } from "./schedule.ts";

/** Runs every month that fell due and was not run, in order. Called at start and at each tick; usually there is nothing. */
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
  const pull = () => pullSources(db, profile, { today, environment, signal, progress });
  const outcomes: RunOutcome[] = [];
  for (const month of await missedMonths(db, profile, today)) {
    signal.throwIfAborted();
    outcomes.push(
      await runMonth(db, month, { profile, asOf: today, holder: holderName(), workers, clock, signal, pull }, progress),
    );
  }
  return outcomes;
}
