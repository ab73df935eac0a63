import { MONTH_LIMITS } from "./month-limits.ts";
import { GAP, type Panel } from "./panel.ts";

/** Enterprise-months in which a report was due and those in which it came, as known now. */
export interface ReportingRecord {
  readonly expected: number;
  readonly reported: number;
}

/**
 * Of each row over the last `months` months of a panel. A report is due in a month it came in, and in any other of an
 * enterprise that reported within the six months before, unless it has ceased and never reported again.
 */
export function reportingRecords(panel: Panel, months: number): ReportingRecord[] {
  return Array.from({ length: panel.size }, (_, row) => recordOf(panel, row, months));
}

function recordOf({ headcount, width, closed }: Panel, row: number, months: number): ReportingRecord {
  const history = headcount.subarray(row * width, (row + 1) * width);
  const last = history.findLastIndex((persons) => persons !== GAP);
  const end = closed[row] === 1 ? last : width - 1;
  let expected = 0;
  let reported = 0;
  let since = silentBefore(history, width - months);
  for (let at = Math.max(0, width - months); at <= end; at++) {
    const came = history[at] !== GAP;
    since = came ? 0 : since + 1;
    if (came) reported++;
    if (since <= MONTH_LIMITS.expectedMonths.value) expected++;
  }
  return { expected, reported };
}

/** Months without a report that end before a place in a history; infinite when there was none before. */
function silentBefore(history: Int32Array, at: number): number {
  const last = history.subarray(0, Math.max(0, at)).findLastIndex((persons) => persons !== GAP);
  return last < 0 ? Number.POSITIVE_INFINITY : at - 1 - last;
}
