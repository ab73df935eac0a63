import type { Month } from "../month.ts";
import type { EventDefinition } from "./event-definition.ts";
import type { TruthEvent } from "./lead-time.ts";
import { type Course, isFall, lostBetween } from "./outcome.ts";

/**
 * The events of a course by the month in which each came true: the first month that lies as far below some month
 * before it, within the horizon, as the definition asks. The next event of an enterprise comes more than the horizon
 * later; a fall that comes sooner belongs to the one before.
 * @param enterprise ids by row
 * @param month the month of column 0
 */
export function eventsOf(
  course: Course,
  enterprise: Int32Array,
  month: Month,
  definition: EventDefinition,
): readonly TruthEvent[] {
  const events: TruthEvent[] = [];
  for (let row = 0; row < enterprise.length; row++)
    for (let column = 1; column < course.columns; column++) {
      const origin = originOf(course, row, column, definition);
      if (origin === null) continue;
      const people = lostBetween(course, row, origin, column, definition);
      events.push({ enterprise: enterprise[row], month: month + column, people });
      column += definition.horizon.value;
    }
  return events;
}

/** The latest month that this column, and none between, has fallen from within the horizon; null when there is none. */
function originOf(course: Course, row: number, column: number, definition: EventDefinition): number | null {
  const fell = (origin: number, to: number) => isFall(course, row, origin, to, definition);
  for (let origin = column - 1; origin >= Math.max(0, column - definition.horizon.value); origin--) {
    let first = origin + 1;
    while (first < column && !fell(origin, first)) first++;
    if (first === column && fell(origin, column)) return origin;
  }
  return null;
}
