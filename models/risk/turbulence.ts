import { GAP, type Panel } from "../panel.ts";
import type { CohortTree } from "../scoring/cohort-tree.ts";

/** Months looked back over, the largest change that counts, the fewest people, and peers' worth of the whole mixed in. */
const MONTHS = 3;
const CAP = 0.2;
const FROM_PEOPLE = 10;
const PRIOR = 10;

/**
 * How much the other enterprises of an enterprise's division moved: ln of their mean absolute monthly log change over
 * the last three months, each capped at 0.2 (a collapse is one enterprise's), drawn towards that of everybody as if ten
 * more had been asked. One value a row; the row itself is not counted, so nobody is its own peer. Unknown industries
 * are one division. NaN when nobody of ten people and more reported two months in a row.
 */
export function turbulenceOf(panel: Panel, tree: CohortTree): Float32Array {
  const divisions = tree.industryParent.length + 1;
  const sum = new Float64Array(divisions);
  const count = new Int32Array(divisions);
  const own = new Float32Array(panel.size);
  let [total, all] = [0, 0];
  for (let row = 0; row < panel.size; row++) {
    own[row] = meanChange(panel, row);
    if (Number.isNaN(own[row])) continue;
    const at = divisionOf(panel, tree, row);
    sum[at] += own[row];
    count[at]++;
    total += own[row];
    all++;
  }
  const mean = all > 0 ? total / all : Number.NaN;
  for (let row = 0; row < panel.size; row++) {
    const at = divisionOf(panel, tree, row);
    const [mine, one] = Number.isNaN(own[row]) ? [0, 0] : [own[row], 1];
    own[row] = Math.log((sum[at] - mine + PRIOR * mean) / (count[at] - one + PRIOR));
  }
  return own;
}

const divisionOf = (panel: Panel, tree: CohortTree, row: number): number =>
  panel.industry[row] < 0 ? tree.industryParent.length : tree.industryDivision[panel.industry[row]];

/** Mean absolute log change of the last months; NaN for the small and the silent. */
function meanChange({ headcount, width }: Panel, row: number): number {
  const end = (row + 1) * width;
  if (headcount[end - 1] < FROM_PEOPLE) return Number.NaN;
  let [sum, count] = [0, 0];
  for (let at = Math.max(end - MONTHS, row * width + 1); at < end; at++) {
    const [before, now] = [headcount[at - 1], headcount[at]];
    if (before === GAP || now === GAP || before === 0 || now === 0) continue;
    sum += Math.min(CAP, Math.abs(Math.log(now / before)));
    count++;
  }
  return count > 0 ? sum / count : Number.NaN;
}
