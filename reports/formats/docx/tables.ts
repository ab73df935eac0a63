import {
  BorderStyle,
  type IBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Cell, DocumentRow, TableBlock, TableColumn } from "../../document/document.ts";
import { columnShares } from "../column-shares.ts";
import type { LevelColors } from "../level-colors.ts";
import { mmToTwips, SIZES, TYPE_WIDTH_MM } from "../page-geometry.ts";
import { textRuns } from "./runs.ts";
import { STYLE } from "./styles.ts";

/** Caption and table; a table without rows says in a note why it has none. */
export function tableParts(table: TableBlock, language: "zh" | "en", colors: LevelColors): (Paragraph | Table)[] {
  const colon = language === "zh" ? "：" : ": ";
  if (table.rows.length === 0)
    return [new Paragraph({ style: STYLE.note, text: `${table.caption}${colon}${table.empty}` })];
  const unit = table.unit === undefined ? "" : language === "zh" ? `（单位：${table.unit}）` : ` (unit: ${table.unit})`;
  return [
    new Paragraph({ style: STYLE.caption, text: `${table.caption}${unit}` }),
    ruled(table, colors),
    new Paragraph({ style: STYLE.note, text: "" }),
  ];
}

const TABLE_CHARACTERS = Math.floor(((TYPE_WIDTH_MM / 25.4) * 72) / SIZES.table);
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const THICK = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };

function ruled(table: TableBlock, colors: LevelColors): Table {
  const widths = columnShares(table, TABLE_CHARACTERS).map((share) => Math.round(share * mmToTwips(TYPE_WIDTH_MM)));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: THICK, bottom: THICK, left: NONE, right: NONE, insideHorizontal: THIN, insideVertical: NONE },
    rows: [headRow(table.columns, widths), ...table.rows.map((row) => bodyRow(row, table.columns, widths, colors))],
  });
}

const headRow = (columns: readonly TableColumn[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ head }, i) =>
        new TableCell({
          ...width(widths[i]!),
          verticalAlign: VerticalAlign.CENTER,
          borders: { bottom: { ...THIN, color: "000000" } } as IBordersOptions,
          children: [new Paragraph({ style: STYLE.tableHead, text: head })],
        }),
    ),
  });

const bodyRow = (
  row: DocumentRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
  colors: LevelColors,
): TableRow =>
  new TableRow({
    cantSplit: true,
    children: row.cells.map(
      (cell, i) =>
        new TableCell({
          ...width(widths[i]!),
          verticalAlign: VerticalAlign.CENTER,
          ...(row.kind === "sum" ? { shading: { type: ShadingType.CLEAR, fill: "F2F2F2", color: "auto" } } : {}),
          children: cellParagraphs(cell, columns[i]!, row.kind, i, colors),
        }),
    ),
  });

const width = (size: number) => ({
  width: { size, type: WidthType.DXA },
  margins: { left: 60, right: 60, top: 0, bottom: 0 },
});

/** A sub row's name is set in by one character. */
function cellParagraphs(
  cell: Cell,
  { kind }: TableColumn,
  row: DocumentRow["kind"],
  place: number,
  colors: LevelColors,
): Paragraph[] {
  const style = kind === "number" ? STYLE.tableNumber : STYLE.tableText;
  const indent = row === "sub" && place === 0 ? { indent: { left: 210 } } : {};
  const bold = row === "sum" ? { bold: true } : {};
  return cell.lines.map(
    (line) =>
      new Paragraph({
        style,
        ...indent,
        children: textRuns(
          line.map((run) => run),
          colors,
          bold,
        ),
      }),
  );
}
