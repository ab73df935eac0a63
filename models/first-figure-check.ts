import type { Finding } from "./finding.ts";
import { formatMonth, type Month } from "./month.ts";
import { monthWarning } from "./month-finding.ts";
import { MONTH_LIMITS } from "./month-limits.ts";
import { GAP, type Panel } from "./panel.ts";
import { doubtedFirst } from "./scoring/first-figure.ts";
import { text } from "./text.ts";

/** An enterprise, as a row of a panel, whose first figure was a power of ten off the next one. */
export interface DoubtedFirst {
  readonly row: number;
  /** Of the first figure. */
  readonly month: Month;
  readonly first: number;
  readonly second: number;
}

/** Those whose second figure is at most a year old (until then figures are compared with the first), most persons apart first. */
export function doubtedFirsts(panel: Panel): DoubtedFirst[] {
  const { headcount, width, month, size } = panel;
  const found: DoubtedFirst[] = [];
  for (let row = 0; row < size; row++) {
    const column = doubtedFirst(panel, row);
    if (column < 0 || width - 1 - column >= MONTH_LIMITS.firstMonths.value) continue;
    const months = headcount.subarray(row * width, (row + 1) * width);
    const at = months.findIndex((people) => people !== GAP);
    found.push({ row, month: month - width + 1 + at, first: months[at]!, second: months[column]! });
  }
  const apart = ({ first, second }: DoubtedFirst) => Math.abs(first - second);
  return found.sort((a, b) => apart(b) - apart(a) || a.row - b.row);
}

/** How many are named. */
const NAMED = 5;

export const named = (found: readonly DoubtedFirst[]): readonly DoubtedFirst[] => found.slice(0, NAMED);

/** One warning that names the first figures, not the changes after them, as what to look at. */
export function checkFirstFigures(found: readonly DoubtedFirst[], codeOf: (row: number) => string): Finding[] {
  if (found.length === 0) return [];
  const zh = named(found).map((f) => `${codeOf(f.row)}（${formatMonth(f.month)}报${f.first}，其后${f.second}）`);
  const en = named(found).map((f) => `${codeOf(f.row)} (${f.first} in ${formatMonth(f.month)}, then ${f.second})`);
  return [
    monthWarning(
      "first-figure-doubted",
      String(found.length),
      text(
        `${found.length}户首次报送的人数约为其后一次的十倍、百倍、千倍、万倍或其几分之一，疑为首次报送的单位或位数有误，相差最多者：${zh.join("、")}。`,
        `${found.length} enterprises' first headcount is about 10, 100, 1,000 or 10,000 times the next one, or that part of it; the first was probably in another unit or a digit off. Farthest apart: ${en.join(", ")}.`,
      ),
      text(
        "请先核对首次报送的数：有误的按原月份重报更正数；属实的请报送相应事件。核实之前按口径变动处理，不计为减员。",
        "Check the first figure: if it is wrong, send that month again; if it is true, report what happened. Until then the change counts as one of reporting, not as a layoff.",
      ),
    ),
  ];
}
