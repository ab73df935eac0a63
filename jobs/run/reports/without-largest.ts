import { comparisonsIn } from "../../../models/joined-months.ts";
import type { Membership } from "../../../models/membership.ts";
import type { Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { profileIndex } from "../../../models/profile-index.ts";
import { countedIn, type ScopeFigures } from "../../../models/scope-figures.ts";
import { secondCount } from "../../../src/recount/second-count.ts";
import { countedDifferently } from "../counted-differently.ts";
import { leavingOut } from "./withheld.ts";

interface Place {
  readonly panel: Panel;
  readonly profile: Profile;
  readonly membership: Membership;
}

/** The whole place with more of its largest employers left out than the month stored; counted twice like the others. */
export async function withoutLargest(
  stored: ScopeFigures,
  enterprises: number,
  { panel, profile: usual, membership }: Place,
): Promise<ScopeFigures> {
  if (enterprises === usual.dominantEnterprises.value) return stored;
  const profile = leavingOut(usual, enterprises);
  const { withoutDominant, dominant } = countedIn(panel, profile, profileIndex(profile), membership);
  const comparisons = comparisonsIn(panel.month, profile.calendar.springFestival);
  const counted = { key: "", figures: stored.all, withoutDominant, dominant };
  const [differing] = await secondCount({ panel, profile, membership, comparisons }, [counted]);
  if (differing) throw countedDifferently(differing);
  return { ...stored, withoutDominant, dominant: { ...dominant, usually: usual.dominantEnterprises.value } };
}
