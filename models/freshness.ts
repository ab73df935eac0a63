import type { Finding, Severity } from "./finding.ts";
import { firstDay, formatMonth, type Month, monthOfDate } from "./month.ts";
import { monthFinding } from "./month-finding.ts";
import { MONTH_LIMITS } from "./month-limits.ts";
import { text } from "./text.ts";

/** How pressing it is that a month is not whole: nothing is late before day 8 of the next month, from day 12 it is an error. */
export interface Freshness {
  readonly code: "low" | "late" | "overdue";
  readonly severity: Severity;
  /** Day counted from the first of the next month. */
  readonly day: number;
}

export function freshnessOf(month: Month, on: string): Freshness {
  const day = daysBetween(firstDay(month + 1), on) + 1;
  if (day >= MONTH_LIMITS.overdueDays.value) return { code: "overdue", severity: "error", day };
  return { code: day >= MONTH_LIMITS.lateDays.value ? "late" : "low", severity: "warn", day };
}

/** Whether a month should be there by a date and is not, counted by the oldest one missing. newest: the newest there is. */
export function checkFreshness(newest: Month, on: string): Finding[] {
  const [first, last] = [newest + 1, monthOfDate(on) - 1];
  if (first > last) return [];
  const { code, severity, day } = freshnessOf(first, on);
  if (code === "low") return [];
  const missing = first === last ? formatMonth(first) : `${formatMonth(first)} … ${formatMonth(last)}`;
  return [
    monthFinding(
      severity,
      `month-${code}`,
      missing,
      text(
        `至 ${on} 尚无 ${missing} 的用工数据（${formatMonth(first)} 结束后第 ${day} 日），最新为 ${formatMonth(newest)}。`,
        `By ${on} there are no headcounts for ${missing} (day ${day} after the end of ${formatMonth(first)}); the newest are for ${formatMonth(newest)}.`,
      ),
      text("请向数据源和企业催报。", "Remind the sources and enterprises."),
    ),
  ];
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
