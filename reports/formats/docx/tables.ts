import {
  BorderStyle,
  type IBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Cell, TableBlock, TableColumn } from "../../document/document.ts";
import { columnShares } from "../column-shares.ts";
import type { LevelColors } from "../level-colors.ts";
import { mmToTwips, TYPE_WIDTH_MM, tableSize } from "../page-geometry.ts";
import { type PaperRow, paperTable } from "../paper-rows.ts";
import { headLines } from "./head-lines.ts";
import { numberRuns, plainRuns, wordRuns } from "./runs.ts";
import { STYLE } from "./styles.ts";

/** Caption and table; a table without rows says in a note why it has none. */
export function tableParts(table: TableBlock, language: "zh" | "en", colors: LevelColors): (Paragraph | Table)[] {
  const colon = language === "zh" ? "：" : ": ";
  if (table.rows.length === 0)
    return [new Paragraph({ style: STYLE.note, children: plainRuns(`${table.caption}${colon}${table.empty}`) })];
  const unit = table.unit === undefined ? "" : language === "zh" ? `（单位：${table.unit}）` : ` (unit: ${table.unit})`;
  return [
    new Paragraph({ style: STYLE.caption, children: plainRuns(`${table.caption}${unit}`) }),
    ruled(table, colon, colors),
  ];
}

const THIN = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const THICK = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** How a table is set: the widths of its columns in twips and the size of its type. */
interface Setting {
  readonly columns: readonly TableColumn[];
  readonly widths: readonly number[];
  /** Half-points. */
  readonly size: number;
  readonly colors: LevelColors;
}

interface RowSetting extends Setting {
  /** Stays on the page of the row below. */
  readonly keepNext: boolean;
}

function ruled(block: TableBlock, colon: string, colors: LevelColors): Table {
  const { columns, rows, together } = paperTable(block);
  const points = tableSize(columns.length);
  const characters = Math.floor(((TYPE_WIDTH_MM / 25.4) * 72) / points);
  const widths = columnShares({ columns, rows }, characters).map((share) =>
    Math.round(share * mmToTwips(TYPE_WIDTH_MM)),
  );
  const setting = { columns, widths, size: points * 2, colors };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: THICK, bottom: THICK, left: NONE, right: NONE, insideHorizontal: THIN, insideVertical: NONE },
    rows: [
      headRow(setting),
      ...rows.flatMap((row, i) => bodyRows(row, colon, { ...setting, keepNext: together && i < rows.length - 1 })),
    ],
  });
}

const headRow = ({ columns, widths, size }: Setting): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ head }, i) =>
        new TableCell({
          ...width(widths[i]!),
          verticalAlign: VerticalAlign.CENTER,
          borders: { bottom: { ...THIN, color: "000000" } } as IBordersOptions,
          children: [new Paragraph({ style: STYLE.tableHead, children: headRuns(head, size, widths[i]!) })],
        }),
    ),
  });

/** Twips of margin at both sides of a cell, and in a half-point. */
const CELL_MARGINS = 120;
const TWIPS = 10;

const headRuns = (head: string, size: number, width: number): TextRun[] =>
  headLines(head, (width - CELL_MARGINS) / (size * TWIPS)).map(
    (text, i) => new TextRun({ text, size, ...(i > 0 ? { break: 1 } : {}) }),
  );

/** A row, and where it has sentences a second one under it that stays on its page. */
function bodyRows(row: PaperRow, colon: string, setting: RowSetting): TableRow[] {
  const tall = row.below.length > 0;
  const cells = row.cells.map(
    (cell, i) =>
      new TableCell({
        ...width(setting.widths[i]!),
        ...(tall && i === 0 ? { rowSpan: 2 } : {}),
        ...(tall && i > 0 ? { borders: { bottom: NONE } as IBordersOptions } : {}),
        verticalAlign: VerticalAlign.CENTER,
        ...(row.kind === "sum" ? { shading: { type: ShadingType.CLEAR, fill: "F2F2F2", color: "auto" } } : {}),
        children: cellParagraphs(cell, i, row, setting),
      }),
  );
  const first = new TableRow({ cantSplit: true, children: cells });
  return tall ? [first, belowRow(row, colon, setting)] : [first];
}

function belowRow({ below, cells }: PaperRow, colon: string, { widths, size, colors }: Setting): TableRow {
  const room = widths.slice(1).reduce((sum, one) => sum + one, 0);
  const head = (words: string) => new TextRun({ text: `${words}${colon}`, bold: true, size });
  const paragraphs = below.flatMap(({ head: words, cell }) =>
    cell.lines.map(
      (line, i) =>
        new Paragraph({
          style: STYLE.tableText,
          children: [...(i === 0 ? [head(words)] : []), ...wordRuns(line, colors, { size })],
        }),
    ),
  );
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        ...width(room),
        columnSpan: cells.length - 1,
        borders: { top: NONE } as IBordersOptions,
        children: paragraphs,
      }),
    ],
  });
}

const width = (size: number) => ({
  width: { size, type: WidthType.DXA },
  margins: { left: 60, right: 60, top: 0, bottom: 0 },
});

/** A sub row's name is set in by one character; a row with sentences under it is kept with them. */
function cellParagraphs(cell: Cell, place: number, { kind, below }: PaperRow, setting: RowSetting): Paragraph[] {
  const { columns, size, colors, keepNext } = setting;
  const style = columns[place]!.kind === "number" ? STYLE.tableNumber : STYLE.tableText;
  const indent = kind === "sub" && place === 0 ? { indent: { left: 210 } } : {};
  const base = { size, ...(kind === "sum" ? { bold: true } : {}) };
  return cell.lines.map(
    (line) =>
      new Paragraph({
        style,
        ...indent,
        ...(below.length > 0 || keepNext ? { keepNext: true } : {}),
        children: (cell.number ? numberRuns : wordRuns)(line, colors, base),
      }),
  );
}
