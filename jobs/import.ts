import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Finding } from "../models/finding.ts";
import { checkRegister } from "../models/register-checks.ts";
import {
  type BatchCounts,
  type BatchHead,
  blockedBatch,
  closeBatch,
  keepPart,
  openBatch,
  sameBatch,
} from "../src/db/batch.ts";
import type { Db } from "../src/db/db.ts";
import { enterpriseIds } from "../src/db/enterprise.ts";
import { keepFindings } from "../src/db/finding.ts";
import { type LastHeadcounts, lastHeadcounts } from "../src/db/headcount.ts";
import { registerChanges } from "../src/db/register.ts";
import { BlockedBatch, type Intake, type Known, openIntake } from "../src/intake/intake.ts";
import type { Delivery } from "../src/sources/delivery.ts";
import type { ImportOrder } from "./import-order.ts";
import type { Progress } from "./progress.ts";
import { storeRecords } from "./store-records.ts";

/** What became of one delivered table. */
export type ImportResult = { readonly name: string } & (
  | {
      readonly kind: "accepted";
      readonly batch: number;
      readonly counts: BatchCounts;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: "blocked"; readonly batch: number; readonly findings: readonly Finding[] }
  | { readonly kind: "known"; readonly batch: number }
  | { readonly kind: "skipped" }
);

/** Takes deliveries in, one transaction each: all of a delivery or nothing of it, and nothing twice. */
export async function importDeliveries(
  db: Db,
  deliveries: readonly Delivery[],
  order: ImportOrder,
  progress: Progress,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  for (const delivery of deliveries) results.push(await importDelivery(db, delivery, order, progress));
  return results;
}

async function importDelivery(
  db: Db,
  delivery: Delivery,
  order: ImportOrder,
  progress: Progress,
): Promise<ImportResult> {
  const { name } = delivery;
  const { sha256, size } = await fingerprint(delivery);
  const known = await sameBatch(db, order.source, sha256);
  if (known !== null) return { kind: "known", name, batch: known };
  const blocked = order.repeated ? await blockedBatch(db, order.source, sha256) : null;
  if (blocked !== null) return { kind: "known", name, batch: blocked };
  const last = await lastHeadcounts(db);
  progress.start(name, size);
  const intake = await openIntake(
    counted(delivery, (bytes) => progress.advance(bytes)),
    knownTo(order, last),
  );
  if (intake.kind === "skipped") return { kind: "skipped", name };
  const kind = intake.recordKind;
  const { source, publishedOn, by: importedBy } = order;
  const head: BatchHead = { source, kind, name, sha256, sizeBytes: size, publishedOn, importedBy };
  if (intake.kind === "blocked") return keepBlocked(db, delivery, head, intake.findings);
  try {
    return await keepAccepted(db, delivery, head, intake, order, progress);
  } catch (error) {
    if (error instanceof BlockedBatch) return keepBlocked(db, delivery, head, error.findings);
    throw error;
  }
}

function knownTo(order: ImportOrder, last: LastHeadcounts): Known {
  const { profile, mappings, today, publishedOn } = order;
  const known = { profile, mappings, today, publishedOn, lastHeadcount: (code: string) => last.headcounts.get(code) };
  return last.month === null ? known : { ...known, lastMonth: last.month };
}

function keepAccepted(
  db: Db,
  delivery: Delivery,
  head: BatchHead,
  intake: Extract<Intake, { kind: "open" }>,
  order: ImportOrder,
  progress: Progress,
): Promise<ImportResult> {
  return db.transaction(async (tx) => {
    // The lock comes before the batch's number: otherwise a later number could commit first, and a run that has seen it
    // would never look for the earlier one.
    const ids = await enterpriseIds(tx);
    const batch = await openBatch(tx, head, "accepted");
    const parts = compressed(delivery);
    parts.catch(() => {}); // awaited below; a failure of the records may come first
    const published = await storeRecords(tx, batch, ids, intake.blocks, order, () => order.signal?.throwIfAborted());
    await keepBytes(tx, batch, await parts);
    const counts = intake.counts();
    const findings = [...intake.findings(), ...checkRegister(await registerChanges(tx, batch))];
    await keepFindings(tx, { batch }, findings);
    await closeBatch(tx, batch, counts, published);
    progress.finish(`${counts.accepted.toLocaleString("en-US")}/${counts.read.toLocaleString("en-US")}`);
    return { kind: "accepted", name: head.name, batch, counts, findings };
  });
}

/** A blocked delivery leaves its bytes and findings, and not one figure. */
function keepBlocked(db: Db, delivery: Delivery, head: BatchHead, findings: readonly Finding[]): Promise<ImportResult> {
  return db.transaction(async (tx) => {
    const batch = await openBatch(tx, head, "blocked");
    await keepBytes(tx, batch, await compressed(delivery));
    await keepFindings(tx, { batch }, findings);
    return { kind: "blocked", name: head.name, batch, findings };
  });
}

/** A delivery that tells how many bytes of it have been read: the measure of how far an import is. */
const counted = (delivery: Delivery, onBytes: (bytes: number) => void): Delivery => ({
  ...delivery,
  open: async () => {
    const bytes = await delivery.open();
    return bytes.on("data", (chunk: Buffer) => onBytes(chunk.length)).pause();
  },
});

async function fingerprint(delivery: Delivery): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of await delivery.open()) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest("hex"), size };
}

const PART_BYTES = 4_000_000;

/**
 * The delivery's bytes, compressed in parts. Compression runs on its own thread beside the records' COPY; the parts, about
 * a quarter of the file, wait in memory for the connection to be free.
 */
async function compressed(delivery: Delivery): Promise<Buffer[]> {
  const gzip = createGzip({ level: 1, chunkSize: 262_144 });
  const filling = pipeline(await delivery.open(), gzip);
  filling.catch(() => {}); // reported through the iteration below
  const parts: Buffer[] = [];
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of gzip as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    parts.push(Buffer.concat(chunks));
    chunks = [];
    size = 0;
  }
  return size > 0 ? [...parts, Buffer.concat(chunks)] : parts;
}

async function keepBytes(tx: Db, batch: number, parts: readonly Buffer[]): Promise<void> {
  for (const [part, bytes] of parts.entries()) await keepPart(tx, batch, part, bytes);
}
