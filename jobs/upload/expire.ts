import { text } from "../../models/text.ts";
import type { Threshold } from "../../models/threshold.ts";
import type { Db } from "../../src/db/db.ts";
import { expireUploads } from "../../src/db/upload.ts";

const DAY = 86_400_000;

/** How long the content of a file is kept on the data page; what was imported stays in its batch for good. */
export const KEEP_UPLOADS: Threshold = {
  value: 60,
  unit: "days",
  origin: {
    kind: "convention",
    note: text(
      "跨过两次月报，来得及改正后再传",
      "two monthly reports: time enough to correct a file and send it again",
    ),
  },
  validFrom: "2026-01",
};

/** Lets go of the files that nobody went on with. */
export const letGoOfUploads = async (db: Db, clock: () => number): Promise<{ readonly uploadsExpired: number }> => ({
  uploadsExpired: await db.transaction((tx) => expireUploads(tx, clock() - KEEP_UPLOADS.value * DAY)),
});
