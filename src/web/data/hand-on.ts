import type { AcceptanceStage } from "../../../models/acceptance.ts";
import { Problem } from "../../../models/problem.ts";
import { text } from "../../../models/text.ts";
import type { Db } from "../../db/db.ts";
import {
  expireTries,
  keepUpload,
  moveUpload,
  type NewUpload,
  openUploads,
  sameUpload,
  type Upload,
  type UploadChange,
  uploadById,
} from "../../db/upload.ts";
import { keepUploadStep } from "../../db/upload-step.ts";
import type { IntakeDesk } from "../intake-desk.ts";
import { SHELL_LIMITS } from "../shell/limits.ts";

/** Keeps a checked file; the same file of the same person is kept once. Returns its number. */
export async function keepOnce(tx: Db, checked: NewUpload, now: number): Promise<number> {
  const { uploadedBy, source, sha256, name } = checked;
  const same = await sameUpload(tx, uploadedBy, source, sha256);
  if (same !== null) return same;
  await expireTries(tx, uploadedBy, name);
  if ((await openUploads(tx, uploadedBy)) >= SHELL_LIMITS.openUploads.value) throw tooManyOpen();
  return keepUpload(tx, checked, now);
}

/** Who hands a file on, when, and what they say. */
export interface HandedOn {
  readonly by: number;
  readonly now: number;
  readonly note?: string;
}

/** Hands a checked file to those who accept, or straight into the figures where nobody has to. */
export async function handOn(
  tx: Db,
  { intake, stages }: { readonly intake: IntakeDesk; readonly stages: readonly AcceptanceStage[] },
  upload: Upload,
  { now, ...said }: HandedOn,
) {
  const waits = stages.length > 0;
  await keepUploadStep(tx, upload.id, { kind: waits ? "submit" : "import", ...said }, now);
  return waits ? move(tx, upload, { state: "waiting", passed: 0 }) : takeIn(tx, intake, upload);
}

export async function takeIn(tx: Db, intake: IntakeDesk, upload: Upload) {
  const { batch, correctionBatch } = await intake.take(tx, upload);
  return move(tx, upload, { state: "imported", passed: upload.passed, batch, correctionBatch });
}

/** What somebody else has moved on meanwhile is not moved twice, and the transaction is undone. */
export async function move(tx: Db, upload: Upload, to: UploadChange) {
  if (!(await moveUpload(tx, upload, to))) throw notNow();
  const { id, state, batch } = (await uploadById(tx, upload.id))!;
  return { id, state, batch };
}

export const notNow = (): Problem =>
  new Problem(
    "input",
    "upload-moved",
    text(
      "这份文件现在的状态不能这样办理，或已由他人办理。",
      "This can't be done with the file as it stands now, or somebody else has done it.",
    ),
    text("请刷新页面，查看最新状态。", "Reload the page and see how it stands."),
  );

const tooManyOpen = (): Problem =>
  new Problem(
    "too-many",
    "uploads-open",
    text(
      `您已有${SHELL_LIMITS.openUploads.value}份文件尚未办结。`,
      `${SHELL_LIMITS.openUploads.value} files of yours are still open.`,
    ),
    text(
      "请先导入已检查通过的文件；其余满60天自动清除。",
      "Import those that passed first; the others are let go of after 60 days.",
    ),
  );
