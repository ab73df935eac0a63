import { type Html, html, type Part } from "./markup.ts";

export interface Column {
  readonly head: string;
  /** Right-aligned digits. */
  readonly number?: boolean;
  /** A short word that may share its line with others when the table is stacked on a phone. */
  readonly tag?: boolean;
  /** Sentences: takes the width the others leave. */
  readonly wide?: boolean;
}

export interface TableRow {
  /** First cell, the row's name. */
  readonly name: Part;
  readonly cells: readonly Part[];
  /** sum: stands out. sub: part of the row above. */
  readonly kind?: "sum" | "sub";
}

export interface TableOptions {
  readonly caption: string;
  readonly unit?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** On a phone each row becomes a small list of its cells instead of scrolling sideways. */
  readonly stack?: boolean;
  /** What to say when there is no row. */
  readonly empty: string;
  /** Of caption and unit; Chinese when left out. */
  readonly language?: "zh" | "en";
}

/** A table with its caption and a header to every row and column; scrolls by itself, reachable by keyboard. */
export function table(options: TableOptions): Html {
  const { caption, unit, columns, rows, stack, empty } = options;
  const zh = options.language !== "en";
  if (rows.length === 0) return html`<p class="note">${caption}${zh ? "：" : ": "}${empty}</p>`;
  for (const row of rows) checkRow(caption, columns, row);
  const [first, ...others] = columns;
  return html`<div class="${stack ? "scroll stack" : "scroll"}" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}${unit ? html` <span class="unit">${zh ? "单位：" : "unit: "}${unit}</span>` : null}</caption>
<thead><tr><th scope="col">${first!.head}</th>${others.map((c) => html`<th scope="col"${classOf(c)}>${headWords(c)}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => tableRow(row, others, stack ?? false))}</tbody></table></div>
`;
}

const classOf = (column: Column): Html | null =>
  column.number ? html` class="n"` : column.tag ? html` class="tag"` : column.wide ? html` class="wide"` : null;

/** Heads of four characters may break in the middle, "1—2月同比" before its last two, and others nowhere. */
function headWords({ head, number }: Column): Part {
  if (!number) return head;
  if (head.length === 4) return html`${head.slice(0, 2)}<wbr>${head.slice(2)}`;
  return head.includes("—") ? html`<span class="whole">${head.slice(0, -2)}</span><wbr>${head.slice(-2)}` : head;
}

function tableRow({ name, cells, kind }: TableRow, columns: readonly Column[], stack: boolean): Html {
  return html`<tr${kind ? html` class="${kind}"` : null}><th scope="row">${name}</th>${cells.map((cell, i) => tableCell(cell, columns[i]!, stack))}</tr>
`;
}

function tableCell(cell: Part, column: Column, stack: boolean): Html {
  const label = stack && column.number ? html` data-head="${column.head}"` : null;
  return html`<td${classOf(column)}${label}>${cell}</td>`;
}

function checkRow(caption: string, columns: readonly Column[], row: TableRow): void {
  if (row.cells.length + 1 !== columns.length)
    throw new RangeError(`table ${caption} has ${columns.length} columns and a row of ${row.cells.length + 1} cells`);
}
