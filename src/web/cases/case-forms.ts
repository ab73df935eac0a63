import { STEPS, type StepKind } from "../../../models/case/step.ts";
import type { Profile } from "../../../models/profile.ts";
import type { Action } from "../../../models/rights/actions.ts";
import { may } from "../../../models/rights/may.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import { form } from "../pages/form.ts";
import type { CaseView } from "./case-answer.ts";
import { stepFields } from "./step-fields.ts";

/** Steps that a browser writes, by the right they take: each right has an address of its own. */
// biome-ignore format: a table reads better in columns
export const STEP_RIGHTS = [
  { way: "steps",  right: "case-step",  kinds: ["contact", "visit", "difficulties", "measure", "measure-done", "follow-up", "criticality", "comment"] },
  { way: "assign", right: "assign",     kinds: ["assign", "hand-over", "join", "leave"] },
  { way: "close",  right: "close-case", kinds: ["close", "reopen"] },
] as const satisfies readonly { way: string; right: Action; kinds: readonly StepKind[] }[];

/** The steps that this reader may write now, each opening in place. */
export function caseForms(
  asked: Asked<unknown>,
  { now }: CaseView,
  path: string,
  profile: Profile,
  subject: Parameters<typeof may>[2],
): Html {
  const person = personOf(asked);
  const rows = STEP_RIGHTS.filter(({ right }) => may(person, right, subject).allowed).flatMap(({ way, kinds }) =>
    kinds.filter((kind) => isFor(kind, now)).map((kind) => ({ way, kind })),
  );
  return html`<div class="deeds">${rows.map(({ way, kind }) => {
    const fields = [...stepFields(asked, kind, profile, now), html`<input type="hidden" name="kind" value="${kind}">`];
    const button = STEPS[kind].name;
    return html`<details><summary>${asked.say(button)}</summary>${form(asked, { action: `${path}/${way}`, button, side: true, fields })}</details>`;
  })}</div>`;
}

/** Whether there is anything to write it about: nobody leaves who takes no part, and no measure is carried out unagreed. */
function isFor(kind: StepKind, { state, participants, measures }: CaseView["now"]): boolean {
  const { when } = STEPS[kind];
  if (kind === "leave" && participants.length === 0) return false;
  if (kind === "measure-done" && measures.every(({ doneOn }) => doneOn !== null)) return false;
  return when === "any" || when === state;
}
