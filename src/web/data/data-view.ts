import { formatMonth } from "../../../models/month.ts";
import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { reachOf } from "../../../models/rights/reach.ts";
import { batches } from "../../db/batch.ts";
import type { Db } from "../../db/db.ts";
import { latestRuns } from "../../db/run.ts";
import { completenessIn } from "../../db/scope/overview-counts.ts";
import { type Upload, uploads } from "../../db/upload.ts";
import { uploadWithin } from "../../db/upload-step.ts";
import { type Asked, personOf } from "../asked.ts";

/** Files looked through for those that a reader may see. */
const NEWEST = 200;

/** How complete and how fresh one's own data is, the files on their way, and for the county every delivery. */
export async function dataView(db: Db, asked: Asked<unknown>) {
  const all = reachOf(personOf(asked), "import").all;
  const deliveries = all ? (await batches(db)).toReversed() : [];
  const completeness = await asked.read(async (tx, reach) => {
    const run = (await latestRuns(tx)).at(-1);
    if (!run) return null;
    const { enterprises, silent } = await completenessIn(tx, reach, run.id);
    return { month: formatMonth(run.month), enterprises, silent };
  });
  const newest = (await batches(db)).find(({ verdict }) => verdict === "accepted");
  const fresh = newest ? { publishedOn: newest.publishedOn, importedAt: newest.importedAt } : null;
  return { deliveries, completeness, fresh, uploads: await mine(db, asked) };
}

export type SeenData = Awaited<ReturnType<typeof dataView>>;

async function mine(db: Db, asked: Asked<unknown>): Promise<Upload[]> {
  const person = personOf(asked);
  const newest = await uploads(db, NEWEST);
  if (reachOf(person, "import").all) return newest;
  const reach = mayAnywhere(person, "review-import").allowed ? reachOf(person, "review-import") : null;
  const seen: Upload[] = [];
  for (const upload of newest)
    if (upload.uploadedBy === person.id || (reach !== null && (await uploadWithin(db, upload.id, reach))))
      seen.push(upload);
  return seen;
}
