import { BASELINES } from "../../models/baseline.ts";
import type { Disagreement } from "../../models/cross-foot.ts";
import { type Dominant, dominantEmployers } from "../../models/dominant.ts";
import type { Figure } from "../../models/figure.ts";
import { jobFlowsWithAndWithout } from "../../models/job-flows.ts";
import { type JoinedComparison, joinedComparison } from "../../models/joined-comparison.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { type TrendPoint, trend } from "../../models/trend.ts";
import { secondCount } from "../../src/second-count.ts";
import { hasWorker, inWorker } from "./in-worker.ts";

/** What a month says beside its figures. */
export interface Outline {
  readonly dominant: Pick<Dominant, "headcount" | "share"> & { readonly enterprises: number };
  readonly joined: JoinedComparison | null;
  readonly trend: readonly TrendPoint[];
}

/** Everything counted over a panel, and where danfo's second count disagrees. */
export interface IndustryFigures {
  readonly all: readonly Figure[];
  readonly withoutDominant: readonly Figure[];
  readonly outline: Outline;
  readonly disagreements: readonly Disagreement[];
}

/** Below this many enterprises a thread costs more than it saves. */
const WORTH_A_THREAD = 5_000;
const WORKER = new URL("./figures-worker.js", import.meta.url);

/** Counts on a thread of its own where that pays, so that the enterprises are scored meanwhile. */
export function figuresBeside(panel: Panel, profile: Profile, threads: number): Promise<IndustryFigures> {
  const alone = threads < 2 || panel.size < WORTH_A_THREAD || !hasWorker(WORKER);
  return alone ? industryFigures(panel, profile) : inWorker<IndustryFigures>(WORKER, { panel, profile });
}

export async function industryFigures(panel: Panel, profile: Profile): Promise<IndustryFigures> {
  const index = profileIndex(profile);
  const { rows, headcount, share } = dominantEmployers(panel, profile.dominantEnterprises.value);
  const flows = BASELINES.map((baseline) => jobFlowsWithAndWithout(panel, index, baseline, rows));
  const all = flows.flatMap((flow) => flow.all);
  const { springFestival } = profile.calendar;
  return {
    all,
    withoutDominant: flows.flatMap((flow) => flow.without),
    outline: {
      dominant: { headcount, share, enterprises: rows.length },
      joined: springFestival ? joinedComparison(panel) : null,
      trend: trend(panel, { springFestival }),
    },
    disagreements: await secondCount({ panel, profile, baseline: "previous" }, all),
  };
}
