import type { Db } from "../../src/db/db.ts";
import { type Upload, uploadFindings } from "../../src/db/upload.ts";
import { uploadCorrections } from "../../src/db/upload-step.ts";
import { correctedRows } from "../../src/intake/corrected-rows.ts";
import { checkFile } from "./check-file.ts";
import { cellIsKey, cellUnknown, correctionBad } from "./problems.ts";
import { correctionDelivery, openUpload } from "./take-upload.ts";
import type { Place } from "./upload-order.ts";

/**
 * What stands in a cell, once the rows corrected so far and this one have passed the checks of an import together. What tells
 * a record from others is corrected only where its row does not count: else both would, under two names.
 */
export async function correctCell(
  tx: Db,
  place: Omit<Place, "db">,
  upload: Upload,
  cell: string,
  value: string,
): Promise<{ readonly before: string }> {
  const { order, delivery } = await openUpload(tx, place, upload);
  const earlier = await uploadCorrections(tx, upload.id);
  const values = new Map([...earlier.map((one) => [one.cell, one.value] as const), [cell, value]]);
  const rows = await correctedRows(delivery, order.mappings, values);
  const before = rows?.before.get(cell);
  if (!rows || before === undefined) throw cellUnknown(cell);
  if (rows.keys.has(cell) && !(await isLeftOut(tx, upload, rows.keys.get(cell)!))) throw cellIsKey(cell);
  const { verdict, findings } = await checkFile(tx, correctionDelivery(upload, rows.csv), order);
  const bad = findings.find(({ severity }) => severity !== "warn");
  if (bad) throw correctionBad(bad.message, bad.repair);
  if (verdict === "blocked") throw cellUnknown(cell);
  return { before };
}

const isLeftOut = async (tx: Db, upload: Upload, line: number): Promise<boolean> =>
  (await uploadFindings(tx, upload.id)).some(({ row, severity }) => row === line && severity !== "warn");
