import type { Profile } from "../profile.ts";
import type { DeadlineRules } from "./deadlines.ts";

/** What a profile asks of its cases. */
export const deadlineRules = ({ routing, casework }: Profile): DeadlineRules => ({
  visitDays: routing.firstVisit.value,
  contactDays: {
    high: casework.contactDays.high.value,
    medium: casework.contactDays.medium.value,
    low: casework.contactDays.low.value,
  },
});
