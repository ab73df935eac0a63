import { type Month, monthInChinese, monthInEnglish } from "../month.ts";
import { GAP, type Panel } from "../panel.ts";
import { levelBreaks } from "../scoring/level-breaks.ts";
import { medianInPlace } from "../scoring/median.ts";
import { type Text, text } from "../text.ts";

/** What an enterprise's own past adds to this month's change. */
export interface ExplainHistory {
  /** Months over which this month's fall is the largest of all falls; 0 when it is not, or did not fall. */
  readonly largestFallIn: number;
  /** The latest change of the level, if it is a fall that every month since confirms, not older than a year; else null. */
  readonly lastingFall: LastingFall | null;
}

export interface LastingFall {
  /** First month of the lower level. */
  readonly month: Month;
  /** Median of the persons before and since. */
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

/**
 * A stretch takes at least three months, so a fall of this month alone would be dated two months back, and one that was
 * regained would be called lasting: only the latest break counts, and only where every month since lies nearer to the lower level.
 */
function lastingFall(months: Int32Array, month: Month): LastingFall | null {
  const logs = Float64Array.from(months, (people) => (people > 0 ? Math.log(people) : Number.NaN));
  const now = months.findLast((people) => people > 0) ?? 1;
  const found = levelBreaks(logs, month, 1 / now);
  if (found.kind !== "found") return null;
  const latest = found.breaks.at(-1);
  if (latest === undefined || latest.size >= 0 || latest.month <= month - RECENT) return null;
  const first = month - months.length + 1;
  const at = latest.month - first;
  const [before, after] = [reported(logs, found.stretches.at(-2)!.from - first, at), reported(logs, at, logs.length)];
  const [high, low] = [middle(before), middle(after)];
  const halfway = (high + low) / 2;
  if (before.at(-1)! <= halfway || after.some((value) => value >= halfway)) return null;
  return { month: latest.month, before: Math.exp(high), after: Math.exp(low) };
}

const reported = (logs: Float64Array, from: number, to: number): Float64Array =>
  logs.subarray(from, to).filter((value) => !Number.isNaN(value));

/** The median, so that this month's fall does not move the level that it fell from. */
const middle = (values: Float64Array): number => medianInPlace(values.slice(), 0, values.length);

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
          `the level has been about ${after} instead of ${before} since ${monthInEnglish(fall.month)}`,
        ),
      );
  }
  return clauses;
}
