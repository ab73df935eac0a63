import { byEnterprise } from "../judging/by-enterprise.ts";
import type { MonthRows } from "../judging/episodes.ts";
import type { EventDefinition } from "../judging/event-definition.ts";
import { eventsOf } from "../judging/event-months.ts";
import type { TruthEvent } from "../judging/lead-time.ts";
import { OUTCOME, outcomesOf } from "../judging/outcome.ts";
import type { Month } from "../month.ts";
import type { PlaceCourse } from "./course.ts";

/** What came, and which rows it answers. */
export interface Happening {
  readonly events: readonly TruthEvent[];
  /** Beside the rows: 1 the event came within the horizon, 0 it did not, -1 not known. */
  readonly outcome: Int8Array;
}

/** What came by the enterprises' own later reports. */
export function byCourse(rows: MonthRows, course: PlaceCourse, definition: EventDefinition): Happening {
  const columns = new Map<Month, Int8Array>();
  const at = (month: Month) => {
    const known = columns.get(month) ?? outcomesOf(course, month - course.first, definition);
    columns.set(month, known);
    return known;
  };
  return {
    events: eventsOf(course, course.enterprise, course.first, definition),
    outcome: Int8Array.from(rows.enterprise, (enterprise, i) => at(rows.month[i]!)[enterprise - 1]!),
  };
}

/** What came by a list of true events: whoever is not in it had none, up to the last month it could tell of. */
export function byTruth(
  rows: MonthRows,
  events: readonly TruthEvent[],
  last: Month,
  definition: EventDefinition,
): Happening {
  const horizon = definition.horizon.value;
  const known = byEnterprise(events);
  const outcome = Int8Array.from(rows.enterprise, (enterprise, i) => {
    const month = rows.month[i]!;
    if (month + horizon > last) return OUTCOME.unknown;
    const came = known.get(enterprise)?.some((event) => event.month > month && event.month <= month + horizon);
    return came ? OUTCOME.event : OUTCOME.none;
  });
  return { events, outcome };
}

/**
 * Rows that a desk would not call a find: the event came in a month shortly before and its episode is still open, or the
 * enterprise was reported to be ceasing. The month of the event itself is not one of them: that is when it is told.
 */
export function knownCases(
  rows: MonthRows,
  events: readonly TruthEvent[],
  ceasing: Uint8Array,
  { horizon }: EventDefinition,
): Uint8Array {
  const known = byEnterprise(events);
  return ceasing.map((told, i) => {
    const month = rows.month[i]!;
    const open = known
      .get(rows.enterprise[i]!)
      ?.some((event) => event.month < month && event.month >= month - horizon.value);
    return told === 1 || open ? 1 : 0;
  });
}
