import { decideAcceptance, stagesFor } from "../../../models/acceptance.ts";
import { Problem } from "../../../models/problem.ts";
import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import type { Db } from "../../db/db.ts";
import { holdUpload, type Upload } from "../../db/upload.ts";
import { keepCorrection, keepUploadStep } from "../../db/upload-step.ts";
import { type Asked, type Note, personOf } from "../asked.ts";
import type { IntakeDesk, SentFile } from "../intake-desk.ts";
import { refused } from "../shell/problems.ts";
import { handOn, keepOnce, move, notNow, takeIn } from "./hand-on.ts";
import { answeredFor, doingsOf, seenUpload } from "./upload-view.ts";

export interface Worked {
  readonly db: Db;
  readonly profile: Profile;
  readonly intake: IntakeDesk;
}

/** Checks a file and keeps it, without one figure of it; the same file of the same person is kept once. */
export async function handIn(
  { intake }: Pick<Worked, "intake">,
  asked: Asked<unknown>,
  file: SentFile,
  publishedOn: string | null,
) {
  const person = personOf(asked);
  const checked = await intake.check(file, person, publishedOn);
  const { name, sha256, verdict, counts } = checked;
  return asked.change(
    { action: "upload", subject: `file:${name}`, detail: { sha256, verdict, ...counts } },
    async (tx) => ({ id: await keepOnce(tx, checked, asked.now) }),
  );
}

/** Hands a checked file on: to those who accept, or straight into the figures where nobody has to. */
export async function submit({ db, profile, intake }: Worked, asked: Asked<unknown>, id: number) {
  const upload = await seenUpload(db, asked, id);
  if (!(await doingsOf(db, asked, profile, upload)).import) throw notNow();
  const by = personOf(asked).id;
  const stages = stagesFor(profile.acceptance, upload.wholePlace);
  const note: Note = { action: stages.length > 0 ? "upload-submit" : "upload-import", subject: subjectOf(upload) };
  return asked.change(note, (tx) => handOn(tx, { intake, stages }, upload, { by, now: asked.now }));
}

/** Passes a waiting file on, into the figures after the last stage, or sends it back with a reason. */
export async function decide(
  { db, profile, intake }: Worked,
  asked: Asked<unknown>,
  id: number,
  { stage, decision, reason }: { stage: "desk" | "county"; decision: "pass" | "refuse"; reason: string },
) {
  const upload = await seenUpload(db, asked, id);
  await mustDecide({ db, profile }, asked, upload, stage);
  if (decision === "refuse" && reason === "") throw reasonMissing();
  const by = personOf(asked).id;
  const note = reason === "" ? {} : { note: reason };
  const detail = { stage, ...note };
  return asked.change({ action: `upload-${decision}`, subject: subjectOf(upload), detail }, async (tx) => {
    await keepUploadStep(tx, id, { kind: decision, by, ...note }, asked.now);
    if (decision === "refuse") return move(tx, upload, { state: "refused", passed: upload.passed });
    const stages = stagesFor(profile.acceptance, upload.wholePlace);
    if (upload.passed + 1 < stages.length) return move(tx, upload, { state: "waiting", passed: upload.passed + 1 });
    await keepUploadStep(tx, id, { kind: "import", by }, asked.now);
    return takeIn(tx, intake, upload);
  });
}

/** Keeps a reviewer's correction of one cell beside the file, which stays as it came. */
export async function correct(
  { db, profile, intake }: Worked,
  asked: Asked<unknown>,
  id: number,
  { cell, value, reason }: { cell: string; value: string; reason: string },
) {
  const upload = await seenUpload(db, asked, id);
  if ((await doingsOf(db, asked, profile, upload)).decide === null) throw await whyNot({ db, profile }, asked, upload);
  const by = personOf(asked).id;
  return asked.change(
    { action: "upload-correct", subject: subjectOf(upload), detail: { cell, reason } },
    async (tx) => {
      if (!(await holdUpload(tx, upload))) throw notNow();
      const { before } = await intake.correct(tx, upload, cell, value);
      await keepCorrection(tx, id, { cell, before, value, reason, by }, asked.now);
      return { id, cell, before, value };
    },
  );
}

async function mustDecide(
  worked: Pick<Worked, "db" | "profile">,
  asked: Asked<unknown>,
  upload: Upload,
  stage: string,
) {
  const mine = (await doingsOf(worked.db, asked, worked.profile, upload)).decide;
  if (mine !== stage) throw await whyNot(worked, asked, upload);
}

async function whyNot({ db, profile }: Pick<Worked, "db" | "profile">, asked: Asked<unknown>, upload: Upload) {
  if (upload.state !== "waiting") return notNow();
  const stages = stagesFor(profile.acceptance, upload.wholePlace);
  const answered = await answeredFor(db, upload);
  const decision = decideAcceptance({ stages, passed: upload.passed, answered }, personOf(asked).id);
  return !decision.accept && decision.reason === "own-work" ? refused("own-work") : refused("role");
}

export const subjectOf = ({ id, name }: Upload): string => `upload:${id} ${name}`;

const reasonMissing = (): Problem =>
  new Problem(
    "input",
    "reason-missing",
    text("退回须写明原因。", "Sending back takes a reason."),
    text("请填写原因，报送人据此改正。", "Say why, so that it can be put right."),
  );
