import { MOVEMENT_LIMITS } from "../../../models/movement-limits.ts";
import { GAP, type Panel } from "../../../models/panel.ts";

const PEOPLE = MOVEMENT_LIMITS.jumpPeople.value;
const FACTOR = MOVEMENT_LIMITS.jumpFactor.value;

/**
 * Which of the last months of a row are compared with the month before: both were reported, the register moves nobody in it,
 * and it is neither a jump beyond everything before nor the return from one. The last month first.
 */
export function linkedBack(panel: Panel, row: number, months: number): boolean[] {
  const history = panel.headcount.subarray(row * panel.width, (row + 1) * panel.width);
  const moved = panel.transferredMonth[row] === GAP ? null : panel.transferredMonth[row]!;
  const linked: boolean[] = [];
  let usual = GAP; // the most ever reported without a jump
  let jumpedTo: number | null = null; // where last month jumped to
  for (const [at, now] of history.entries()) {
    const before = at === 0 ? GAP : history[at - 1]!;
    const both = now !== GAP && before !== GAP;
    const reached: number = jumpedTo === null ? usual : Math.max(usual, jumpedTo);
    const jump = both && now >= reached + PEOPLE && now >= FACTOR * reached;
    const back = both && jumpedTo !== null && now < before && now <= usual + PEOPLE;
    linked.unshift(both && !jump && !back && panel.month - (panel.width - 1 - at) !== moved);
    if (!jump) usual = back ? Math.max(usual, now) : Math.max(reached, now);
    jumpedTo = jump ? now : null;
  }
  return linked.slice(0, months);
}
