import { z } from "zod";
import { RECORD_KINDS } from "../../../models/record.ts";
import { shape } from "../answers/shape.ts";
import { COUNT, DAY, INSTANT, TEXT } from "../answers/units.ts";

/** Rows of a file: read, counted, set aside, counted with a warning. */
export const ROW_COUNTS = shape("RowCounts", { read: COUNT, accepted: COUNT, quarantined: COUNT, warned: COUNT });

/** What wrong a check found, where, and how to put it right. */
export const FINDING = shape("Finding", {
  code: z.string(),
  severity: z.enum(["error", "block", "quarantine", "warn"]),
  /** "Sheet1!C17", and the row as the reader sees it; null when it concerns the file or the set. */
  ...{ cell: z.string().nullable(), row: COUNT.nullable() },
  /** The value found, cut at 200 characters. */
  value: z.string().nullable(),
  ...{ message: TEXT, repair: TEXT },
  /** A quarantined row as csv text, so that nothing is lost. */
  rawRow: z.string().nullable(),
  /** How many cells this one stands for; one when left out. */
  cells: COUNT.exactOptional(),
});

/** A file that came in. */
export const DELIVERY = shape("Delivery", {
  ...{ id: z.int(), source: z.string(), name: z.string() },
  /** null: blocked before it was known what kind of table it is. */
  kind: z.enum(RECORD_KINDS).nullable(),
  ...{ sha256: z.string(), sizeBytes: COUNT },
  ...{ publishedOn: DAY, importedAt: INSTANT, importedBy: z.string() },
  ...{ verdict: z.enum(["accepted", "blocked"]), counts: ROW_COUNTS },
  /** Whether it says that the simulator wrote it. */
  simulated: z.boolean().exactOptional(),
});

export const ONE_DELIVERY = z.strictObject({ delivery: DELIVERY, findings: z.array(FINDING) });
