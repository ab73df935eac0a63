import { extname } from "node:path";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { ReportDocument } from "../../reports/document/document.ts";
import { csvFiles } from "../../reports/formats/csv.ts";
import { xlsxOf } from "../../reports/formats/xlsx/xlsx.ts";
import { explainedStorage } from "../storage.ts";
import { writeAside } from "../write-aside.ts";

/** Checked before anything is reckoned: a file is csv, which holds one table, or xlsx. */
export function checkTarget(out: string, tables: number): void {
  const kind = extname(out).toLowerCase();
  if (kind !== ".csv" && kind !== ".xlsx")
    throw usage(
      "out-kind",
      text(`--out 只支持 .csv 和 .xlsx，收到“${out}”。`, `--out takes .csv and .xlsx, got "${out}".`),
      text("请换成这两种扩展名之一。", "Give one of these endings."),
    );
  if (kind === ".csv" && tables > 1)
    throw usage(
      "out-one-table",
      text("一个 csv 只放一张表，而要写的有几张。", "A csv file holds one table, and several were asked for."),
      text("请改用 .xlsx，或只选一项。", "Use .xlsx, or ask for one."),
    );
}

/** Writes the document's tables. at: an ISO timestamp, which a workbook says it was made at. */
export async function writeTables(out: string, document: ReportDocument, at: string): Promise<void> {
  const isCsv = extname(out).toLowerCase() === ".csv";
  const content = isCsv ? csvFiles(document)[0]!.text : await xlsxOf(document, { at });
  await explainedStorage(out, () => writeAside(out, [content]));
}

const usage = (code: string, reason: Problem["reason"], next: Problem["next"]): Problem =>
  new Problem("usage", code, reason, next);
