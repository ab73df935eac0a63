import type { Figure } from "../figure.ts";
import { jobFlows } from "../job-flows.ts";
import { chainOf, linkedMonths } from "../linked-months.ts";
import type { Month } from "../month.ts";
import type { Panel } from "../panel.ts";
import type { ProfileIndex } from "../profile-index.ts";
import type { GroupLayout } from "./group-layout.ts";

/** Dimensions of which an overview has a line for every group. */
export const LINED = ["place", "section", "region"] as const;

/** A group against last month, and where it has been going. */
export interface GroupLine {
  readonly figure: Figure;
  /** Persons comparable with this month's reporters, oldest month first, LINE_MONTHS of them; null where nothing compares. */
  readonly course: readonly (number | null)[];
}

/** A year, and the month it is held against. */
export const LINE_MONTHS = 13;

/** A figure against the month before, as the run of its month stored it. */
export interface MonthFigure {
  readonly month: Month;
  readonly figure: Figure;
}

/** Lines of groups from what the runs of the last months stored; groups without a figure in `month` have none. */
export function storedLines(month: Month, figures: readonly MonthFigure[]): GroupLine[] {
  const byGroup = new Map<string, Map<Month, Figure>>();
  for (const { month: then, figure } of figures) {
    const key = `${figure.dimension}:${figure.code}`;
    byGroup.set(key, (byGroup.get(key) ?? new Map()).set(then, figure));
  }
  return [...byGroup.values()].flatMap((months) => {
    const figure = months.get(month);
    return figure ? [{ figure, course: takenBack(month, months) }] : [];
  });
}

/** This month's persons taken back month by month by the rates of change, as chainOf does; it ends at a month never run. */
function takenBack(month: Month, months: ReadonlyMap<Month, Figure>): (number | null)[] {
  const course: (number | null)[] = new Array(LINE_MONTHS).fill(null);
  let persons: number | null = months.get(month)!.headcount;
  for (let back = 0; back < LINE_MONTHS && persons !== null && persons > 0; back++) {
    course[LINE_MONTHS - 1 - back] = persons;
    const rate: number | null = months.get(month - back)?.rate ?? null;
    persons = rate === null ? null : persons / (1 + rate);
  }
  return course;
}

/** The same of the enterprises of a panel, by the functions that month runs use. */
export function ownLines(panel: Panel, index: ProfileIndex): GroupLine[] {
  const figures = jobFlows(panel, index, { baseline: "previous" });
  const layout = lineLayout(panel, index);
  const linked = linkedMonths(panel, layout);
  return layout.groups.flatMap((group) => {
    const figure = figures.find(({ dimension, code }) => dimension === group.dimension && code === group.code);
    if (!figure) return [];
    const chain = chainOf(group, linked).subarray(-LINE_MONTHS);
    return [{ figure, course: Array.from(chain, (persons) => (Number.isNaN(persons) ? null : persons)) }];
  });
}

/** The place, its sections and its regions. */
function lineLayout(panel: Panel, { place, section, region }: ProfileIndex): GroupLayout {
  const sections = section.codes.map((_, i) => i);
  const regionsFrom = sections.length;
  const cellOf = ({ groupOf }: typeof section, at: Int32Array) => at.map((one) => groupOf[one + 1]!);
  const named = (of: typeof section, from: number) =>
    of.codes.map((code, i) => ({ dimension: of.dimension, code, parent: null, cells: [from + i] }));
  return {
    cells: regionsFrom + region.codes.length,
    axes: [
      { from: 0, of: cellOf(section, panel.industry) },
      { from: regionsFrom, of: cellOf(region, panel.region) },
    ],
    groups: [
      { dimension: "place", code: place, parent: null, cells: sections },
      ...named(section, 0),
      ...named(region, regionsFrom),
    ],
  };
}
