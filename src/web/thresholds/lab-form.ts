import { reachOfSlider } from "../../../models/lab/reach-of-slider.ts";
import { DECISION, type Tunable, tunablesOf } from "../../../models/lab/tunable.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import {
  COLLECTIVE_WORDS,
  CONDITION_WORDS,
  DECISION_THRESHOLD_WORDS,
  unitWords,
} from "../../../reports/wording/thresholds.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import { fieldValue } from "./lab-input.ts";
import type { LabView } from "./lab-view.ts";

const WORDS = {
  preview: text("试算", "Try it"),
  curve: text("同时画查准率—查全率曲线（整体放宽或收紧）", "Draw the precision–recall curve too (laxer and stricter)"),
  changed: text("已改", "changed"),
  place: text("全县同时发生", "The whole place at once"),
  decision: text("每月名额与升降级", "Visits a month, and how alerts end"),
} as const;

type Reader = Asked<unknown>;

/** Every number that can be moved, by level: a field to type in and, where scripts run, a slider beside it. */
export function labForm(asked: Reader, { set, chosen, against, result }: LabView, profile: Profile): Html {
  const { say } = asked;
  const rows = rowsOf(asked, Object.keys(chosen.edits));
  const levels = profile.levels.map(({ code }) => {
    const own = set.rules.filter(({ level }) => level === code);
    return group(
      levelMark(asked, profile, code),
      own.map(({ id, name, when }) => rows(id, say(name), when)),
    );
  });
  return html`<form method="get" action="/thresholds" id="lab">
<input type="hidden" name="against" value="${against.id}"><input type="hidden" name="set" value="${chosen.id}">
${levels}
${group(
  say(WORDS.place),
  set.collective.map((rule) => rows(rule.id, say(rule.name), rule)),
)}
${group(say(WORDS.decision), [rows(DECISION, null, set.decision)])}
<p class="field"><label><input type="checkbox" name="curve" value="yes"${result?.curve ? html` checked` : null}> ${say(WORDS.curve)}</label></p>
<p><button class="main">${say(WORDS.preview)}</button></p>
</form>
`;
}

/** Opens where something was changed, so that nobody has to look for it. */
const group = (title: Part, rules: readonly Row[]): Part =>
  rules.length === 0
    ? null
    : html`<details class="limits"${rules.some(({ changed }) => changed) ? html` open` : null}><summary>${title}</summary>
${rules.map(({ shown }) => shown)}</details>
`;

interface Row {
  readonly shown: Part;
  readonly changed: boolean;
}

const rowsOf =
  (asked: Reader, edited: readonly string[]) =>
  (owner: string, name: string | null, numbers: object): Row => {
    const own = tunablesOf(owner, numbers);
    const legend = name === null ? null : html`<legend>${name}</legend>`;
    return {
      shown: html`<fieldset>${legend}<div class="dials">${own.map((one) => dial(asked, one, name, edited.includes(one.key)))}</div></fieldset>
`,
      changed: own.some(({ key }) => edited.includes(key)),
    };
  };

/** The slider has no name: the field beside it is what is sent. */
function dial({ say }: Reader, { key, condition, threshold }: Tunable, rule: string | null, changed: boolean): Part {
  const id = `dial-${key.replace(".", "-")}`;
  const { min, max, step } = reachOfSlider(condition, threshold.value);
  const label = say(nameOf(condition));
  const value = fieldValue(threshold.value);
  const unit = say(unitWords(threshold.unit));
  return html`<p class="dial"><label for="${id}">${label}${changed ? html` <strong>${say(WORDS.changed)}</strong>` : null}</label>
<input id="${id}" name="${key}" type="number" step="any" value="${value}" autocomplete="off"> <span class="unit">${unit}</span>
<input type="range" hidden data-for="${id}" min="${min}" max="${max}" step="${step}" value="${value}" aria-label="${rule === null ? label : `${rule} ${label}`}"></p>
`;
}

const nameOf = (condition: string): Text => {
  const names: Readonly<Record<string, Text>> = {
    ...DECISION_THRESHOLD_WORDS,
    ...COLLECTIVE_WORDS,
    ...CONDITION_WORDS,
  };
  return names[condition] ?? text(condition, condition);
};
