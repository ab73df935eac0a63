import { headcountsBack } from "./baseline.ts";
import { ratio } from "./job-flows.ts";
import { type Month, monthOfYear } from "./month.ts";
import { GAP, type Panel } from "./panel.ts";

/**
 * January and February joined (1—2月合并): Spring Festival moves between them, so that neither month alone compares with a year before.
 * not-yet: in January, February is still to come. no-sample: no enterprise reported all four months.
 * compared: mean persons of both months (base a year before, current this year) over the enterprises with all four.
 */
export type JoinedComparison =
  | { readonly kind: "not-yet"; readonly availableIn: Month }
  | { readonly kind: "no-sample" }
  | {
      readonly kind: "compared";
      readonly matched: number;
      readonly base: number;
      readonly current: number;
      readonly change: number;
      readonly rate: number | null;
    };

/** null in the ten months to which it does not apply. */
export function joinedComparison(panel: Panel, excluded?: Uint8Array): JoinedComparison | null {
  const month = monthOfYear(panel.month);
  if (month > 2) return null;
  if (month === 1) return { kind: "not-yet", availableIn: panel.month + 1 };
  const [feb, jan, febBefore, janBefore] = [0, 1, 12, 13].map((back) => headcountsBack(panel, back));
  const sum = { matched: 0, base: 0, current: 0 };
  for (let r = 0; r < panel.size; r++) {
    if (excluded?.[r] === 1) continue;
    if (feb![r] === GAP || jan![r] === GAP || febBefore![r] === GAP || janBefore![r] === GAP) continue;
    sum.matched++;
    sum.base += (febBefore![r]! + janBefore![r]!) / 2;
    sum.current += (feb![r]! + jan![r]!) / 2;
  }
  if (sum.matched === 0) return { kind: "no-sample" };
  const change = sum.current - sum.base;
  return { kind: "compared", ...sum, change, rate: ratio(change, sum.base) };
}
