import type { Cell, TableBlock, TableColumn } from "../document/document.ts";

/**
 * Share of the width that each column takes, in order; they sum to 1. `characters` is how many Chinese characters the width
 * holds. Numbers and tags get what they need, names and sentences share what is left.
 */
export function columnShares({ columns, rows }: Pick<TableBlock, "columns" | "rows">, characters: number): number[] {
  const wanted = columns.map((column, i) =>
    wantedWidth(
      column,
      rows.map((row) => row.cells[i]!),
    ),
  );
  const whole = columns.map(({ kind }, i) => (kind === "number" || kind === "tag" ? wanted[i]! : 0));
  const left = Math.max(characters - sum(whole), characters / 4);
  const rest = sum(wanted) - sum(whole);
  const widths = wanted.map((width, i) => (whole[i]! > 0 ? width : (width / rest) * left));
  return widths.map((width) => width / sum(widths));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** In widths of a Chinese character. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, c) => width + (c.codePointAt(0)! < 0x2000 ? 0.6 : 1), 0);

/** Least and most width of a kind of column, in characters: beyond the most its words wrap. */
const LIMITS: Readonly<Record<TableColumn["kind"], readonly [number, number]>> = {
  number: [2.2, 9],
  tag: [3, 7],
  text: [5, 14],
  wide: [10, 22],
};
/** Room at both sides of a cell. */
const MARGIN = 1.2;

function wantedWidth({ head, kind }: TableColumn, cells: readonly Cell[]): number {
  const [least, most] = LIMITS[kind];
  const content = cells.reduce((longest, { lines }) => Math.max(longest, ...lines.map(lineWidth)), 0);
  // A number's head may stand on two lines.
  const header = kind === "number" ? Math.max(2, Math.ceil(widthOf(head) / 2)) : widthOf(head);
  return Math.min(most, Math.max(least, content, header)) + MARGIN;
}

const lineWidth = (line: Cell["lines"][number]): number => widthOf(line.map((run) => run.text).join(""));
