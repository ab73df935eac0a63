import { LINE_MONTHS } from "../../models/groups/group-line.ts";
import { mayAnywhere } from "../../models/rights/anywhere.ts";
import { type Reach, reachOf } from "../../models/rights/reach.ts";
import { people } from "../db/people/person.ts";
import { latestRuns } from "../db/run.ts";
import { scopedTo } from "../db/scope/scoped-to.ts";
import type { WebOptions } from "./options.ts";

/** Reads what the first to look after a run would wait for: how the part of everybody with an account stands, and the peers. */
export async function warmUp({ db, desk, standingOf }: Pick<WebOptions, "db" | "desk" | "standingOf">): Promise<void> {
  const runs = (await latestRuns(db)).slice(-LINE_MONTHS);
  const run = runs.at(-1);
  if (!run) return;
  await desk.readPeers(run);
  for (const reach of await reaches(db)) await scopedTo(db, reach, (tx) => standingOf(tx, reach, runs, run));
}

/** Of those who look at alerts, each once. */
async function reaches(db: WebOptions["db"]): Promise<readonly Reach[]> {
  const looking = (await people(db)).filter(
    (person) => person.disabledAt === null && mayAnywhere(person, "read-alerts").allowed,
  );
  const each = new Map(
    looking.map((person) => reachOf(person, "read-alerts")).map((reach) => [JSON.stringify(reach), reach]),
  );
  return [...each.values()];
}
