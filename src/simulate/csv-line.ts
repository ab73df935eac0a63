import type { Named } from "../../models/profile.ts";

export type Cell = string | number | null | undefined;

/** In every row, so that a row copied out of the table still says that it is simulated. */
export const YES = "是";

export const namesOf = (entries: readonly Pick<Named, "code" | "name">[]): Map<string, string> =>
  new Map(entries.map((entry) => [entry.code, entry.name.zh]));

/** One line of csv; a cell without value is empty. */
export function line(cells: readonly Cell[]): string {
  let written = "";
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (i > 0) written += ",";
    if (typeof cell === "number") written += cell;
    else if (cell) written += /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${written}\r\n`;
}
