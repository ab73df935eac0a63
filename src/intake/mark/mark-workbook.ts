import type { Finding } from "../../../models/finding.ts";
import type { Language } from "../../../models/text.ts";
import { sniff } from "../sniff.ts";
import { colorCells } from "./cells.ts";
import { type Mark, marksOf } from "./marks.ts";
import { markedBefore, writeNotes } from "./notes.ts";
import { Package } from "./package.ts";
import { packageOfRows } from "./rows-package.ts";
import { Styles } from "./styles.ts";

/**
 * The workbook as it was handed in, each cell that a finding is about in red (or amber, where it counts all the same), with
 * a note that says what is wrong and what to do. A csv or xls file comes back as an xlsx workbook with the same rows.
 */
export async function markWorkbook(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  findings: readonly Finding[],
  language: Language,
): Promise<Uint8Array> {
  const isPackage = sniff(Buffer.from(bytes.subarray(0, 4096))).type === "zip";
  const book = isPackage ? await Package.open(bytes) : await packageOfRows({ name, bytes });
  const styles = new Styles(book.text("xl/styles.xml") ?? NO_STYLES);
  const marks = marksOf(findings, language);
  const sheets = book.sheets();
  for (const [index, { name: sheet, part }] of sheets.entries()) {
    const own = [...(marks.get(sheet) ?? []), ...(index === 0 ? (marks.get("") ?? []) : [])];
    const xml = book.text(part);
    const before = clearedOf(markedBefore(book, part), own);
    if (xml === null || own.length + before.length === 0) continue;
    book.set(part, writeNotes(book, part, index + 1, colorCells(xml, [...own, ...before], styles), own));
  }
  book.set("xl/styles.xml", styles.xml());
  return book.bytes();
}

/** What an earlier check marked and this one does not. */
function clearedOf(before: readonly string[], marks: readonly Mark[]): readonly Mark[] {
  const still = new Set(marks.map(({ ref }) => ref));
  return before.filter((ref) => !still.has(ref)).map((ref) => ({ ref, color: "clear", note: "" }));
}

const NO_STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>`;
