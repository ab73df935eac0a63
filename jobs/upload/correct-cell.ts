import type { Db } from "../../src/db/db.ts";
import type { Upload } from "../../src/db/upload.ts";
import { correctedRows } from "../../src/intake/corrected-rows.ts";
import { checkFile } from "./check-file.ts";
import { cellUnknown, correctionBad } from "./problems.ts";
import { correctionDelivery, openUpload } from "./take-upload.ts";
import type { Place } from "./upload-order.ts";

/** What stands in a cell, once the row with the reviewer's value in it has passed the same checks as any other. */
export async function correctCell(
  tx: Db,
  place: Omit<Place, "db">,
  upload: Upload,
  cell: string,
  value: string,
): Promise<{ readonly before: string }> {
  const { order, delivery } = await openUpload(tx, place, upload);
  const rows = await correctedRows(delivery, order.mappings, new Map([[cell, value]]));
  const before = rows?.before.get(cell);
  if (!rows || before === undefined) throw cellUnknown(cell);
  const { verdict, findings } = await checkFile(tx, correctionDelivery(upload, rows.csv), order);
  const bad = findings.find(({ severity }) => severity !== "warn");
  if (bad) throw correctionBad(bad.message, bad.repair);
  if (verdict === "blocked") throw cellUnknown(cell);
  return { before };
}
