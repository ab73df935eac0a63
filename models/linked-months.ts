import { type Column, columnsOf } from "./groups/group-columns.ts";
import { type Group, type GroupLayout, sumOver } from "./groups/group-layout.ts";
import { MOVEMENT_LIMITS } from "./movement-limits.ts";
import { GAP, type Panel } from "./panel.ts";

/**
 * Sums over enterprises that reported a month and the one before it, by cell and month: entry cell × width + m compares
 * month m of the panel with m − 1. Left out, because they are no growth or fall of employment: enterprises in the month
 * of a merger, transfer or code change that the register names, and jumps (MOVEMENT_LIMITS) with their return.
 */
export interface LinkedMonths {
  readonly width: number;
  readonly base: Float64Array;
  readonly current: Float64Array;
  /** Persons reported in the panel's month, by cell. */
  readonly persons: Float64Array;
}

/** One pass over the panel. */
export function linkedMonths(panel: Panel, layout: GroupLayout): LinkedMonths {
  const { width, size, headcount } = panel;
  const columns = columnsOf(layout, width);
  const own = new Int32Array(width);
  const unlinked: Unlinked = { count: 0, month: new Int32Array(width), base: own.slice(), current: own.slice() };
  for (let row = 0; row < size; row++) {
    follow(headcount, row * width, movedAt(panel, row), own, unlinked);
    for (const column of columns) addRow(column, column.of[row]! * width, own, unlinked);
  }
  return rollUp(columns, layout, width);
}

/** Months of one row that compare with nothing, with its persons of the month before and of the month; 0 is nobody. */
interface Unlinked {
  count: number;
  readonly month: Int32Array;
  readonly base: Int32Array;
  readonly current: Int32Array;
}

/** What is summed is every report; the few that compare with nothing are taken away again, which is much quicker. */
function addRow({ sums, offBase, offCurrent }: Column, at: number, own: Int32Array, unlinked: Unlinked): void {
  for (let m = 0; m < own.length; m++) sums[at + m]! += own[m]!;
  for (let i = 0; i < unlinked.count; i++) {
    offBase[at + unlinked.month[i]!]! += unlinked.base[i]!;
    offCurrent[at + unlinked.month[i]!]! += unlinked.current[i]!;
  }
}

/** Position of the month in which the register moves the enterprise's people; before the panel when it doesn't. */
const movedAt = ({ width, month, transferredMonth }: Panel, row: number): number =>
  transferredMonth[row] === GAP ? -1 : width - 1 - (month - transferredMonth[row]!);

const FACTOR = MOVEMENT_LIMITS.jumpFactor.value;
const PEOPLE = MOVEMENT_LIMITS.jumpPeople.value;

/** Fills `own` with a row's persons and notes the months not linked. A return to a level it had before is season or recovery. */
function follow(headcount: Int32Array, from: number, moved: number, own: Int32Array, unlinked: Unlinked): void {
  unlinked.count = 0;
  let before = GAP;
  let high = GAP; // of the months that were no jump
  let jumped = false;
  for (let m = 0; m < own.length; m++) {
    const now = headcount[from + m]!;
    if (now !== GAP && before !== GAP && now - before < PEOPLE && !jumped && m !== moved) {
      own[m] = now; // almost every month: nothing to look into
      if (now > high) high = now;
      before = now;
      continue;
    }
    const most: number = jumped ? Math.max(high, before) : high;
    const reported = now !== GAP && before !== GAP;
    const jumps: boolean = reported && now - most >= PEOPLE && now >= FACTOR * most;
    // What jumped last month and falls back at once was a slip, or a merger undone.
    const returns = jumped && reported && now < before && now <= high + PEOPLE;
    if (reported ? jumps || returns || m === moved : now !== before) note(unlinked, m, before, now);
    if (!jumps && now > (returns ? high : most)) high = now;
    else if (!jumps && !returns) high = most;
    own[m] = now === GAP ? 0 : now;
    jumped = jumps;
    before = now;
  }
}

function note(unlinked: Unlinked, month: number, before: number, now: number): void {
  const at = unlinked.count++;
  unlinked.month[at] = month;
  unlinked.base[at] = before === GAP ? 0 : before;
  unlinked.current[at] = now === GAP ? 0 : now;
}

/** From the columns' cells to those of the layout's axes. All are whole persons, so that no order of adding matters. */
function rollUp(columns: readonly Column[], { cells }: GroupLayout, width: number): LinkedMonths {
  const base = new Float64Array(cells * width);
  const current = new Float64Array(cells * width);
  const persons = new Float64Array(cells);
  for (const { sums, offBase, offCurrent, cellsOf } of columns)
    for (let cell = 0, at = 0; at < sums.length; cell++, at += width)
      for (const target of cellsOf(cell)) {
        persons[target]! += sums[at + width - 1]!;
        for (let m = 1; m < width; m++) {
          base[target * width + m]! += sums[at + m - 1]! - offBase[at + m]!;
          current[target * width + m]! += sums[at + m]! - offCurrent[at + m]!;
        }
      }
  return { width, base, current, persons };
}

/**
 * Persons of a group comparable with this month's reporters, oldest month first: this month's persons, taken back month by
 * month by the linked rates, so that neither entries and exits nor mergers and slips make a step. NaN before a month
 * over which nothing can be compared. It is the honest series for a total: what its own enterprises did.
 */
export function chainOf(group: Group, { width, base, current, persons }: LinkedMonths): Float64Array {
  const chain = new Float64Array(width).fill(Number.NaN);
  let level = sumOver(group, persons);
  for (let m = width - 1; m >= 0 && level > 0; m--) {
    chain[m] = level;
    let [then, now] = [0, 0];
    for (const cell of group.cells) {
      then += base[cell * width + m]!;
      now += current[cell * width + m]!;
    }
    level = now > 0 ? (level * then) / now : Number.NaN;
  }
  return chain;
}
