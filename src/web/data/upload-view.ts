import { type AcceptanceStage, decideAcceptance, STAGES, stagesFor } from "../../../models/acceptance.ts";
import type { Profile } from "../../../models/profile.ts";
import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { reachOf } from "../../../models/rights/reach.ts";
import type { Db } from "../../db/db.ts";
import { type Upload, uploadById, uploadFindings } from "../../db/upload.ts";
import { uploadCorrections, uploadSteps, uploadWithin } from "../../db/upload-step.ts";
import { type Asked, personOf } from "../asked.ts";
import { notFound } from "../shell/problems.ts";
import type { UploadView } from "./upload-answer.ts";

/** A file that its uploader, the county, or the desk of all its enterprises may see; to everybody else there is none. */
export async function seenUpload(db: Db, asked: Asked<unknown>, id: number): Promise<Upload> {
  const upload = await uploadById(db, id);
  if (upload === null || !(await maySee(db, asked, upload))) throw notFound();
  return upload;
}

async function maySee(db: Db, asked: Asked<unknown>, upload: Upload): Promise<boolean> {
  const person = personOf(asked);
  if (upload.uploadedBy === person.id || reachOf(person, "read-data").all) return true;
  return uploadWithin(db, upload.id, reachOf(person, "review-import"));
}

/** Everything about a file: what was found, what was done, what comes next. */
export async function uploadView(db: Db, asked: Asked<unknown>, profile: Profile, id: number): Promise<UploadView> {
  const upload = await seenUpload(db, asked, id);
  const [findings, steps, corrections] = [
    await uploadFindings(db, id),
    await uploadSteps(db, id),
    await uploadCorrections(db, id),
  ];
  const stages = stagesFor(profile.acceptance, upload.wholePlace);
  return { upload, findings, steps, corrections, stages, doings: await doingsOf(db, asked, profile, upload) };
}

export async function doingsOf(
  db: Db,
  asked: Asked<unknown>,
  profile: Profile,
  upload: Upload,
): Promise<UploadView["doings"]> {
  const person = personOf(asked);
  const own = upload.uploadedBy === person.id;
  return {
    import: own && upload.state === "checked" && upload.verdict === "ready" && mayAnywhere(person, "import").allowed,
    decide: await stageFor(db, asked, profile, upload),
  };
}

async function stageFor(
  db: Db,
  asked: Asked<unknown>,
  profile: Profile,
  upload: Upload,
): Promise<AcceptanceStage | null> {
  const stages = stagesFor(profile.acceptance, upload.wholePlace);
  const stage = stages[upload.passed];
  if (upload.state !== "waiting" || stage === undefined) return null;
  const person = personOf(asked);
  const answered = await answeredFor(db, upload);
  if (!decideAcceptance({ stages, passed: upload.passed, answered }, person.id).accept) return null;
  const { right } = STAGES[stage];
  if (may(person, right, PLACE).allowed) return stage;
  return stage === "desk" && (await uploadWithin(db, upload.id, reachOf(person, right))) ? stage : null;
}

/** Who handed it in, and who passed it on. */
export async function answeredFor(db: Db, upload: Upload): Promise<number[]> {
  const steps = await uploadSteps(db, upload.id);
  return [upload.uploadedBy, ...steps.filter(({ kind }) => kind === "pass").map(({ by }) => by)];
}
