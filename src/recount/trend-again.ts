import type { Disagreement } from "../../models/cross-foot.ts";
import { formatMonth } from "../../models/month.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { TrendPoint } from "../../models/trend.ts";
import { type Sums, sumBy } from "../frame.ts";
import { type Counting, placeCells } from "./cells.ts";
import { monthsBack } from "./columns.ts";
import { disagree } from "./compare.ts";
import { markOf, marksOfRows } from "./marks.ts";
import type { CountedScope } from "./second-count.ts";
import { addUp } from "./sums.ts";

/** Months that a report prints in its table of the trend. */
const PRINTED = 13;
const COLUMNS = ["reporting", "headcount", "matched", "base", "current"] as const;

/** Every month that is printed of the trends of the whole and of each part, counted again: first by one mark, as figures are. */
export async function trendAgain(counting: Counting, counted: readonly CountedScope[]): Promise<Disagreement[]> {
  const told = counted.filter(({ trend }) => trend !== undefined);
  if (told.length === 0) return [];
  const { panel, profile } = counting;
  const list = placeCells(counting);
  const place = `place:${profile.place}`;
  const sumsOf = async (columns: Readonly<Record<string, Float64Array>>) => {
    const [cells] = await sumBy([list.keys], columns);
    const sums = addUp(list, cells!, ["place"]);
    return (scope: string): Sums => sums.get(scope)?.get(place) ?? {};
  };
  const months = Array.from({ length: Math.min(PRINTED, panel.width) }, (_, back) => back);
  const lists = months.map((back) => ({
    from: back * COLUMNS.length,
    columns: (rows: Int32Array) => Object.values(monthColumns(panel, back, rows)),
  }));
  const markIn = await sumsOf({ mark: marksOfRows(panel.size, lists) });
  const agree = told.every(({ key, trend }) => markOfTrend(trend!, months) === (markIn(key).mark ?? 0));
  const found = told.flatMap(({ key, trend }) => months.flatMap((back) => followsIn(key, trend!.at(-1 - back)!)));
  if (agree) return found;
  const everybody = Int32Array.from({ length: panel.size }, (_, r) => r);
  for (const back of months) {
    const sumsIn = await sumsOf(monthColumns(panel, back, everybody));
    for (const { key, trend } of told) found.push(...compareMonth(key, trend!.at(-1 - back)!, sumsIn(key)));
  }
  return found;
}

const markOfTrend = (trend: readonly TrendPoint[], months: readonly number[]): number =>
  months.reduce((mark, back) => {
    const point = trend.at(-1 - back)!;
    const values = COLUMNS.map((column) => point[column]);
    return mark + markOf(values, back * COLUMNS.length);
  }, 0);

/** One month of rows, and the month before where both were reported. */
function monthColumns(panel: Panel, back: number, rows: Int32Array): Record<(typeof COLUMNS)[number], Float64Array> {
  const column = () => new Float64Array(rows.length);
  const columns = { reporting: column(), headcount: column(), matched: column(), base: column(), current: column() };
  for (let i = 0; i < rows.length; i++) {
    const [now, before] = [monthsBack(panel, rows[i]!, back), monthsBack(panel, rows[i]!, back + 1)];
    if (now === GAP) continue;
    columns.reporting[i] = 1;
    columns.headcount[i] = now;
    if (before === GAP) continue;
    columns.matched[i] = 1;
    columns.base[i] = before;
    columns.current[i] = now;
  }
  return columns;
}

const cellIn = (scope: string, { month }: TrendPoint, column: string): string =>
  `${scope === "" ? "" : `${scope}/`}trend/${formatMonth(month)}/${column}`;

const compareMonth = (scope: string, point: TrendPoint, sums: Sums): Disagreement[] =>
  COLUMNS.flatMap((column) => disagree(cellIn(scope, point, column), sums[column] ?? 0, point[column] ?? 0));

/** What follows from a month's sums. */
function followsIn(scope: string, point: TrendPoint): Disagreement[] {
  const { reporting, headcount, base, current, change, rate } = point;
  return [
    ...disagree(cellIn(scope, point, "headcount"), reporting === 0 ? null : (headcount ?? 0), headcount),
    ...disagree(cellIn(scope, point, "change"), current - base, change),
    ...disagree(cellIn(scope, point, "rate"), base === 0 ? null : (current - base) / base, rate),
  ];
}
