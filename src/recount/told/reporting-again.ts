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
  const came = (back: number) => monthsBack(panel, row, back) !== GAP;
  let [expected, reported, later] = [0, 0, false];
  for (let back = 0; back < Math.min(months, panel.width); back++) {
    later ||= came(back);
    const grace = Array.from({ length: MONTH_LIMITS.expectedMonths.value + 1 }, (_, i) => back + i);
    if (came(back)) reported++;
    if (grace.some(came) && (later || panel.closed[row] !== 1)) expected++;
  }
  return { expected, reported };
}
