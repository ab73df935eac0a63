import { headcountsBack } from "../baseline.ts";
import { type Concentration, concentrationOf } from "../concentration.ts";
import { type Diffusion, type DiffusionSums, diffusionOf } from "../diffusion.ts";
import { ratio } from "../job-flows.ts";
import { MOVEMENT_LIMITS } from "../movement-limits.ts";
import { GAP, type Panel } from "../panel.ts";
import { type TopRow, type TopRows, topRows } from "../top-rows.ts";
import { type Group, type GroupLayout, sumOver } from "./group-layout.ts";

/** What one enterprise did to the change of its group against last month. */
export interface Contribution {
  /** Database id. */
  readonly enterprise: number;
  readonly base: number;
  readonly current: number;
  /** Its part of the group's gross loss or gain, 0…1. */
  readonly share: number;
  /** The register names a merger, transfer or code change in this month: its people went somewhere, or came from there. */
  readonly transferred: boolean;
}

/** How widely a group moved, who holds its jobs, and who explains the change. */
export interface GroupSnapshot {
  readonly diffusion: Diffusion;
  readonly concentration: Concentration;
  readonly grossLoss: number;
  readonly grossGain: number;
  /** Largest first; together at most grossLoss and grossGain. */
  readonly losses: readonly Contribution[];
  readonly gains: readonly Contribution[];
}

/** Employers whose share of the jobs is told. */
const LARGEST = 4;
const SUMS = ["matched", "growing", "falling", "jobs", "growingJobs", "fallingJobs", "loss", "gain"] as const;
const NOW = ["reporting", "persons", "squares"] as const;
type Sum = (typeof SUMS)[number] | (typeof NOW)[number];

/** One pass over the panel; one snapshot a group, in the layout's order. */
export function groupSnapshots(panel: Panel, layout: GroupLayout): GroupSnapshot[] {
  const seen = passOver(panel, layout);
  return layout.groups.map((group) => snapshotOf(group, panel, seen));
}

interface Seen {
  readonly sums: Readonly<Record<Sum, Float64Array>>;
  readonly largest: TopRows;
  readonly losses: TopRows;
  readonly gains: TopRows;
}

function passOver(panel: Panel, { cells, axes }: GroupLayout): Seen {
  const named = MOVEMENT_LIMITS.named.value;
  const sums = Object.fromEntries([...SUMS, ...NOW].map((name) => [name, new Float64Array(cells)])) as Seen["sums"];
  const seen = { sums, largest: topRows(cells, LARGEST), losses: topRows(cells, named), gains: topRows(cells, named) };
  const before = headcountsBack(panel, 1);
  const now = headcountsBack(panel, 0);
  for (const { from, of } of axes) {
    for (let r = 0; r < panel.size; r++) {
      if (now[r] === GAP) continue;
      const cell = from + of[r]!;
      addNow(seen, cell, r, now[r]!);
      if (before[r] !== GAP) addMatched(seen, cell, r, before[r]!, now[r]!);
    }
  }
  return seen;
}

function addNow({ sums, largest }: Seen, cell: number, row: number, persons: number): void {
  sums.reporting[cell]!++;
  sums.persons[cell]! += persons;
  sums.squares[cell]! += persons * persons;
  largest.offer(cell, row, persons);
}

function addMatched({ sums, losses, gains }: Seen, cell: number, row: number, base: number, current: number): void {
  const jobs = (base + current) / 2;
  sums.matched[cell]!++;
  sums.jobs[cell]! += jobs;
  if (current > base) {
    sums.growing[cell]!++;
    sums.growingJobs[cell]! += jobs;
    sums.gain[cell]! += current - base;
    gains.offer(cell, row, current - base);
  } else if (current < base) {
    sums.falling[cell]!++;
    sums.fallingJobs[cell]! += jobs;
    sums.loss[cell]! += base - current;
    losses.offer(cell, row, base - current);
  }
}

function snapshotOf(group: Group, panel: Panel, { sums, largest, losses, gains }: Seen): GroupSnapshot {
  const total = (sum: Sum) => sumOver(group, sums[sum]);
  const compared = Object.fromEntries(SUMS.map((sum) => [sum, total(sum)])) as unknown as DiffusionSums;
  const top = largest.best(group.cells).map(({ value }) => value);
  return {
    diffusion: diffusionOf(compared),
    concentration: concentrationOf(total("reporting"), total("persons"), total("squares"), top),
    grossLoss: total("loss"),
    grossGain: total("gain"),
    losses: contributions(panel, losses.best(group.cells), total("loss")),
    gains: contributions(panel, gains.best(group.cells), total("gain")),
  };
}

function contributions(panel: Panel, top: readonly TopRow[], whole: number): Contribution[] {
  return top.map(({ row, value }) => {
    const at = (row + 1) * panel.width - 1;
    return {
      enterprise: panel.enterprise[row]!,
      base: panel.headcount[at - 1]!,
      current: panel.headcount[at]!,
      share: ratio(value, whole)!,
      transferred: panel.transferred[row] === 1,
    };
  });
}
