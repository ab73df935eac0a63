import type { Finding } from "../models/finding.ts";
import { checkRegister } from "../models/register-checks.ts";
import {
  type BatchCounts,
  type BatchHead,
  blockedBatch,
  closeBatch,
  keepPart,
  markSimulated,
  openBatch,
  sameBatches,
} from "../src/db/batch.ts";
import type { Db } from "../src/db/db.ts";
import { enterpriseIds } from "../src/db/enterprise.ts";
import { keepFindings } from "../src/db/finding.ts";
import { type LastHeadcounts, lastHeadcounts } from "../src/db/headcount.ts";
import { registerChanges } from "../src/db/register.ts";
import { scopeBatch } from "../src/db/scope/enterprise-scope.ts";
import { BlockedBatch, type Intake, type Known, openIntake } from "../src/intake/intake.ts";
import type { Delivery } from "../src/sources/delivery.ts";
import type { ImportOrder } from "./import-order.ts";
import { compressed, fingerprint } from "./kept-bytes.ts";
import type { Progress } from "./progress.ts";
import { storeRecords } from "./store-records.ts";

/** What became of one delivered table. */
export type ImportResult = { readonly name: string } & (
  | {
      readonly kind: "accepted";
      readonly batch: number;
      readonly counts: BatchCounts;
      readonly findings: readonly Finding[];
      /** The batch with the same content whose publication date this one corrects. */
      readonly corrects: Earlier | null;
    }
  | { readonly kind: "blocked"; readonly batch: number; readonly findings: readonly Finding[] }
  | {
      readonly kind: "known";
      readonly batch: number;
      /** Another date was given, but every row carries its own. */
      readonly ownDates?: boolean;
    }
  | { readonly kind: "skipped" }
);

/** A batch with the same content. */
interface Earlier {
  readonly id: number;
  readonly publishedOn: string;
}

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
  const { sha256, size } = await fingerprint(delivery, order.signal);
  const known = await knownBatch(db, order, sha256);
  if (known) return { kind: "known", name, batch: known.id };
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
  const simulated = intake.kind === "open" && intake.simulated;
  const head: BatchHead = { source, kind, name, sha256, sizeBytes: size, publishedOn, importedBy, simulated };
  if (intake.kind === "blocked") return keepBlocked(db, delivery, head, intake.findings);
  try {
    return await keepAccepted(db, delivery, head, intake, order, progress);
  } catch (error) {
    if (error instanceof OwnDates) return { kind: "known", name, batch: error.batch, ownDates: true };
    if (error instanceof BlockedBatch) return keepBlocked(db, delivery, head, error.findings);
    throw error;
  } finally {
    await intake.close();
  }
}

/** The batch that makes taking this content again needless: whichever, or one of the very date that somebody named. */
async function knownBatch(db: Db, { source, dated, publishedOn }: ImportOrder, sha256: string) {
  const same = await sameBatches(db, source, sha256);
  return (dated ? same.find((batch) => batch.publishedOn === publishedOn) : same.at(-1)) ?? null;
}

/** Thrown to undo a correction of the date that would change nothing. */
class OwnDates extends Error {
  readonly batch: number;
  constructor(batch: number) {
    super(`every row of batch ${batch} carries its own date`);
    this.batch = batch;
  }
}

export function knownTo(order: ImportOrder, last: LastHeadcounts): Known {
  const { profile, mappings, today, publishedOn, reach } = order;
  const lastHeadcount = (code: string) => last.headcounts.get(code);
  const known = { profile, mappings, today, publishedOn, lastHeadcount, ...(reach ? { reach } : {}) };
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
  const { name, sha256 } = head;
  return db.transaction(async (tx) => {
    // The lock comes before the batch's number: otherwise a later number could commit first, and a run that has seen it
    // would never look for the earlier one.
    const ids = await enterpriseIds(tx);
    const known = await knownBatch(tx, order, sha256); // another process may have taken it while we waited
    if (known) return { kind: "known", name, batch: known.id };
    const corrects = (await sameBatches(tx, order.source, sha256)).at(-1) ?? null;
    const batch = await openBatch(tx, head, "accepted");
    const parts = compressed(delivery, head.sizeBytes);
    parts.catch(() => {}); // awaited below; a failure of the records may come first
    const { published, months, simulated } = await storeRecords(
      tx,
      batch,
      ids,
      intake.recordKind,
      intake.blocks,
      order,
    );
    if (corrects && !published.has(order.publishedOn)) throw new OwnDates(corrects.id);
    await scopeBatch(tx, order.profile, order.today, batch);
    await keepBytes(tx, batch, await parts);
    const counts = intake.counts();
    const findings = [...intake.findings(), ...checkRegister(await registerChanges(tx, batch))];
    await keepFindings(tx, { batch }, findings);
    await closeBatch(tx, batch, counts, published, months);
    if (simulated && !head.simulated) await markSimulated(tx, batch);
    progress.finish(`${counts.accepted.toLocaleString("en-US")}/${counts.read.toLocaleString("en-US")}`);
    return { kind: "accepted", name, batch, counts, findings, corrects };
  });
}

/** A blocked delivery leaves its bytes and findings, and not one figure. */
function keepBlocked(db: Db, delivery: Delivery, head: BatchHead, findings: readonly Finding[]): Promise<ImportResult> {
  return db.transaction(async (tx) => {
    const batch = await openBatch(tx, head, "blocked");
    await keepBytes(tx, batch, await compressed(delivery, head.sizeBytes));
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

async function keepBytes(tx: Db, batch: number, parts: readonly Buffer[]): Promise<void> {
  for (const [part, bytes] of parts.entries()) await keepPart(tx, batch, part, bytes);
}
