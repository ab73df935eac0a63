import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { type Reach, reachOf } from "../../../models/rights/reach.ts";
import { batches, newestAccepted } from "../../db/batch.ts";
import type { Db } from "../../db/db.ts";
import { latestRuns } from "../../db/run.ts";
import { completenessIn } from "../../db/scope/overview-counts.ts";
import { uploadsSeenBy } from "../../db/upload.ts";
import { type Asked, personOf } from "../asked.ts";
import { toReview } from "./to-review.ts";
import type { SeenData } from "./upload-answer.ts";

/** Files listed; older ones are found by their batch. */
const MOST = 200;

/** How complete and how fresh one's own data is, the files on their way, and for the county every delivery. */
export async function dataView(db: Db, asked: Asked<unknown>, profile: Profile): Promise<SeenData> {
  const person = personOf(asked);
  const { all } = reachOf(person, "import");
  const deliveries = all ? (await batches(db)).toReversed() : [];
  const completeness = await asked.read(async (tx, reach) => {
    const run = (await latestRuns(tx)).at(-1);
    if (!run) return null;
    const { enterprises, silent } = await completenessIn(tx, reach, run.id);
    return { month: formatMonth(run.month), enterprises, silent };
  });
  const own = mayAnywhere(person, "review-import").allowed ? reachOf(person, "review-import") : NOTHING;
  const seen = all ? reachOf(person, "import") : own;
  return {
    deliveries,
    completeness,
    fresh: await newestAccepted(db),
    uploads: await uploadsSeenBy(db, person.id, seen, MOST),
    toReview: await toReview(db, person, profile),
  };
}

const NOTHING: Reach = { all: false, departments: [], regions: [], specialist: null };
