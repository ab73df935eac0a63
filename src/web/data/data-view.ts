import { z } from "zod";
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
import { takes } from "../route.ts";
import { toReview } from "./to-review.ts";
import type { SeenData } from "./upload-answer.ts";

const PAGE = 50;
const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional();

/** Two lists, each with a place of its own to go on from: the number that its next page begins with. */
export const DATA_INPUT = takes({ query: { uploadsFrom: number, deliveriesFrom: number } });

export type DataInput = z.infer<typeof DATA_INPUT>;

/** How complete and how fresh one's own data is, the files on their way, and for the county every delivery. */
export async function dataView(db: Db, asked: Asked<DataInput>, profile: Profile): Promise<SeenData> {
  const person = personOf(asked);
  const { all } = reachOf(person, "read-data");
  const { uploadsFrom, deliveriesFrom } = asked.input.query;
  const deliveries = all ? await batches(db, deliveriesFrom ?? null, PAGE + 1) : [];
  const completeness = await asked.read(async (tx, reach) => {
    const run = (await latestRuns(tx)).at(-1);
    if (!run) return null;
    const { enterprises, silent } = await completenessIn(tx, reach, run.id);
    return { month: formatMonth(run.month), enterprises, silent };
  });
  const own = mayAnywhere(person, "review-import").allowed ? reachOf(person, "review-import") : NOTHING;
  const seen = all ? reachOf(person, "read-data") : own;
  const uploads = await uploadsSeenBy(db, person.id, seen, { upTo: uploadsFrom ?? null, size: PAGE + 1 });
  return {
    deliveries: deliveries.slice(0, PAGE),
    nextDelivery: deliveries[PAGE]?.id ?? null,
    completeness,
    fresh: await newestAccepted(db),
    uploads: uploads.slice(0, PAGE),
    nextUpload: uploads[PAGE]?.id ?? null,
    toReview: await toReview(db, person, profile),
  };
}

const NOTHING: Reach = { all: false, departments: [], regions: [], specialist: null };
