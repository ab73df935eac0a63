import type { Disagreement } from "../../../models/cross-foot.ts";
import { MONTH_LIMITS } from "../../../models/month-limits.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { PeriodFacts } from "../../../reports/period/facts.ts";
import { PERIODS } from "../../../reports/period/input.ts";
import { monthsBack } from "../columns.ts";
import { checkIn } from "./cell.ts";
import { tally } from "./tally.ts";

/** Holds the reports that were due and that came in a report's months against the histories. */
export async function reportingAgain(
  panel: Panel,
  scopesOf: (row: number) => readonly string[],
  { kind, whole, groups }: Pick<PeriodFacts, "kind" | "whole" | "groups">,
): Promise<Disagreement[]> {
  const { months } = PERIODS[kind];
  const count = await tally(
    Array.from({ length: panel.size }, (_, row) => ({
      ...{ scopes: scopesOf(row), under: "reports" },
      numbers: reportsOf(panel, row, months),
    })),
  );
  const parts = (["region", "department"] as const).flatMap((dimension) =>
    groups[dimension].map(({ code, reporting }) => ({ scope: `${dimension}:${code}`, reporting })),
  );
  return [{ scope: "", reporting: whole.reporting }, ...parts].flatMap(({ scope, reporting }) => [
    ...checkIn(scope)("reporting/expected", count(scope, "reports", "expected"), reporting?.expected ?? 0),
    ...checkIn(scope)("reporting/reported", count(scope, "reports", "reported"), reporting?.reported ?? 0),
  ]);
}

/** A report is due for six months after the last one that came, but not after the last one of an enterprise that ceased. */
function reportsOf(
  panel: Panel,
  row: number,
  months: number,
): { readonly expected: number; readonly reported: number } {
  const grace = MONTH_LIMITS.expectedMonths.value;
  const end = panel.closed[row] === 1 ? newestReport(panel, row) : 0;
  let [expected, reported, since] = [0, 0, Number.POSITIVE_INFINITY];
  for (let back = Math.min(months + grace, panel.width) - 1; back >= 0; back--) {
    const came = monthsBack(panel, row, back) !== GAP;
    since = came ? 0 : since + 1;
    if (back >= months) continue;
    if (came) reported++;
    if (since <= grace && back >= end) expected++;
  }
  return { expected, reported };
}

/** How many months ago the newest report is. */
function newestReport(panel: Panel, row: number): number {
  let back = 0;
  while (back < panel.width && monthsBack(panel, row, back) === GAP) back++;
  return back;
}
