import type { Profile } from "../../models/profile.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import type { Db } from "../../src/db/db.ts";
import type { Run } from "../../src/db/run.ts";
import { noProgress } from "../progress.ts";
import { contextOf } from "../run/context.ts";
import { gather } from "../run/reports/gathered.ts";
import { reportsOf } from "../run/reports/write.ts";

/** The reports of a finished run made once more from what it stored: the same facts, to the last letter. */
export async function makeAgain(db: Db, profile: Profile, run: Run): Promise<AnyFacts[]> {
  const contextIn = await contextOf(db, run, { profile, workers: 1, progress: noProgress });
  return db.transaction(async (tx) => {
    const context = contextIn(tx, `${run.asOf}T00:00:00Z`);
    const all: AnyFacts[] = [];
    for await (const facts of reportsOf(await gather(context))) all.push(facts);
    return all;
  });
}
