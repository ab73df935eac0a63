import { Readable } from "node:stream";
import { FindingLog } from "../finding-log.ts";
import { openTable } from "../open-table.ts";
import { columnLetters } from "../rows.ts";
import { bookParts, type SheetParts } from "./book.ts";
import { Package } from "./package.ts";
import { escapeXml } from "./xml.ts";

/** A workbook with the rows of a csv or xls file, each at its own line, so that addresses mean the same in both. */
export async function packageOfRows({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<Package> {
  const open = async () => Readable.from([Buffer.from(bytes)], { objectMode: false });
  const table = await openTable({ name, size: bytes.length, open }, new FindingLog());
  try {
    const sheets: SheetParts[] = [];
    for (const [index, sheet] of table.sheets.entries()) {
      const lines = new Map<number, string>();
      for await (const rows of sheet.rows()) while (rows.next()) lines.set(rows.line, rowXml(rows.line, rows.cells()));
      sheets.push({
        name: sheet.name ?? (index === 0 ? "数据" : `数据${index + 1}`),
        data: [...lines.values()].join(""),
      });
    }
    return Package.of(bookParts(sheets));
  } finally {
    await table.close();
  }
}

/** A text is never a formula, whatever it begins with; numbers stay numbers where no digit is lost by it. */
export function rowXml(line: number, cells: readonly string[], style = 0): string {
  const all = cells.map((cell, column) => {
    const at = `r="${columnLetters(column)}${line}"${style === 0 ? "" : ` s="${style}"`}`;
    if (cell === "") return "";
    if (/^-?(?:0|[1-9]\d{0,14})$/.test(cell)) return `<c ${at}><v>${cell}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  });
  return `<row r="${line}">${all.join("")}</row>`;
}
