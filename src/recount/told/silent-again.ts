import type { Disagreement } from "../../../models/cross-foot.ts";
import { MONTH_LIMITS } from "../../../models/month-limits.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { SilentFacts } from "../../../reports/silent-facts.ts";
import { monthsBack } from "../columns.ts";
import { checkIn } from "./cell.ts";
import { tally } from "./tally.ts";

/** Holds who did not report, and the persons of their last reports, against the histories; by a scope's or another key. */
export async function silentAgain(
  panel: Panel,
  keysOf: (row: number) => readonly string[],
): Promise<(key: string, told: Pick<SilentFacts, "count" | "people">) => Disagreement[]> {
  const rows = Array.from({ length: panel.size }, (_, row) => ({ row, people: lastKnown(panel, row) }));
  const count = await tally(
    rows
      .filter(({ people }) => people !== GAP)
      .map(({ row, people }) => ({ scopes: keysOf(row), under: "silent", numbers: { people } })),
  );
  return (key, told) => [
    ...checkIn(key)("silent/enterprises", count(key, "silent"), told.count),
    ...checkIn(key)("silent/people", count(key, "silent", "people"), told.people),
  ];
}

/** The persons last reported by an enterprise that should have reported and did not; GAP for any other. */
function lastKnown(panel: Panel, row: number): number {
  if (monthsBack(panel, row, 0) !== GAP || panel.closed[row] === 1) return GAP;
  if (panel.transferred[row] === 1 && monthsBack(panel, row, 1) !== GAP) return GAP;
  for (let back = 1; back <= MONTH_LIMITS.expectedMonths.value; back++)
    if (monthsBack(panel, row, back) !== GAP) return monthsBack(panel, row, back);
  return GAP;
}
