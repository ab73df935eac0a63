import type { Mark } from "./marks.ts";
import type { Styles } from "./styles.ts";
import { attribute } from "./xml.ts";

/** A sheet with its marked cells coloured; a cell that is not there, because nothing stands in it, is made. */
export function colorCells(sheet: string, marks: readonly Mark[], styles: Styles): string {
  const rows = new Map<number, Mark[]>();
  for (const mark of marks) rows.set(rowOf(mark.ref), [...(rows.get(rowOf(mark.ref)) ?? []), mark]);
  return sheet.replace(/<row\b[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g, (row) => {
    const tag = /^<row\b[^>]*?(?=\/?>)/.exec(row)![0];
    const marked = rows.get(Number(attribute(tag, "r")));
    if (marked === undefined) return row;
    const inside = row.endsWith("</row>") ? row.slice(row.indexOf(">") + 1, -"</row>".length) : "";
    return `${tag}>${colorRow(inside, marked, styles)}</row>`;
  });
}

function colorRow(inside: string, marks: readonly Mark[], styles: Styles): string {
  const cells = new Map(
    (inside.match(/<c\b[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g) ?? []).map((cell) => [attribute(cell, "r") ?? "", cell]),
  );
  if (cells.has("")) return inside; // a writer that leaves the addresses out: the notes stand beside the cells all the same
  for (const { ref, color } of marks) cells.set(ref, colored(cells.get(ref) ?? `<c r="${ref}"/>`, color, styles));
  return [...cells.entries()]
    .sort(([a], [b]) => columnOf(a) - columnOf(b))
    .map(([, cell]) => cell)
    .join("");
}

function colored(cell: string, color: Mark["color"], styles: Styles): string {
  const tag = /^<c\b[^>]*?(?=\/?>)/.exec(cell)![0];
  const style = styles.marked(Number(attribute(tag, "s") ?? 0), color);
  return `${tag.replace(/\ss\s*=\s*"[^"]*"/, "")} s="${style}"${cell.slice(tag.length)}`;
}

export const rowOf = (ref: string): number => Number(/\d+$/.exec(ref)?.[0]);

/** A → 0, AA → 26. */
export const columnOf = (ref: string): number =>
  [.../^[A-Z]+/.exec(ref)![0]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
