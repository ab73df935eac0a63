import { z } from "zod";
import { STAGES } from "../../../models/acceptance.ts";
import { RECORD_KINDS } from "../../../models/record.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { COUNT, DAY, INSTANT, keyOf, MILLISECONDS, MONTH } from "../answers/units.ts";
import { DELIVERY, FINDING, ROW_COUNTS } from "./delivery-answer.ts";

const STATE = z.enum(["checked", "waiting", "refused", "imported", "expired"]);
const STAGE = keyOf(STAGES);

/** A file handed in, on its way into the figures. */
const UPLOAD = shape("Upload", {
  ...{ id: z.int(), source: z.string(), name: z.string(), sha256: z.string(), sizeBytes: COUNT },
  /** null: not even that is known. */
  kind: z.enum(RECORD_KINDS).nullable(),
  publishedOn: DAY,
  ...{ uploadedBy: z.int(), uploader: z.string(), uploadedAt: MILLISECONDS },
  ...{ state: STATE, verdict: z.enum(["ready", "blocked"]), counts: ROW_COUNTS },
  /** Findings in all; more than are kept when there are very many. */
  findingCount: COUNT,
  wholePlace: z.boolean(),
  /** Stages of acceptance behind it. */
  passed: COUNT,
  /** The deliveries that came of it. */
  ...{ batch: z.int().nullable(), correctionBatch: z.int().nullable() },
});

const BY = { by: z.int(), name: z.string(), at: MILLISECONDS };

const STEP = shape("UploadStep", {
  ...{ kind: z.enum(["submit", "pass", "refuse", "import"]), ...BY, note: z.string().nullable() },
});

const CORRECTION = shape("UploadCorrection", {
  ...{ cell: z.string(), before: z.string(), value: z.string(), reason: z.string(), ...BY },
});

/** Everything about a file: what was found, what was done, what comes next. */
export const ONE_UPLOAD = shape("OneUpload", {
  upload: UPLOAD,
  findings: z.array(FINDING),
  steps: z.array(STEP),
  corrections: z.array(CORRECTION),
  stages: z.array(STAGE),
  /** What the reader may do about it now; the stage of acceptance that is theirs to decide, null when none is. */
  doings: z.strictObject({ import: z.boolean(), decide: STAGE.nullable() }),
});

export const DATA = z.strictObject({
  /** Those of the whole place, the newest first. */
  deliveries: z.array(DELIVERY),
  nextDelivery: said(
    z.int().nullable(),
    "下一页的 deliveriesFrom；末页为空",
    "`deliveriesFrom` of the next page; null at the end",
  ),
  completeness: z.strictObject({ month: MONTH, enterprises: COUNT, silent: COUNT }).nullable(),
  /** The newest data there is. */
  fresh: z.strictObject({ publishedOn: DAY, importedAt: INSTANT }).nullable(),
  uploads: z.array(UPLOAD),
  nextUpload: said(
    z.int().nullable(),
    "下一页的 uploadsFrom；末页为空",
    "`uploadsFrom` of the next page; null at the end",
  ),
  /** Numbers of the files that wait for one's own review. */
  toReview: z.array(z.int()),
});

export const MOVED_UPLOAD = shape("MovedUpload", { id: z.int(), state: STATE, batch: z.int().nullable() });
export const CORRECTED = z.strictObject({ id: z.int(), cell: z.string(), before: z.string(), value: z.string() });

export type UploadView = Told<z.infer<typeof ONE_UPLOAD>>;
export type SeenData = Told<z.infer<typeof DATA>>;
