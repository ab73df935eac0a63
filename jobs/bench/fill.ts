import type { Month } from "../../models/month.ts";
import { firstDay } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { closeBatch, openBatch } from "../../src/db/batch.ts";
import { copyChunks, copyLine } from "../../src/db/copy.ts";
import type { Db } from "../../src/db/db.ts";
import { HEADCOUNT_COLUMNS, indexNewRows } from "../../src/db/headcount.ts";
import { type Random, randomOf } from "../../src/simulate/random.ts";

/** Fills a database with `enterprises` × `months` of history, a batch a month in the order of time, as it would have come. */
export async function fillHistory(
  db: Db,
  profile: Profile,
  enterprises: number,
  months: number,
  last: Month,
): Promise<void> {
  const random = randomOf(1, 0);
  const size = Float64Array.from({ length: enterprises }, () => Math.round(5 * (1 - random()) ** -0.8));
  await db.transaction((tx) => fillRegister(tx, profile, enterprises, last - months));
  for (let month = last - months + 1; month <= last; month++)
    await db.transaction((tx) => fillMonth(tx, month, size, random));
  await db.query("analyze");
}

async function fillRegister(tx: Db, profile: Profile, enterprises: number, before: Month): Promise<void> {
  const divisions = profile.industries.filter((industry) => industry.parent !== null);
  const towns = profile.regions.filter((region) => region.parent !== null);
  const day = firstDay(before);
  const head = { source: "bench", name: "register", sizeBytes: 0, publishedOn: day, importedBy: "bench" };
  const batch = await openBatch(tx, { ...head, kind: "register", sha256: "register" }, "accepted");
  const ids = Array.from({ length: enterprises }, (_, i) => i + 1);
  await tx.bulkLoad(
    "enterprise",
    ["id", "code"],
    copyChunks(ids, (id) => `${id}\tB${id}\n`),
  );
  const line = (id: number) =>
    copyLine([id, day, batch, `B${id}`, divisions[id % divisions.length]!.code, towns[id % towns.length]!.code]);
  await tx.bulkLoad(
    "register",
    ["enterprise_id", "published_on", "batch_id", "name", "industry", "region"],
    copyChunks(ids, line),
  );
  const counts = { read: enterprises, accepted: enterprises, quarantined: 0, warned: 0 };
  await closeBatch(tx, batch, counts, new Map([[day, enterprises]]));
}

/** One month's reports: everybody moves by turnover like counted people do, a few in a thousand don't report. */
async function fillMonth(tx: Db, month: Month, size: Float64Array, random: Random): Promise<void> {
  const day = firstDay(month + 1);
  const head = { source: "bench", name: `${month}`, sizeBytes: 0, publishedOn: day, importedBy: "bench" };
  const batch = await openBatch(tx, { ...head, kind: "headcount", sha256: `${month}` }, "accepted");
  function* rows(): Iterable<string> {
    let chunk = "";
    for (let i = 0; i < size.length; i++) {
      const spread = Math.sqrt(size[i]! * 0.03);
      size[i] = Math.max(1, Math.round(size[i]! + spread * (random() + random() + random() - 1.5) * 2));
      if (random() < 0.004) continue;
      chunk += `${i + 1}\t${month}\t${day}\t${batch}\t${size[i]}\n`;
      if (chunk.length > 262_144) {
        yield chunk;
        chunk = "";
      }
    }
    if (chunk) yield chunk;
  }
  const count = await tx.bulkLoad("headcount", HEADCOUNT_COLUMNS.slice(0, 5), rows());
  await indexNewRows(tx);
  await closeBatch(tx, batch, { read: count, accepted: count, quarantined: 0, warned: 0 }, new Map([[day, count]]));
}
