import { dayAfter, instantOn, minuteOf } from "../../models/instant.ts";
import { type DeskScore, DUTIES, overdueOf, scoreboard } from "../../models/joint/owed.ts";
import { deskName } from "../../models/routing/desk-name.ts";
import type { Text } from "../../models/text.ts";
import type { DispatchInput } from "./input.ts";

/** How desks kept what the joint mechanism asks of them. */
export interface DutyFacts {
  readonly desks: readonly (Omit<DeskScore, "desk"> & { readonly desk: Text })[];
  readonly overdue: readonly OverdueFact[];
}

export interface OverdueFact {
  readonly desk: Text;
  readonly duty: Text;
  /** Number and name of what it is about. */
  readonly subject: string;
  /** "2026-01-12 17:00", local time. */
  readonly due: string;
}

/** As it stood at the end of the day the list speaks as of. */
export function dutyFacts({ owed, asOf, profile }: Pick<DispatchInput, "owed" | "asOf" | "profile">): DutyFacts {
  const end = instantOn(dayAfter(asOf, 1)) - 1;
  return {
    desks: scoreboard(owed, end).map((score) => ({ ...score, desk: deskName(score.desk, profile) })),
    overdue: overdueOf(owed, end).map(({ desk, duty, subject, due }) => ({
      ...{ desk: deskName(desk, profile), duty: DUTIES[duty], subject, due: minuteOf(due) },
    })),
  };
}
