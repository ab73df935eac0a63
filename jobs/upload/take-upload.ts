import type { Db } from "../../src/db/db.ts";
import { personById } from "../../src/db/people/person.ts";
import { type Upload, uploadBytes } from "../../src/db/upload.ts";
import { uploadCorrections } from "../../src/db/upload-step.ts";
import { correctedRows } from "../../src/intake/corrected-rows.ts";
import type { Delivery } from "../../src/sources/delivery.ts";
import { type ImportResult, importDeliveries } from "../import.ts";
import type { ImportOrder } from "../import-order.ts";
import { noProgress } from "../progress.ts";
import { contentGone, noLongerFit } from "./problems.ts";
import { deliveryOf, orderFor, type Place } from "./upload-order.ts";

/**
 * Imports a file as it came and, as a batch after it, the rows that reviewers corrected: of one month the newer batch counts, and
 * both stay to be seen. In the caller's transaction, so that a file never counts without its corrections.
 */
export async function takeUpload(tx: Db, place: Omit<Place, "db">, upload: Upload) {
  const { order, delivery } = await openUpload(tx, place, upload);
  const { batch } = await take(tx, delivery, order);
  const corrections = await uploadCorrections(tx, upload.id);
  if (corrections.length === 0) return { batch, correctionBatch: null };
  const values = new Map(corrections.map(({ cell, value }) => [cell, value]));
  const rows = await correctedRows(delivery, order.mappings, values);
  const reviewer = await personById(tx, corrections.at(-1)!.by);
  if (rows === null || reviewer === null) throw contentGone();
  const corrected = correctionDelivery(upload, rows.csv);
  const whole = await take(tx, corrected, { ...order, by: reviewer.account });
  const left = whole.kind === "accepted" && whole.counts.quarantined > 0;
  if (left) throw noLongerFit(causeOf(whole)); // the file as it came would count where its correction does not
  return { batch, correctionBatch: whole.batch };
}

/** The file, and how it is imported: by the rights that whoever handed it in has today. */
export async function openUpload(tx: Db, place: Omit<Place, "db">, upload: Upload) {
  const bytes = await uploadBytes(tx, upload.id);
  const by = await personById(tx, upload.uploadedBy);
  if (bytes === null || by === null) throw contentGone();
  const order = await orderFor(tx, place, by, upload.publishedOn);
  return { order, delivery: deliveryOf(upload.name, bytes) };
}

export const correctionDelivery = (upload: Upload, csv: string): Delivery =>
  deliveryOf(`${upload.name} 审核更正.csv`, Buffer.from(csv));

async function take(tx: Db, delivery: Delivery, order: ImportOrder) {
  const [result] = await importDeliveries(tx, [delivery], order, noProgress);
  if (result === undefined || !("batch" in result) || result.kind === "blocked") throw noLongerFit(causeOf(result));
  return result;
}

function causeOf(result: ImportResult | undefined) {
  const [finding] = result && "findings" in result ? result.findings : [];
  return finding?.message ?? { zh: "不是可导入的表。", en: "it is no table for import." };
}
