import type { Cell, TableColumn } from "../document/document.ts";

type Row = { readonly cells: readonly Cell[] };

/**
 * Share of the width that each column takes, in order; they sum to 1. `characters` is how many Chinese characters the width
 * holds. Numbers and tags get what they need, names and sentences share what is left.
 */
export function columnShares(
  { columns, rows }: { readonly columns: readonly TableColumn[]; readonly rows: readonly Row[] },
  characters: number,
): number[] {
  const widthsWith = (lines: 1 | 2) =>
    columns.map((column, i) =>
      wantedWidth(
        column,
        rows.map((row) => row.cells[i]!),
        lines,
      ),
    );
  // The heads of numbers stand on one line where there is room for it, on two where there is not.
  const wanted = sum(widthsWith(1)) <= characters ? widthsWith(1) : widthsWith(2);
  const whole = columns.map(({ kind }, i) => (kind === "number" || kind === "tag" ? wanted[i]! : 0));
  const left = Math.max(characters - sum(whole), characters / 4);
  const rest = sum(wanted) - sum(whole);
  const least = columns.map((_, i) => longestWord(rows.map((row) => row.cells[i]!)));
  const widths = wanted.map((width, i) => (whole[i]! > 0 ? width : Math.max(least[i]!, (width / rest) * left)));
  return widths.map((width) => width / sum(widths));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** In widths of a Chinese character. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, c) => width + (c.codePointAt(0)! < 0x2000 ? 0.6 : 1), 0);

/** Least and most width of a kind of column, in characters: beyond the most its words wrap. */
const LIMITS: Readonly<Record<TableColumn["kind"], readonly [number, number]>> = {
  number: [2.2, 9],
  tag: [3, 10],
  text: [5, 14],
  wide: [10, 22],
};
/** Room at both sides of a cell. */
const MARGIN = 1.2;

function wantedWidth({ head, kind }: TableColumn, cells: readonly Cell[], lines: 1 | 2): number {
  const [least, most] = LIMITS[kind];
  const content = cells.reduce((longest, { lines }) => Math.max(longest, ...lines.map(lineWidth)), 0);
  const header = kind === "number" ? Math.max(2, Math.ceil(widthOf(head) / lines)) : widthOf(head);
  return Math.min(most, Math.max(least, content, header)) + MARGIN;
}

/** A code does not break: what it takes, so that it does not run into the next column. */
const longestWord = (cells: readonly Cell[]): number =>
  cells
    .flatMap(({ lines }) => lines.flat())
    .flatMap(({ text, small }) =>
      (text.match(/[0-9A-Z]{10,}/g) ?? []).map((word) => widthOf(word) * (small ? SMALL : 1)),
    )
    .reduce((most, width) => Math.max(most, width + MARGIN), 0);

/** Size of small words beside the others; capitals are wider than small letters, which makes up for most of it. */
const SMALL = 0.98;

const lineWidth = (line: Cell["lines"][number]): number => widthOf(line.map((run) => run.text).join(""));
