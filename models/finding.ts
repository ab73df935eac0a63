import type { Text } from "./text.ts";

/**
 * block: the whole batch stays out. quarantine: this row stays out and is kept. warn: the row enters, marked.
 * error: about a whole month, which is scored all the same, but should not be relied on before somebody has acted.
 */
export type Severity = "block" | "error" | "quarantine" | "warn";

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ["block", "error", "quarantine", "warn"];

/** What a check found, precise enough to be repaired in the file it came from. */
export interface Finding {
  /** Stable code, such as "headcount-negative"; its wording lives in one table. */
  readonly code: string;
  readonly severity: Severity;
  /** Spreadsheet address of the cell ("Sheet1!C17", "C17" in a csv); null when it concerns the file or the set. */
  readonly cell: string | null;
  /** 1-based line or row in the file as the reader sees it; null when it concerns the file or the set. */
  readonly row: number | null;
  /** The value found, as text, cut at 200 characters. */
  readonly value: string | null;
  readonly message: Text;
  /** What the sender should do about it. */
  readonly repair: Text;
  /** A quarantined row's full content as csv text, so that nothing is lost; otherwise null. */
  readonly rawRow: string | null;
  /** How many cells this one stands for, itself among them; one when left out. */
  readonly cells?: number;
}
