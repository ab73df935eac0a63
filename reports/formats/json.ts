import { cellText } from "../document/cell.ts";
import type { ReportDocument } from "../document/document.ts";

/** The report's tables and sentences for other programs; keys always in the same order. */
export function jsonOf({ id, language, title, marks, head, sources, blocks }: ReportDocument): string {
  const tables = blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const { caption, unit, columns, rows } = block;
    const cells = rows.map((row) =>
      row.cells.map((cell) => (cell.number ? { value: cell.number.value, text: cellText(cell) } : cellText(cell))),
    );
    return [{ id: block.id, caption, unit: unit ?? null, columns: columns.map((column) => column.head), rows: cells }];
  });
  const paragraphs = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.runs.map((run) => run.text).join("")] : [],
  );
  return `${JSON.stringify({ id, language, title, marks, head, sources, paragraphs, tables }, null, 2)}\n`;
}
