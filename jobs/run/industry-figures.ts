import type { Disagreement } from "../../models/cross-foot.ts";
import type { Figure } from "../../models/figure.ts";
import type { ExpectedMonth } from "../../models/forecast/total-forecast.ts";
import { groupLayout } from "../../models/groups/group-layout.ts";
import { groupOutlines, type Outlines } from "../../models/groups/group-outline.ts";
import { comparisonsIn } from "../../models/joined-months.ts";
import { type Membership, membershipOf, type RegisterFacts } from "../../models/membership.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { scopeKey } from "../../models/report-scope.ts";
import { countedIn, type ScopeFigures, scopeFigures } from "../../models/scope-figures.ts";
import { secondCount } from "../../src/recount/second-count.ts";
import { hasWorker, inWorker } from "./in-worker.ts";

/** What a month says beside its figures. */
export interface Outline extends Pick<ScopeFigures, "dominant" | "trend"> {
  /** The last months of the place with what was expected of each; put in by the step, missing in runs of earlier versions. */
  readonly expected?: readonly ExpectedMonth[];
}

/** Everything counted over a panel, and where danfo's second count disagrees. */
export interface IndustryFigures {
  readonly all: readonly Figure[];
  readonly withoutDominant: readonly Figure[];
  readonly outline: Outline;
  /** The same of every department and region that has anybody. */
  readonly scopes: readonly ScopeFigures[];
  readonly groups: Outlines;
  readonly membership: Membership;
  readonly disagreements: readonly Disagreement[];
}

/** What is counted: the histories, and what the register says of their enterprises, by id. */
export interface Counted {
  readonly panel: Panel;
  readonly profile: Profile;
  readonly register: ReadonlyMap<number, RegisterFacts>;
}

/** Below this many enterprises a thread costs more than it saves. */
const WORTH_A_THREAD = 5_000;
const WORKER = new URL("./figures-worker.js", import.meta.url);

/** Counts on a thread of its own where that pays, so that the enterprises are scored meanwhile. */
export function figuresBeside(counted: Counted, threads: number): Promise<IndustryFigures> {
  const alone = threads < 2 || counted.panel.size < WORTH_A_THREAD || !hasWorker(WORKER);
  return alone ? industryFigures(counted) : inWorker<IndustryFigures>(WORKER, counted);
}

export async function industryFigures({ panel, profile, register }: Counted): Promise<IndustryFigures> {
  const index = profileIndex(profile);
  const membership = membershipOf(panel, profile, register);
  const { springFestival } = profile.calendar;
  const whole = countedIn(panel, profile, index, membership);
  const scopes = scopeFigures(panel, profile, index, membership);
  const counted = [
    { key: "", figures: whole.all, ...whole },
    ...scopes.map((one) => ({ key: scopeKey(one.scope), figures: one.all, ...one })),
  ];
  const comparisons = comparisonsIn(panel.month, springFestival);
  const { all, withoutDominant, ...outline } = whole;
  return {
    ...{ all, withoutDominant, outline, scopes, membership },
    groups: groupOutlines(panel, groupLayout(panel, index, membership), springFestival),
    disagreements: await secondCount({ panel, profile, membership, comparisons }, counted),
  };
}
