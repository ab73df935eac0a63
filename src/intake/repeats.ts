import type { CellLog } from "./cell-log.ts";
import type { RepeatedEntry } from "./entry-table.ts";
import { address, type Rows } from "./rows.ts";

/** Reports an entry the file already had: the same again is counted once, another content for the same key stays out. */
export function repeatsEntry(
  log: CellLog,
  rows: Rows,
  column: number,
  first: RepeatedEntry | null,
  key: () => readonly (string | null | undefined)[],
): boolean {
  if (first === null) return false;
  const other = address(rows.sheet, column, first.line);
  if (first.same) {
    log.warn("row-duplicate", rows, column, { other });
    log.repeat();
    return true;
  }
  log.bad("row-conflict", rows, column, { other, key: key().filter(Boolean).join(" ") });
  log.reject();
  return true;
}
