/** The process that reads spreadsheets: bytes on standard input, sheets and rows as messages. Started by spreadsheet.ts only. */
import { buffer } from "node:stream/consumers";
import type { Finding } from "../../models/finding.ts";
import { text } from "../../models/text.ts";
import { BlockedBatch } from "./blocked-batch.ts";
import type { FromChild, SheetHead, ToChild } from "./child-messages.ts";
import { fileFinding } from "./finding-log.ts";
import { LIMITS } from "./limits.ts";
import { type ReadSheet, readPackage, readXls, sheetText } from "./workbook.ts";
import { messageOf, vetPackage } from "./zip-guard.ts";

const ROWS = 4000;

const type = process.argv[2];
process.on("disconnect", () => process.exit());
await answer();

async function answer(): Promise<void> {
  try {
    const sheets = await read(await buffer(process.stdin));
    process.on("message", ({ sheet, from }: ToChild) => {
      say({ kind: "rows", rows: sheetText(sheets[sheet]!.rows.slice(from, from + ROWS)) });
    });
    say({ kind: "sheets", sheets: sheets.map(headOf) });
  } catch (error) {
    say({ kind: "blocked", findings: findingsOf(error) });
  }
}

async function read(bytes: Buffer): Promise<ReadSheet[]> {
  return type === "zip" ? readPackage(await vetPackage(bytes)) : readXls(bytes);
}

function headOf({ name, merged, rows }: ReadSheet): SheetHead {
  const head = sheetText(rows.slice(0, LIMITS.headerRows.value * 2));
  return { name, merged: merged.slice(0, LIMITS.findingsPerCode.value), ...head };
}

function findingsOf(error: unknown): readonly Finding[] {
  if (error instanceof BlockedBatch) return error.findings;
  if (/password|encrypt/i.test(messageOf(error))) return [fileFinding("file-encrypted")];
  return [
    fileFinding("workbook-broken", { found: isSlip(error) ? text("内容损坏", "damaged content") : messageOf(error) }),
  ];
}

/** The reader library stumbled: its words are about itself, not about the file. */
function isSlip(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

function say(message: FromChild): void {
  process.send!(message);
}
