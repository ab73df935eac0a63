import type { Finding } from "../../models/finding.ts";
import type { RecordKind } from "../../models/record.ts";
import type { BatchCounts } from "../../src/db/batch.ts";
import type { Db } from "../../src/db/db.ts";
import { lastHeadcounts } from "../../src/db/headcount.ts";
import { BlockedBatch, type Intake, openIntake, type RecordBlock } from "../../src/intake/intake.ts";
import type { Delivery } from "../../src/sources/delivery.ts";
import { knownTo } from "../import.ts";
import type { ImportOrder } from "../import-order.ts";
import { notForImport } from "./problems.ts";

export interface CheckedFile {
  readonly kind: RecordKind | null;
  readonly verdict: "ready" | "blocked";
  readonly counts: BatchCounts;
  readonly findings: readonly Finding[];
  /** Codes of the enterprises whose rows would count. */
  readonly enterprises: readonly string[];
}

const NOTHING: BatchCounts = { read: 0, accepted: 0, quarantined: 0, warned: 0 };

/** Reads a file by the same checks as an import, to its end, and stores nothing. */
export async function checkFile(db: Db, delivery: Delivery, order: ImportOrder): Promise<CheckedFile> {
  const intake = await openIntake(delivery, knownTo(order, await lastHeadcounts(db)));
  if (intake.kind === "skipped") throw notForImport(delivery.name);
  if (intake.kind === "blocked") return blocked(intake.recordKind, intake.findings);
  try {
    return await readAll(intake);
  } catch (error) {
    if (error instanceof BlockedBatch) return blocked(intake.recordKind, error.findings);
    throw error;
  } finally {
    await intake.close();
  }
}

async function readAll(intake: Extract<Intake, { kind: "open" }>): Promise<CheckedFile> {
  const codes = new Set<string>();
  for await (const block of intake.blocks) for (const code of codesOf(block)) codes.add(code);
  const counts = intake.counts();
  return {
    kind: intake.recordKind,
    verdict: counts.accepted > 0 ? "ready" : "blocked",
    ...{ counts, findings: intake.findings(), enterprises: [...codes] },
  };
}

const codesOf = (block: RecordBlock): readonly string[] =>
  block.kind === "industry" ? [] : block.records.flatMap(({ code }) => (code === null ? [] : [code]));

const blocked = (kind: RecordKind | null, findings: readonly Finding[]): CheckedFile => ({
  ...{ kind, verdict: "blocked", counts: NOTHING, findings, enterprises: [] },
});
