import { STAGES, stagesFor } from "../../../models/acceptance.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { reachOf } from "../../../models/rights/reach.ts";
import type { Db } from "../../db/db.ts";
import type { Person } from "../../db/people/person.ts";
import { waitingUploads } from "../../db/upload.ts";

/**
 * Numbers of the files that wait for a person's desk: a township's or department's own ones at its stage, and at the county's
 * stage all of them for those who accept. That the county may step in for a desk makes nothing wait for it.
 */
export async function toReview(db: Db, person: Person, { acceptance }: Pick<Profile, "acceptance">): Promise<number[]> {
  const own = { ...reachOf(person, STAGES.desk.right), all: false };
  const accepts = may(person, STAGES.county.right, PLACE).allowed;
  const waiting = await waitingUploads(db, person.id, own);
  return waiting
    .filter(({ passed, wholePlace, within }) => {
      const stage = stagesFor(acceptance, wholePlace)[passed];
      return stage === "county" ? accepts : stage === "desk" && within;
    })
    .map(({ id }) => id);
}
