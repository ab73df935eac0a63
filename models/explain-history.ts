import { formatMonth, type Month, monthInChinese } from "./month.ts";
import { GAP, type Panel } from "./panel.ts";
import { levelBreaks } from "./scoring/level-breaks.ts";
import { type Text, text } from "./text.ts";

/** What an enterprise's own past adds to this month's change. */
export interface ExplainHistory {
  /** Months over which this month's fall is the largest of all falls; 0 when it is not, or did not fall. */
  readonly largestFallIn: number;
  /** The latest lasting fall of the level that the months confirm, not older than a year; null when there is none. */
  readonly lastingFall: LastingFall | null;
}

export interface LastingFall {
  /** First month of the lower level. */
  readonly month: Month;
  /** Geometric mean of the persons before and since. */
  readonly before: number;
  readonly after: number;
}

/** Fewer months than this make "the largest fall in …" an empty phrase. */
const FEWEST = 6;
/** A lasting fall older than this is history, not a reason. */
const RECENT = 12;

/** Reads a panel's row; months without a report are skipped, never taken for a fall. */
export function historyOf(panel: Panel, row: number): ExplainHistory {
  const months = panel.headcount.subarray(row * panel.width, (row + 1) * panel.width);
  return { largestFallIn: largestFallIn(months), lastingFall: lastingFall(months, panel.month) };
}

function largestFallIn(months: Int32Array): number {
  const last = months.length - 1;
  const fallAt = (i: number) => (months[i] === GAP || months[i - 1] === GAP ? 0 : months[i - 1] - months[i]);
  const fall = fallAt(last);
  if (fall <= 0) return 0;
  const first = months.findIndex((people) => people !== GAP);
  let from = last;
  while (from - 1 > first && fallAt(from - 1) < fall) from--;
  const span = last - from + 1;
  return span >= FEWEST ? span : 0;
}

function lastingFall(months: Int32Array, month: Month): LastingFall | null {
  const logs = Float64Array.from(months, (people) => (people > 0 ? Math.log(people) : Number.NaN));
  const now = months.findLast((people) => people > 0) ?? 1;
  const found = levelBreaks(logs, month, 1 / now);
  if (found.kind !== "found") return null;
  const place = found.breaks.findLastIndex(({ size, month: at }) => size < 0 && at > month - RECENT);
  if (place < 0) return null;
  const [before, after] = [found.stretches[place].level, found.stretches[place + 1].level];
  return { month: found.breaks[place].month, before: Math.exp(before), after: Math.exp(after) };
}

/** Clauses in the order they are read; none when the past adds nothing. */
export function explainHistory(history: ExplainHistory | undefined): Text[] {
  if (!history) return [];
  const { largestFallIn: span, lastingFall: fall } = history;
  const clauses: Text[] = [];
  if (span > 0) clauses.push(text(`为近${span}个月最大降幅`, `the largest fall in ${span} months`));
  if (fall) {
    const [before, after] = [Math.round(fall.before), Math.round(fall.after)];
    if (after < before)
      clauses.push(
        text(
          `自${monthInChinese(fall.month)}起用工水平由约${before}人降至约${after}人`,
          `the level has been about ${after} instead of ${before} since ${formatMonth(fall.month)}`,
        ),
      );
  }
  return clauses;
}
