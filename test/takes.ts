import { Readable } from "node:stream";
import { type ImportResult, importDeliveries } from "../jobs/import.ts";
import type { ImportOrder } from "../jobs/import-order.ts";
import { noProgress } from "../jobs/progress.ts";
import type { Db } from "../src/db/db.ts";
import { migrate } from "../src/db/migrate.ts";
import { foundPlace } from "../src/db/place.ts";
import { keepThresholds } from "../src/db/threshold-set.ts";
import type { Delivery } from "../src/sources/delivery.ts";
import { wushan } from "./county.ts";

export const TODAY = "2025-06-15";

/** A database of Wushan in which nothing has come in yet. */
export async function emptyPlace(db: Db): Promise<Db> {
  await migrate(db);
  await foundPlace(db, wushan.name);
  await keepThresholds(db, wushan.thresholds, "test", "first set");
  return db;
}

export const csv = (name: string, lines: readonly string[]): Delivery => {
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  return { name, size: bytes.length, open: async () => Readable.from([bytes], { objectMode: false }) };
};

/** Takes one table in as the county's own. */
export async function takeIn(db: Db, delivery: Delivery, changes: Partial<ImportOrder> = {}): Promise<ImportResult> {
  const order: ImportOrder = {
    profile: wushan,
    source: "county",
    mappings: wushan.mappings.county!,
    publishedOn: TODAY,
    today: TODAY,
    by: "test",
    ...changes,
  };
  const [result] = await importDeliveries(db, [delivery], order, noProgress);
  return result!;
}
