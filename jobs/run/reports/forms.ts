import { addEstimate, type Estimates, type FormFacts, formSums } from "../../../models/forms.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { ScopeMembers } from "../../../models/scope-members.ts";
import { formsOf } from "../../../src/db/form.ts";
import { rowOf } from "../../../src/db/panel.ts";
import type { StepContext } from "../step.ts";

/** What the forms of a month say, and what those of the month before had estimated of it. */
export interface ScopeForms extends FormFacts {
  readonly estimated: Estimates | null;
}

/** One pass over the forms of two months; the answer tells them by a scope's key. */
export async function formsByScope(
  { tx, run }: StepContext,
  panel: Panel,
  members: ScopeMembers,
): Promise<(key: string) => ScopeForms> {
  const sums = keyed(formSums);
  for await (const block of formsOf(tx, run.month, run.vintage))
    for (const { enterprise, reasons, ...form } of block) {
      const row = rowOf(panel, enterprise);
      const known = { ...form, reasons: reasons ?? [], previous: headcountAt(panel, row, 1) };
      for (const key of members.keysOf(row)) sums(key).add(known);
    }
  const estimates = keyed(() => ({ enterprises: 0, persons: 0, estimate: 0 }));
  for await (const block of formsOf(tx, run.month - 1, run.vintage))
    for (const { enterprise, nextMonth } of block) {
      const row = rowOf(panel, enterprise);
      const now = headcountAt(panel, row, 0);
      if (nextMonth === null || now === null) continue;
      for (const key of members.keysOf(row)) addEstimate(estimates(key), now, nextMonth);
    }
  return (key) => {
    const estimated = estimates(key);
    return { ...sums(key).facts(), estimated: estimated.enterprises === 0 ? null : estimated };
  };
}

/** Made when first asked for. */
function keyed<T>(make: () => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key)!;
  };
}

function headcountAt(panel: Panel, row: number, monthsBack: number): number | null {
  if (row < 0) return null;
  const persons = panel.headcount[(row + 1) * panel.width - 1 - monthsBack]!;
  return persons === GAP ? null : persons;
}
