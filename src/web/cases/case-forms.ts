import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { STEPS, type StepKind, type StepPart } from "../../../models/case/step.ts";
import type { Profile } from "../../../models/profile.ts";
import type { Action } from "../../../models/rights/actions.ts";
import { may } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import type { CaseView } from "./case-answer.ts";

/** Steps that a browser writes, by the right they take: each right has an address of its own. */
// biome-ignore format: a table reads better in columns
export const STEP_RIGHTS = [
  { way: "steps",  right: "case-step",  kinds: ["contact", "visit", "measure", "measure-done", "follow-up", "comment"] },
  { way: "assign", right: "assign",     kinds: ["assign", "hand-over"] },
  { way: "close",  right: "close-case", kinds: ["close", "reopen"] },
] as const satisfies readonly { way: string; right: Action; kinds: readonly StepKind[] }[];

type WebPart = Extract<StepPart, "note" | "due" | "person" | "measure" | "outcome" | "intervened">;

const LABELS: Readonly<Record<WebPart, Text>> = {
  note: text("说明", "Note"),
  due: text("期限", "Due"),
  person: text("人员", "Person"),
  measure: text("措施", "Measure"),
  outcome: text("结果", "Outcome"),
  intervened: text("处置是否起到作用", "Did what was done help?"),
};

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
    kinds.filter((kind) => isFor(STEPS[kind].when, now.state)).map((kind) => ({ way, kind })),
  );
  return html`<div class="deeds">${rows.map(({ way, kind }) => {
    const fields = [
      ...partsOf(kind).map((part) => partField(asked, kind, part, profile)),
      html`<input type="hidden" name="kind" value="${kind}">`,
    ];
    const button = STEPS[kind].name;
    return html`<details><summary>${asked.say(button)}</summary>${form(asked, { action: `${path}/${way}`, button, side: true, fields })}</details>`;
  })}</div>`;
}

const isFor = (when: string, state: "open" | "closed"): boolean => when === "any" || when === state;

/** What the step needs, and room for a note on every one. */
const partsOf = (kind: StepKind): readonly WebPart[] => {
  const needs = STEPS[kind].needs.filter((part): part is WebPart => part in LABELS);
  return needs.includes("note") ? needs : [...needs, "note"];
};

function partField(asked: Asked<unknown>, kind: StepKind, part: WebPart, { casework }: Profile): Part {
  const { language } = asked;
  const of = `-${kind}`;
  const label = LABELS[part];
  const required = STEPS[kind].needs.includes(part);
  const list = (options: readonly (readonly [string, string])[]) => choice(asked, { name: part, label, of, options });
  if (part === "measure") return list(casework.measures.map(({ code, name }) => [code, name[language]]));
  if (part === "outcome") return list(Object.entries(OUTCOMES).map(([value, words]) => [value, words[language]]));
  if (part === "intervened")
    return list([
      ["yes", asked.say(text("是", "yes"))],
      ["no", asked.say(text("否", "no"))],
    ]);
  return line(asked, { name: part, label, of, required, type: part === "due" ? "date" : "text" });
}
