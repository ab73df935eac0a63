import type { Course } from "../judging/outcome.ts";
import { type Month, monthOfDate } from "../month.ts";
import { GAP } from "../panel.ts";
import type { Profile } from "../profile.ts";
import type { DatedEvent } from "./keep-month.ts";
import type { Known } from "./timeline.ts";

/** What became of every enterprise, by all that is known at the end. Row i is enterprise i + 1. */
export interface PlaceCourse extends Course {
  readonly first: Month;
  readonly last: Month;
  readonly enterprise: Int32Array;
}

/**
 * Months `first` … `last` of everybody. Closures come from the register and from reported events; the change of either side
 * in the month of a handover that the register names is a transfer. Transfers that nobody registered stay falls here:
 * what came true must not depend on the detector that is judged.
 */
export function courseOf(
  known: Known,
  { eventKinds }: Profile,
  first: Month,
  last: Month,
  events: readonly DatedEvent[],
): PlaceCourse {
  const size = known.firstMonth.length - 1;
  const columns = last - first + 1;
  const headcount = new Int32Array(size * columns).fill(GAP);
  for (let row = 0; row < size; row++) {
    const cells = known.headcount.cut(row + 1, first, last);
    if (cells) headcount.set(cells, row * columns);
  }
  const closedFrom = Int32Array.from({ length: size }, (_, row) => columnOf(known.closedMonth[row + 1]!, first));
  const ceasing = new Set(eventKinds.filter(({ ceases }) => ceases).map(({ code }) => code));
  for (const { enterprise, kind, occurredOn } of events)
    if (ceasing.has(kind)) close(closedFrom, enterprise - 1, columnOf(monthOfDate(occurredOn), first));
  const course = { headcount, columns, closedFrom, transferred: new Int32Array(size * columns) };
  for (let row = 0; row < size; row++) handOver(course, known, row, first);
  return { ...course, first, last, enterprise: Int32Array.from({ length: size }, (_, row) => row + 1) };
}

/** Months before the first column are its first one: it has happened already. */
const columnOf = (month: Month, first: Month): number => (month === GAP ? GAP : Math.max(0, month - first));

function close(closedFrom: Int32Array, row: number, column: number): void {
  if (closedFrom[row] === GAP || column < closedFrom[row]!) closedFrom[row] = column;
}

function handOver(course: Course & { transferred: Int32Array }, known: Known, giver: number, first: Month): void {
  const month = known.successorMonth[giver + 1]!;
  const column = month - first;
  if (month === GAP || column < 1 || column >= course.columns) return;
  const receiver = known.successor[giver + 1]! - 1;
  for (const row of receiver < 0 ? [giver] : [giver, receiver])
    course.transferred[row * course.columns + column] = lostIn(course, row, column);
}

/** Persons fewer than the month before; who no longer reports has handed over everybody, who had not reported came new. */
function lostIn({ headcount, columns }: Course, row: number, column: number): number {
  const persons = (at: number) => Math.max(0, headcount[row * columns + at]!);
  return persons(column - 1) - persons(column);
}
