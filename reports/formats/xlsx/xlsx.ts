import writeXlsxFile, { type Row, type Sheet, type Cell as SheetCell } from "write-excel-file/node";
import { cellText } from "../../document/cell.ts";
import type { Cell, NumberForm, ReportDocument, TableBlock } from "../../document/document.ts";
import { widthOf } from "../column-shares.ts";
import { disarmed } from "../disarm.ts";
import { rezip } from "../rezip.ts";
import { sheetNames } from "./sheet-names.ts";

type WorkSheet = Sheet<never>;

/** The tables of a report as a workbook: a cover, then one sheet a table, with numbers that are numbers. */
export async function xlsxOf(document: ReportDocument, { at }: { readonly at: string }): Promise<Buffer> {
  const tables = document.blocks.filter((block): block is TableBlock => block.kind === "table");
  const names = sheetNames([document.language === "zh" ? "说明" : "About", ...tables.map(({ caption }) => caption)]);
  const sheets = [cover(document, tables, names), ...tables.map((table, i) => sheet(table, names[i + 1]!, document))];
  const file = await writeXlsxFile(sheets, { fontFamily: "宋体", fontSize: 11 }).toBuffer();
  const when = (xml: string) => xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${at}`);
  return rezip(file, (path, xml) => (path === "docProps/core.xml" ? when(xml) : xml));
}

/** What it is, where its numbers come from, and which sheet holds what. */
function cover(
  { title, marks, sources, language }: ReportDocument,
  tables: readonly TableBlock[],
  names: readonly string[],
): WorkSheet {
  const line = (name: string, said: string): Row => [text(name, { fontWeight: "bold" }), text(said, { wrap: true })];
  const [sheetWord, tableWord] = language === "zh" ? ["工作表", "内容"] : ["Sheet", "Table"];
  return {
    sheet: names[0]!,
    columns: [{ width: 28 }, { width: 70 }],
    data: [
      [text(title, { fontWeight: "bold", fontSize: 14 })],
      ...marks.map((mark): Row => [text(mark, { fontWeight: "bold" })]),
      ...sources.map((source) => line(source.name, source.text)),
      [],
      line(sheetWord, tableWord),
      ...tables.map(({ caption, unit }, i) =>
        line(names[i + 1]!, unit === undefined ? caption : withUnit(caption, unit, language)),
      ),
    ],
  };
}

const withUnit = (caption: string, unit: string, language: "zh" | "en"): string =>
  language === "zh" ? `${caption}（单位：${unit}）` : `${caption} (unit: ${unit})`;

/** Line 1 caption and marks, line 2 the heads; both stay while the rest scrolls. */
function sheet(
  { caption, unit, columns, rows, empty }: TableBlock,
  name: string,
  { language, marks }: ReportDocument,
): WorkSheet {
  const title = unit === undefined ? caption : withUnit(caption, unit, language);
  return {
    sheet: name,
    stickyRowsCount: 2,
    stickyColumnsCount: 1,
    columns: columns.map((_, i) => ({
      width: columnWidth(
        columns[i]!.head,
        rows.map((row) => row.cells[i]!),
      ),
    })),
    data: [
      [text([...marks, title].join(" "), { fontWeight: "bold" })],
      columns.map(({ head }) =>
        text(head, { fontWeight: "bold", align: "center", wrap: true, bottomBorderStyle: "thin" }),
      ),
      ...(rows.length === 0
        ? [[text(empty, {})]]
        : rows.map(({ kind, cells }) => cells.map((cell) => sheetCell(cell, kind === "sum")))),
    ],
  };
}

type Look = Record<string, string | number | boolean>;

const text = (value: string, look: Look): SheetCell => ({ type: String, value: disarmed(value), ...look }) as SheetCell;

/** A number stays a number whatever its sign; what could not be computed says so in words. */
function sheetCell(cell: Cell, sum: boolean): SheetCell {
  const look: Look = sum ? { fontWeight: "bold" } : {};
  const { number } = cell;
  if (number === undefined || number.value === null)
    return text(cellText(cell), { ...look, wrap: true, ...(number ? { align: "right" } : {}) });
  return { type: Number, value: number.value, format: numberFormat(number.form), ...look } as SheetCell;
}

/** { percent, 2 } → 0.00% ; { count, 0, signed } → +#,##0;-#,##0;0 */
export function numberFormat({ kind, digits, signed }: NumberForm): string {
  const decimals = digits === 0 ? "" : `.${"0".repeat(digits)}`;
  const plain = kind === "percent" ? `0${decimals}%` : `#,##0${decimals}`;
  return signed ? `+${plain};-${plain};${plain}` : plain;
}

const NARROWEST = 8;
const WIDEST = 60;

/** In widths of a digit, about half a Chinese character. */
const columnWidth = (head: string, cells: readonly Cell[]): number => {
  const widest = cells.reduce((width, cell) => Math.max(width, widthOf(cellText(cell))), widthOf(head));
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(widest * 1.9) + 2));
};
