import type { Finding } from "../../models/finding.ts";
import type { Mapping } from "../../models/profile.ts";
import type { RecordKind } from "../../models/record.ts";
import type { Delivery } from "../sources/delivery.ts";
import { ApplicationReader } from "./application-reader.ts";
import { BlockedBatch } from "./blocked-batch.ts";
import { CellLog } from "./cell-log.ts";
import { EventReader } from "./event-reader.ts";
import { FactReader } from "./fact-reader.ts";
import { FindingLog, fileFinding } from "./finding-log.ts";
import { HeadcountReader } from "./headcount-reader.ts";
import { type Placed, type Placement, placeHeader } from "./header.ts";
import { IndustryReader } from "./industry-reader.ts";
import type { Counts, Known } from "./known.ts";
import { openTable } from "./open-table.ts";
import type { Reader, RecordBlock } from "./reader.ts";
import { RegisterReader } from "./register-reader.ts";
import { Sift } from "./sift.ts";
import { GUIDE_SHEET, type Sheet, type Table } from "./table.ts";

export { BlockedBatch } from "./blocked-batch.ts";
export type { Counts, Known } from "./known.ts";
export type { RecordBlock } from "./reader.ts";

/**
 * What became of a delivery at the door. skipped: a table that is known and not for import. blocked: none of it enters.
 * open: its records follow in blocks, which throw BlockedBatch when the rest shows that nothing may enter;
 * findings and counts are complete once the blocks are exhausted.
 */
export type Intake =
  | { readonly kind: "skipped"; readonly mapping: Mapping }
  | {
      readonly kind: "blocked";
      readonly findings: readonly Finding[];
      /** What it seems to be a table of; null when nothing says so. */
      readonly recordKind: RecordKind | null;
    }
  | {
      readonly kind: "open";
      readonly recordKind: RecordKind;
      /** Whether the table says that the simulator wrote it. */
      readonly simulated: boolean;
      readonly blocks: AsyncIterable<RecordBlock>;
      findings(): readonly Finding[];
      counts(): Readonly<Counts>;
      /** Lets go of the delivery when its blocks are not wanted after all. */
      close(): Promise<void>;
    };

const READERS: Readonly<Record<RecordKind, new (placement: Placement, known: Known, log: CellLog) => Reader>> = {
  headcount: HeadcountReader,
  register: RegisterReader,
  industry: IndustryReader,
  event: EventReader,
  fact: FactReader,
  application: ApplicationReader,
};

/** Opens a delivery, finds its table and checks it while its records are taken out. */
export async function openIntake(delivery: Delivery, known: Known): Promise<Intake> {
  if (known.mappings.length === 0) return blocked([fileFinding("mapping-none")]);
  const log = new FindingLog();
  try {
    const table = await openTable(delivery, log);
    return await admit(table, known, log);
  } catch (error) {
    if (!(error instanceof BlockedBatch)) throw error;
    return blocked([...log.list(), ...error.findings]);
  }
}

interface Candidate {
  readonly sheet: Sheet;
  readonly placed: Placed;
}

async function admit(table: Table, known: Known, log: FindingLog): Promise<Intake> {
  const candidates = table.sheets.map((sheet) => ({ sheet, placed: placeHeader(sheet.head, known.mappings) }));
  const chosen = candidates.find(({ placed }) => placed.kind === "placed");
  if (chosen?.placed.kind === "placed") {
    const { placement, notes } = chosen.placed;
    tellAboutSheets(chosen.sheet, table.sheets, placement, log);
    for (const { code, params } of notes) log.file(code, params);
    return openBlocks(table, chosen.sheet, placement, known, log);
  }
  await table.close();
  const skipped = candidates.map(({ placed }) => placed).find((placed) => placed.kind === "skipped");
  if (skipped?.kind === "skipped") return { kind: "skipped", mapping: skipped.mapping };
  const { finding, recordKind } = missingHeader(candidates);
  return { kind: "blocked", findings: [...log.list(), finding], recordKind };
}

/** The sheet that came closest says best what is missing. */
function missingHeader(candidates: readonly Candidate[]): { finding: Finding; recordKind: RecordKind | null } {
  const misses = candidates.flatMap(({ placed }) => (placed.kind === "missing" ? [placed] : []));
  const nearest = misses.toSorted((a, b) => b.matched - a.matched)[0];
  if (!nearest) return { finding: fileFinding("rows-none"), recordKind: null };
  return { finding: fileFinding(nearest.note.code, nearest.note.params), recordKind: nearest.recordKind };
}

const blocked = (findings: readonly Finding[]): Intake => ({ kind: "blocked", findings, recordKind: null });

function tellAboutSheets(used: Sheet, sheets: readonly Sheet[], { line }: Placement, log: FindingLog): void {
  const names = sheets.filter((sheet) => sheet !== used && sheet.name !== GUIDE_SHEET).map(({ name }) => name);
  if (names.length > 0) log.file("sheet-ignored", { used: used.name ?? "", names: names.join("、") });
  const merged = used.merged.filter((start) => start > line);
  if (merged.length > 0) log.rows("cell-merged", merged[0]!, merged.length);
}

function openBlocks(table: Table, sheet: Sheet, placement: Placement, known: Known, log: FindingLog): Intake {
  const cellLog = new CellLog(log);
  const reader = new READERS[placement.kind](placement, known, cellLog);
  return {
    kind: "open",
    recordKind: placement.kind,
    simulated: placement.simulated,
    blocks: readBlocks(table, sheet, placement, reader, cellLog),
    findings: () => log.list(),
    counts: () => ({ ...cellLog.counts }),
    close: () => table.close(),
  };
}

async function* readBlocks(
  table: Table,
  sheet: Sheet,
  placement: Placement,
  reader: Reader,
  log: CellLog,
): AsyncGenerator<RecordBlock> {
  const sift = new Sift(placement, log);
  try {
    for await (const rows of sheet.rows()) {
      while (rows.next()) if (rows.line > placement.line && sift.isEntry(rows)) reader.row(rows);
      yield* reader.take();
    }
    sift.finish();
    if (log.counts.read === 0) throw new BlockedBatch(fileFinding("rows-none"));
  } finally {
    await table.close();
  }
}
