import { headcountsBack } from "./baseline.ts";
import { ratio } from "./job-flows.ts";
import { GAP, type Panel } from "./panel.ts";

/** The few largest employers, without which the figures are shown a second time. */
export interface Dominant {
  /** Rows of the panel, largest first; of two alike the earlier row. Fewer than asked for when fewer report. */
  readonly rows: readonly number[];
  /** Their persons this month, and that over all reported persons; null when nothing is reported. */
  readonly headcount: number;
  readonly share: number | null;
  /** 1 for each of them; the `excluded` of jobFlows. */
  readonly mask: Uint8Array;
}

/** What reports say of them. */
export interface LargestEmployers extends Pick<Dominant, "headcount" | "share"> {
  readonly enterprises: number;
  /** How many it is where leaving out so many would not tell of one of them. */
  readonly usually?: number;
}

/** The `count` largest employers by this month's headcount. */
export function dominantEmployers(panel: Panel, count: number): Dominant {
  const current = headcountsBack(panel, 0);
  const rows: number[] = [];
  const mask = new Uint8Array(panel.size);
  let total = 0;
  for (let r = 0; r < panel.size; r++) {
    if (current[r] === GAP) continue;
    total += current[r]!;
    if (rows.length < count || current[r]! > current[rows.at(-1)!]!) insert(rows, r, current, count);
  }
  for (const r of rows) mask[r] = 1;
  const headcount = rows.reduce((sum, r) => sum + current[r]!, 0);
  return { rows, headcount, share: ratio(headcount, total), mask };
}

function insert(rows: number[], r: number, current: Int32Array, count: number): void {
  let at = rows.length;
  while (at > 0 && current[r]! > current[rows[at - 1]!]!) at--;
  rows.splice(at, 0, r);
  if (rows.length > count) rows.pop();
}
