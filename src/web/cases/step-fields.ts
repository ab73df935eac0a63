import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { CRITICALITY_NAMES, STEPS, type StepKind, type StepPart } from "../../../models/case/step.ts";
import type { Named, Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { html, type Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import type { CaseView } from "./case-answer.ts";

/** What a browser can write with a step; the alerts of a case come by being taken in hand. */
export type WebPart = Exclude<StepPart, "alert">;

const LABELS: Readonly<Record<WebPart, Text>> = {
  on: text("发生日期（留空为今天）", "Day it happened (blank: today)"),
  difficulties: text("困难", "Difficulties"),
  measure: text("措施", "Measure"),
  due: text("期限", "Due"),
  person: text("人员", "Person"),
  criticality: text("紧急程度", "Urgency"),
  outcome: text("结果", "Outcome"),
  intervened: text("处置是否起到作用", "Did what was done help?"),
  kept: text("保住岗位（人，可不填）", "Jobs kept (people; may be left out)"),
  note: text("说明", "Note"),
};

type Drawn = (asked: Asked<unknown>, kind: StepKind, profile: Profile, now: CaseView["now"]) => Part;

const words = (all: Readonly<Record<string, Text>>, { say }: Asked<unknown>) =>
  Object.entries(all).map(([value, name]) => [value, say(name)] as const);
const named = (all: readonly Named[], { language }: Asked<unknown>) =>
  all.map(({ code, name }) => [code, name[language]] as const);

const list =
  (name: WebPart, options: (...of: Parameters<Drawn>) => readonly (readonly [value: string, words: string])[]): Drawn =>
  (...of) =>
    choice(of[0], { name, label: LABELS[name], of: `-${of[1]}`, options: options(...of) });

const written =
  (name: WebPart, type: "text" | "date" | "number" = "text"): Drawn =>
  (asked, kind) =>
    line(asked, { name, label: LABELS[name], of: `-${kind}`, required: STEPS[kind].needs.includes(name), type });

const YES_NO = { yes: text("是", "yes"), no: text("否", "no") };

/** How each part is asked for, in the order in which a form has them. */
const FIELDS: Readonly<Record<WebPart, Drawn>> = {
  on: written("on", "date"),
  difficulties: (asked, _kind, { casework }) =>
    html`<fieldset class="tick"><legend>${asked.say(LABELS.difficulties)}</legend>${named(casework.difficulties, asked).map(([code, name]) => html`<label><input type="checkbox" name="difficulties" value="${code}"> ${name}</label>`)}</fieldset>
`,
  measure: list("measure", (asked, kind, { casework }, { measures }) => {
    const open = measures.filter(({ doneOn }) => doneOn === null).map(({ code }) => code);
    return named(casework.measures, asked).filter(([code]) => kind === "measure" || open.includes(code));
  }),
  due: written("due", "date"),
  person: (asked, kind, profile, now) =>
    kind === "leave"
      ? list("person", () => now.participants.map((name) => [name, name]))(asked, kind, profile, now)
      : written("person")(asked, kind, profile, now),
  criticality: list("criticality", (asked) => words(CRITICALITY_NAMES, asked)),
  outcome: list("outcome", (asked) => words(OUTCOMES, asked)),
  intervened: list("intervened", (asked) => words(YES_NO, asked)),
  kept: written("kept", "number"),
  note: written("note"),
};

/** What a step needs and may have, and room for a note on every one. */
export function stepFields(...of: Parameters<Drawn>): readonly Part[] {
  const { needs, takes = [] } = STEPS[of[1]];
  const asked: readonly StepPart[] = [...needs, ...takes, "note"];
  return (Object.keys(FIELDS) as WebPart[]).filter((part) => asked.includes(part)).map((part) => FIELDS[part](...of));
}
