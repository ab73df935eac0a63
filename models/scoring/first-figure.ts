import { MONTH_LIMITS } from "../month-limits.ts";
import { GAP, type Panel } from "../panel.ts";

/** Units and digits are mistaken by these factors: a digit too many or too few, 百, 千, 万. */
const FACTORS = [10, 100, 1_000, 10_000];
/** Months within which the second figure must come. */
const QUARTER = 3;
const [SPREAD, PEOPLE] = [MONTH_LIMITS.firstSpread.value, MONTH_LIMITS.firstPeople.value];

/**
 * Panel column of an enterprise's second figure, when that shows the first one ever to have been written in another unit
 * or a digit off: it comes within a quarter, is about a power of ten times as large or as small, and the month after, if it
 * has a report, keeps to the second rather than the first. -1 otherwise. The first figure has no history to be held
 * against, so that this is the earliest it can be doubted.
 */
export function doubtedFirst(panel: Panel, row: number): number {
  const { headcount, width } = panel;
  const end = (row + 1) * width;
  let at = row * width;
  while (at < end && headcount[at] === GAP) at++;
  const first = headcount[at];
  if (at >= end || first !== panel.firstHeadcount[row]) return -1;
  let next = at + 1;
  while (next < end && headcount[next] === GAP) next++;
  if (next >= end || next - at > QUARTER || !isUnitApart(first, headcount[next])) return -1;
  const third = next + 1 < end ? headcount[next + 1] : GAP;
  return third === GAP || isNearer(third, headcount[next], first) ? next - row * width : -1;
}

/** A gap (-1) and nobody are no unit. */
function isUnitApart(a: number, b: number): boolean {
  if (Math.min(a, b) <= 0 || Math.max(a, b) < PEOPLE) return false;
  const times = a > b ? a / b : b / a;
  return FACTORS.some((factor) => times * SPREAD >= factor && times <= factor * SPREAD);
}

const isNearer = (to: number, one: number, other: number): boolean =>
  to > 0 && Math.abs(Math.log(to / one)) < Math.abs(Math.log(to / other));
