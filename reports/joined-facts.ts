import type { Figure } from "../models/figure.ts";
import { WITHOUT_DOMINANT } from "../models/groups/printed-groups.ts";
import { joiningIn } from "../models/joined-months.ts";
import type { Month } from "../models/month.ts";
import type { MonthlyInput } from "./input.ts";

/**
 * January and February joined (1—2月合并), in place of every comparison of a single one of them with a year before.
 * not-yet: in January, February is still to come.
 */
export type JoinedFacts =
  | { readonly kind: "not-yet"; readonly availableIn: Month }
  | { readonly kind: "compared"; readonly whole: Figure; readonly without: Figure | null };

/** null in the months to which it does not apply. checkFacts has seen that the figures are there. */
export function joinedFacts({ profile, month, figures, withoutDominant, withheld }: MonthlyInput): JoinedFacts | null {
  const joining = joiningIn(month, profile.calendar.springFestival);
  if (joining === null) return null;
  if (joining === "not-yet") return { kind: joining, availableIn: month + 1 };
  return {
    kind: "compared",
    whole: placeOf(figures),
    without: withheld.has(WITHOUT_DOMINANT) ? null : placeOf(withoutDominant),
  };
}

const placeOf = (figures: readonly Figure[]): Figure =>
  figures.find((f) => f.dimension === "place" && f.baseline === "joined-year-ago")!;
