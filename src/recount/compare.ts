import type { Comparison } from "../../models/baseline.ts";
import { cellOf, type Disagreement } from "../../models/cross-foot.ts";
import type { Dimension, Figure } from "../../models/figure.ts";
import type { Sums } from "../frame.ts";
import { SUMMED } from "./columns.ts";

/** Which figures are held against which sums. */
export interface Told {
  /** Scope's key, "" the whole place. */
  readonly scope: string;
  readonly comparison: Comparison;
  readonly dimensions: readonly Dimension[];
  /** Goes before the names of cells: "without-dominant/". */
  readonly kind: string;
}

const RULE = "second count (danfo)";

export const disagree = (cell: string, expected: number | null, found: number | null): Disagreement[] =>
  expected === found ? [] : [{ cell, expected: expected ?? Number.NaN, found: found ?? Number.NaN, rule: RULE }];

const cellIn = ({ scope, kind }: Pick<Told, "scope" | "kind">, cell: string): string =>
  `${scope === "" ? "" : `${scope}/`}${kind}${cell}`;

/** Cells of figures that the second count gives otherwise, and groups that it has and the figures have not. */
export function compare(figures: readonly Figure[], groups: ReadonlyMap<string, Sums>, told: Told): Disagreement[] {
  const mine = figures.filter((f) => told.dimensions.includes(f.dimension) && f.baseline === told.comparison);
  const differing = mine.flatMap((figure) => {
    const sums = groups.get(`${figure.dimension}:${figure.code}`) ?? {};
    return SUMMED.flatMap((column) =>
      disagree(cellIn(told, cellOf(figure, column)), sums[column] ?? 0, figure[column] ?? 0),
    );
  });
  return [...differing, ...missing(mine, groups, told)];
}

/** Groups that hold anybody in the second count and have no figure at all. */
function missing(figures: readonly Figure[], groups: ReadonlyMap<string, Sums>, told: Told): Disagreement[] {
  const known = new Set(figures.map((f) => `${f.dimension}:${f.code}`));
  return [...groups].flatMap(([group, { reporting = 0, left = 0, silent = 0 }]) => {
    if (known.has(group) || !told.dimensions.some((one) => group.startsWith(`${one}:`))) return [];
    if (reporting + left + silent === 0) return [];
    return disagree(cellIn(told, `${group}/${told.comparison}/reporting`), reporting, 0);
  });
}

/** What follows from a figure's sums, reckoned again from them: its change and rates, and what nobody said. */
export const followsAgain = (figures: readonly Figure[], told: Pick<Told, "scope" | "kind">): Disagreement[] =>
  figures.flatMap((figure) => {
    const expected = { ...ratesOf(figure), ...saidOf(figure) };
    return (Object.keys(expected) as (keyof typeof expected)[]).flatMap((column) =>
      disagree(cellIn(told, cellOf(figure, column)), expected[column], figure[column]),
    );
  });

function ratesOf({ base, current, grossLoss, grossGain, hidden, hiddenHeadcount }: Figure) {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    change: current - base,
    rate: share(current - base, base),
    creation: share(grossGain, (base + current) / 2),
    destruction: share(grossLoss, (base + current) / 2),
    hiddenRate: hidden === null ? null : share(hidden, hiddenHeadcount),
  };
}

/** Three sums are null where nobody said them, and only there. */
const saidOf = (figure: Figure) => ({
  dispatch: figure.dispatchReports === 0 ? null : (figure.dispatch ?? 0),
  dispatchChange: figure.dispatchPairs === 0 ? null : (figure.dispatchChange ?? 0),
  hidden: figure.hiddenReports === 0 ? null : (figure.hidden ?? 0),
});
