import type { Disagreement } from "../../../models/cross-foot.ts";
import type { Estimates, FilledForm } from "../../../models/forms.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { Profile, Term } from "../../../models/profile.ts";
import type { MonthlyFacts } from "../../../reports/facts.ts";
import type { ReductionFact } from "../../../reports/reduction-facts.ts";
import { monthsBack } from "../columns.ts";
import { type Check, checkIn } from "./cell.ts";
import { type Tally, type TallyRow, tally } from "./tally.ts";

/** One enterprise's stored form of the month, or of the month before. */
export interface FormRow extends FilledForm {
  /** Its row in the panel; -1 when the panel has it not. */
  readonly row: number;
}

export interface Forms {
  readonly now: readonly FormRow[];
  readonly before: readonly FormRow[];
}

type Told = Pick<MonthlyFacts, "reductions" | "movements" | "nextMonth" | "estimated">;

/** Holds what a report says of types, reasons, hires, departures and estimates against the forms themselves. */
export async function formsAgain(
  panel: Panel,
  profile: Profile,
  forms: Forms,
  scopesOf: (row: number) => readonly string[],
): Promise<(scope: string, told: Told) => Disagreement[]> {
  const count = await tally([
    ...forms.now.flatMap((form) => under(form, panel, scopesOf(form.row))),
    ...forms.before.flatMap((form) => estimateOf(form, panel, scopesOf(form.row))),
  ]);
  return (scope, told) => [
    ...termsAgain(checkIn(scope), count, scope, told, profile),
    ...movementsAgain(checkIn(scope), count, scope, told),
    ...estimatesAgain(checkIn(scope), "next-month", count, scope, told.nextMonth),
    ...estimatesAgain(checkIn(scope), "estimated", count, scope, told.estimated),
  ];
}

function under(form: FormRow, panel: Panel, scopes: readonly string[]): TallyRow[] {
  const { headcount, nextMonth, hired, departed, reductionType } = form;
  const before = form.row < 0 ? GAP : monthsBack(panel, form.row, 1);
  const people = before === GAP ? 0 : Math.max(0, before - headcount);
  const [first, ...others] = form.reasons ?? [];
  const terms = [
    ...(reductionType === null ? [] : [`types/${reductionType}`]),
    ...(first === undefined ? [] : [`reasons/${first}`]),
    ...others.filter((term, i) => others.indexOf(term) === i).map((term) => `further/${term}`),
  ];
  return [
    ...(people === 0 ? [] : terms.map((name) => ({ scopes, under: name, numbers: { people } }))),
    ...(nextMonth === null
      ? []
      : [{ scopes, under: "next-month", numbers: { persons: headcount, estimate: nextMonth } }]),
    ...(hired === null || departed === null || before === GAP
      ? []
      : [{ scopes, ...moved(hired, departed, headcount - before) }]),
  ];
}

const moved = (hired: number, departed: number, change: number) =>
  hired - departed === change
    ? { under: "movements", numbers: { hired, departed, change } }
    : { under: "differing", numbers: { apart: Math.abs(hired - departed - change) } };

function estimateOf({ row, nextMonth }: FormRow, panel: Panel, scopes: readonly string[]): TallyRow[] {
  const persons = row < 0 ? GAP : monthsBack(panel, row, 0);
  if (nextMonth === null || persons === GAP) return [];
  return [{ scopes, under: "estimated", numbers: { persons, estimate: nextMonth } }];
}

function termsAgain(check: Check, count: Tally, scope: string, { reductions }: Told, profile: Profile): Disagreement[] {
  const { lost, types, typesUnreported, reasons, reasonsUnreported } = reductions;
  const table = (kind: "types" | "reasons", facts: readonly ReductionFact[], terms: readonly Term[]) =>
    terms.flatMap(({ id, name }) => {
      const fact = facts.find((one) => one.name.zh === name.zh);
      const cell = (column: string) => `reductions/${kind}/${id}/${column}`;
      return [
        ...check(cell("enterprises"), count(scope, `${kind}/${id}`), fact?.enterprises ?? 0),
        ...check(cell("people"), count(scope, `${kind}/${id}`, "people"), fact?.people ?? 0),
        ...(kind === "reasons" ? check(cell("further"), count(scope, `further/${id}`), fact?.further ?? 0) : []),
      ];
    });
  const said = (kind: string, terms: readonly Term[]) =>
    terms.reduce((sum, { id }) => sum + count(scope, `${kind}/${id}`, "people"), 0);
  return [
    ...table("types", types, profile.reductionTypes),
    ...table("reasons", reasons, profile.reductionReasons),
    ...check("reductions/types/unreported", lost - said("types", profile.reductionTypes), typesUnreported),
    ...check("reductions/reasons/unreported", lost - said("reasons", profile.reductionReasons), reasonsUnreported),
  ];
}

function movementsAgain(check: Check, count: Tally, scope: string, { movements }: Told): Disagreement[] {
  const of = (under: string, column?: string) => count(scope, under, column);
  return [
    ...check("movements/enterprises", of("movements"), movements?.enterprises ?? 0),
    ...check("movements/hired", of("movements", "hired"), movements?.hired ?? 0),
    ...check("movements/departed", of("movements", "departed"), movements?.departed ?? 0),
    ...check("movements/change", of("movements", "change"), movements?.change ?? 0),
    ...check("movements/differing", of("differing"), movements?.differing ?? 0),
    ...check("movements/apart", of("differing", "apart"), movements?.apart ?? 0),
  ];
}

const estimatesAgain = (
  check: Check,
  name: "next-month" | "estimated",
  count: Tally,
  scope: string,
  told: Estimates | null,
): Disagreement[] => [
  ...check(`${name}/enterprises`, count(scope, name), told?.enterprises ?? 0),
  ...check(`${name}/persons`, count(scope, name, "persons"), told?.persons ?? 0),
  ...check(`${name}/estimate`, count(scope, name, "estimate"), told?.estimate ?? 0),
];
