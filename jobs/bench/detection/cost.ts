import type { Profile } from "../../../models/profile.ts";
import { foretellPanel } from "../../../models/risk/foretell-panel.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { treeOf } from "../../../models/scoring/cohort-tree.ts";
import { emptyScores } from "../../../models/scoring/score-columns.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { anyHazard } from "../any-hazard.ts";
import { randomPanel } from "../random-panel.ts";

export interface Cost {
  /** Microseconds an enterprise on one thread, the best of the turns: peers, then everything of its own. */
  readonly peers: number;
  readonly own: number;
}

/** The month judged and 36 before it. */
const WIDTH = 37;

/** Times steps 1–5 and 7, the peers' pass and the own one with what it foretells, over random enterprises with 36 months and a few gaps. */
export function measureCost(profile: Profile, size: number, turns: number, now: () => number): Cost {
  const panel = randomPanel(profile, size, WIDTH);
  const tree = treeOf(profile);
  const { detector } = profile.thresholds;
  const out = emptyScores(size);
  const model = anyHazard();
  let [peers, own] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < turns; turn++) {
    const start = now();
    const cohorts = cohortMedians(panel, tree, detector);
    const between = now();
    scorePanel(panel, cohorts, detector, 0, size, out);
    foretellPanel(model, out);
    const end = now();
    peers = Math.min(peers, ((between - start) * 1000) / size);
    own = Math.min(own, ((end - between) * 1000) / size);
  }
  return { peers, own };
}
