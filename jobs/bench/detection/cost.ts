import { GAP, type Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { cohortTree } from "../../../models/scoring/cohort-tree.ts";
import { emptyScores } from "../../../models/scoring/score-columns.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { between, chance, integer, type Random, randomOf } from "../../../src/simulate/random.ts";

export interface Cost {
  /** Microseconds an enterprise, one thread, the best of the turns: peers, then everything of its own. */
  readonly peers: number;
  readonly own: number;
}

const WIDTH = 37;
const GAPS = 0.01;

/** Times the two passes of scoring over random enterprises with 36 months and a few gaps. */
export function measureCost(profile: Profile, size: number, turns: number, now: () => number): Cost {
  const panel = randomPanel(profile, size);
  const tree = cohortTree(
    profile.industries,
    profile.regions.length,
    profile.sizeBands,
    profile.calendar.springFestival,
  );
  const { detector } = profile.thresholds;
  const out = emptyScores(size);
  let [peers, own] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < turns; turn++) {
    const start = now();
    const cohorts = cohortMedians(panel, tree, detector);
    const between = now();
    scorePanel(panel, cohorts, detector, 0, size, out);
    const end = now();
    peers = Math.min(peers, ((between - start) * 1000) / size);
    own = Math.min(own, ((end - between) * 1000) / size);
  }
  return { peers, own };
}

function randomPanel(profile: Profile, size: number): Panel {
  const random = randomOf(1, size);
  const gaps = () => new Int32Array(size).fill(GAP);
  const headcount = new Int32Array(size * WIDTH);
  for (let row = 0; row < size; row++) fillRow(headcount.subarray(row * WIDTH, (row + 1) * WIDTH), random);
  return {
    month: 24_312,
    size,
    width: WIDTH,
    enterprise: Int32Array.from({ length: size }, (_, row) => row + 1),
    headcount,
    ...{ dispatch: gaps(), dispatchBefore: gaps(), hidden: gaps(), transferredMonth: gaps() },
    firstHeadcount: Int32Array.from({ length: size }, (_, row) => headcount[row * WIDTH]!),
    industry: Int32Array.from({ length: size }, () => integer(random, 0, profile.industries.length - 1)),
    region: Int32Array.from({ length: size }, () => integer(random, 0, profile.regions.length - 1)),
    ...{ closed: new Uint8Array(size), transferred: new Uint8Array(size) },
  };
}

function fillRow(cells: Int32Array, random: Random): void {
  let people = 5 / (1 - random()) ** 0.9;
  for (let t = 0; t < cells.length; t++) {
    people = Math.max(1, people * (1 + between(random, -0.05, 0.05)));
    cells[t] = chance(random, GAPS) ? GAP : Math.round(Math.min(people, 50_000));
  }
}
