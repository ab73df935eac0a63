import type { Cell, TableColumn } from "../document/document.ts";

type Row = { readonly cells: readonly Cell[] };
type Column = TableColumn & { readonly cells: readonly Cell[] };

/**
 * Share of the width that each column takes, in order; they sum to 1. `characters` is how many Chinese characters the width
 * holds. No number, tag or code is broken as long as there is room for them at all; names and sentences share what is left by
 * how much they have to say.
 */
export function columnShares(
  { columns, rows }: { readonly columns: readonly TableColumn[]; readonly rows: readonly Row[] },
  characters: number,
): number[] {
  const all = columns.map((column, i) => ({ ...column, cells: rows.map((row) => row.cells[i]!) }));
  const least = all.map(leastWidth);
  // The heads of numbers stand on one line where there is room for it, on two where there is not.
  const [oneLine, twoLines] = [
    all.map((column) => wantedWidth(column, 1)),
    all.map((column) => wantedWidth(column, 2)),
  ];
  const wanted = sum(oneLine) <= characters ? oneLine : twoLines;
  const widths = sum(wanted) <= characters ? widened(all, wanted, characters) : between(least, wanted, characters);
  return widths.map((width) => width / sum(widths));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const isWhole = ({ kind }: TableColumn): boolean => kind === "number" || kind === "tag";

/** What is left over goes to names and sentences; a table of numbers alone grows evenly. */
function widened(columns: readonly Column[], wanted: readonly number[], characters: number): readonly number[] {
  const words = sum(columns.map((column, i) => (isWhole(column) ? 0 : wanted[i]!)));
  const left = characters - sum(wanted);
  return words === 0 ? wanted : wanted.map((w, i) => (isWhole(columns[i]!) ? w : w + (w / words) * left));
}

/** Everybody has the least, and of the rest as much as each wants in proportion. */
function between(least: readonly number[], wanted: readonly number[], characters: number): number[] {
  const part = Math.max(0, characters - sum(least)) / (sum(wanted) - sum(least));
  return least.map((width, i) => width + part * (wanted[i]! - width));
}

/** In widths of a Chinese character. Capitals, digits and signs as in the wider of the fonts that stand in for others. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (width, c) =>
      width + (c.codePointAt(0)! >= 0x2000 ? 1 : /[%mwMW]/.test(c) ? 0.95 : /[A-Z0-9+-]/.test(c) ? 0.65 : 0.6),
    0,
  );

/** Least and most width of a kind of column, in characters: beyond the most its words wrap. */
const LIMITS: Readonly<Record<TableColumn["kind"], readonly [number, number]>> = {
  number: [2.2, 9],
  tag: [3, 10],
  text: [5, 18],
  wide: [10, 40],
};
/** Room at both sides of a cell. */
const MARGIN = 1.2;

function wantedWidth({ head, kind, cells }: Column, lines: 1 | 2): number {
  const [least, most] = LIMITS[kind];
  const header = kind === "number" ? headWidth(head, lines) : widthOf(head);
  return Math.min(most, Math.max(least, longestLine(cells), header)) + MARGIN;
}

/** A head of three characters does not break, a longer one in its middle, a Latin word not at all. */
const headWidth = (head: string, lines: 1 | 2): number =>
  widthOf(head) <= 3 ? Math.max(2, widthOf(head)) : Math.max(Math.ceil(widthOf(head) / lines), latinWord(head));

/** A number or a tag whole; of names and sentences the longest code, and room for a few words. */
function leastWidth({ head, kind, cells }: Column): number {
  const word = longestWord(cells);
  if (kind === "number") return Math.max(longestLine(cells), latinWord(head), 2) + MARGIN;
  if (kind !== "tag") return Math.max(word, latinWord(head), LIMITS[kind][0]) + MARGIN;
  const tag = Math.max(longestLine(cells), widthOf(head));
  return Math.max(Math.min(tag, SHORT), latinWord(head), word) + MARGIN;
}

/** A tag longer than this may break: ▲红色（Ⅰ级） is as long. */
const SHORT = 6;

/** A code, a date or a Latin word does not break: what it takes, so that it does not run into the next column. */
const longestWord = (cells: readonly Cell[]): number =>
  cells
    .flatMap(({ lines }) => lines.flat())
    .flatMap(({ text, small }) =>
      (text.match(/[0-9A-Z]{10,}|\d{4}-\d{2}-\d{2}|[A-Za-z]{3,}/g) ?? []).map(
        (word) => widthOf(word) * (small ? SMALL : 1),
      ),
    )
    .reduce((most, width) => Math.max(most, width), 0);

const latinWord = (text: string): number => Math.max(0, ...(text.match(/[A-Za-z]+/g) ?? []).map(widthOf));

/** Size of small words beside the others; capitals are wider than small letters, which makes up for most of it. */
const SMALL = 0.98;

const longestLine = (cells: readonly Cell[]): number =>
  cells.reduce((longest, { lines }) => Math.max(longest, ...lines.map(lineWidth)), 0);

const lineWidth = (line: Cell["lines"][number]): number => widthOf(line.map((run) => run.text).join(""));
