import { GAP } from "../panel.ts";
import type { EventDefinition } from "./event-definition.ts";

/** What is known by now of many enterprises, past and future of the month judged. */
export interface Course {
  /** Row-major, `columns` months a row, persons; GAP where nothing was reported. */
  readonly headcount: Int32Array;
  readonly columns: number;
  /** Persons who left by transfer in each month, those who came negative; laid out as headcount. Absent: none. */
  readonly transferred?: Int32Array;
  /** First column in which a closure reported by anybody holds; GAP when none. Absent: none. */
  readonly closedFrom?: Int32Array;
}

export const OUTCOME = { event: 1, none: 0, unknown: -1 } as const;

/**
 * Whether the event came after a column, for each row: 1 it did, 0 it did not, -1 unknown. Unknown are: nobody employed
 * or nothing reported in the origin, a horizon that is not over (even if the event came already: counting only those
 * would flatter), and a horizon whose last month is missing without an exit and without a fall before. A missing month
 * is a fall to 0 from a reported closure on, or when the enterprise stays missing to the last column known.
 */
export function outcomesOf(course: Course, origin: number, definition: EventDefinition): Int8Array {
  const { headcount, columns } = course;
  if (!Number.isInteger(origin) || origin < 0 || origin >= columns)
    throw new RangeError(`origin must be a column from 0 to ${columns - 1}, got ${origin}`);
  const out = new Int8Array(headcount.length / columns).fill(OUTCOME.unknown);
  if (origin + definition.horizon.value >= columns) return out;
  for (let row = 0; row < out.length; row++) out[row] = outcomeOf(course, row, origin, definition);
  return out;
}

function outcomeOf(course: Course, row: number, origin: number, definition: EventDefinition): number {
  const end = origin + definition.horizon.value;
  if (course.headcount[row * course.columns + origin] <= 0) return OUTCOME.unknown;
  for (let column = origin + 1; column <= end; column++)
    if (isFall(course, row, origin, column, definition)) return OUTCOME.event;
  return Number.isNaN(peopleIn(course, row, end, definition)) ? OUTCOME.unknown : OUTCOME.none;
}

/** Whether a row's headcount in a column lies as far below the origin's as the definition asks. */
export function isFall(
  course: Course,
  row: number,
  origin: number,
  column: number,
  definition: EventDefinition,
): boolean {
  const then = course.headcount[row * course.columns + origin];
  const lost = lostBetween(course, row, origin, column, definition);
  // Divided, not multiplied: 0.1 × 70 is more than 7 in binary.
  return then > 0 && lost >= (definition.people?.value ?? 0) && lost / then >= definition.share.value;
}

/** Persons lost between two columns, those transferred not counted; NaN when the later one is not known. */
export function lostBetween(
  course: Course,
  row: number,
  origin: number,
  column: number,
  definition: EventDefinition,
): number {
  const then = course.headcount[row * course.columns + origin];
  return then - peopleIn(course, row, column, definition) - transfersBetween(course, row, origin, column);
}

/** Persons in a column, 0 after an exit; NaN when that is not known. */
function peopleIn(
  { headcount, columns, closedFrom }: Course,
  row: number,
  column: number,
  { missing }: EventDefinition,
): number {
  const reported = headcount[row * columns + column];
  if (reported !== GAP) return reported;
  if (closedFrom && closedFrom[row] !== GAP && closedFrom[row] <= column) return 0;
  const end = (row + 1) * columns;
  let [first, last] = [row * columns + column, row * columns + column];
  while (last < end && headcount[last] === GAP) last++;
  while (first > row * columns && headcount[first - 1] === GAP) first--;
  return last === end && last - first >= missing.value ? 0 : Number.NaN;
}

function transfersBetween({ transferred, columns }: Course, row: number, origin: number, column: number): number {
  let people = 0;
  if (transferred) for (let c = origin + 1; c <= column; c++) people += transferred[row * columns + c];
  return people;
}
