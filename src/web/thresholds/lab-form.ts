import { figureName } from "../../../models/figure.ts";
import { sectionsOf } from "../../../models/industry.ts";
import { reachOfSlider } from "../../../models/lab/reach-of-slider.ts";
import { DECISION, type Edits, INDUSTRY, SIZE, type Tunable, tunablesOf } from "../../../models/lab/tunable.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { LevelRule } from "../../../models/threshold.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import {
  COLLECTIVE_WORDS,
  CONDITION_WORDS,
  DECISION_THRESHOLD_WORDS,
  unitWords,
} from "../../../reports/wording/thresholds.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import type { LabView } from "./lab-answer.ts";
import { editFields, fieldValue } from "./lab-input.ts";

const WORDS = {
  preview: text("试算", "Try it"),
  curve: text("同时画查准率—查全率曲线（整体放宽或收紧）", "Draw the precision–recall curve too (laxer and stricter)"),
  events: text("按动态预警的规则", "Rules on reported events"),
  place: text("全县同时发生", "The whole place at once"),
  sizes: text(
    "按企业规模放宽或收紧（各级界限的倍数，与行业的倍数相乘）",
    "Laxer or stricter by size (times the limits of the levels, and times those of the industry)",
  ),
  decision: text("每月名额与升降级", "Visits a month, and how alerts end"),
  industries: text(
    "按行业放宽或收紧（各级界限的倍数）",
    "Laxer or stricter by industry (times the limits of the levels)",
  ),
} as const;

type Reader = Asked<unknown>;

/** Every number that can be moved, by level: a field to type in and, where scripts run, a slider beside it. */
export function labForm(asked: Reader, { set, chosen, against, result }: LabView, profile: Profile): Html {
  const { say } = asked;
  const rows = rowsOf(asked, chosen.before, editFields(profile), namesIn(profile));
  const rulesOf = (rules: readonly LevelRule[]) => rules.map(({ id, name, when }) => rows(id, say(name), when));
  const levels = profile.levels.map(({ code }) => {
    const own = set.rules.filter(({ level }) => level === code);
    const [told, counted] = [own.filter(isOnEvent), own.filter((rule) => !isOnEvent(rule))];
    return group(levelMark(asked, profile, code), rulesOf(counted), group(say(WORDS.events), rulesOf(told)));
  });
  const place = set.collective.map((rule) => rows(rule.id, say(rule.name), rule));
  return html`<form method="get" action="/thresholds" id="lab">
<input type="hidden" name="against" value="${against.id}"><input type="hidden" name="set" value="${chosen.id}">
${levels.map(({ shown }) => shown)}
${group(say(WORDS.place), place).shown}
${group(say(WORDS.industries), [rows(INDUSTRY, null, set.industries ?? {})]).shown}
${group(say(WORDS.sizes), [rows(SIZE, null, set.sizes ?? {})]).shown}
${group(say(WORDS.decision), [rows(DECISION, null, set.decision)]).shown}
<p class="tick"><label><input type="checkbox" name="curve" value="yes"${result?.curve ? html` checked` : null}> ${say(WORDS.curve)}</label></p>
<p><button class="main">${say(WORDS.preview)}</button></p>
</form>
`;
}

const isOnEvent = ({ when }: LevelRule): boolean => when.event !== undefined;

/** Opens where something was changed, so that nobody has to look for it. */
function group(title: Part, rules: readonly Row[], below: Row = NO_ROW): Row {
  const changed = below.changed || rules.some((rule) => rule.changed);
  if (rules.length === 0 && below === NO_ROW) return NO_ROW;
  const shown = html`<details class="limits"${changed ? html` open` : null}><summary>${title}</summary>
${rules.map((rule) => rule.shown)}${below.shown}</details>
`;
  return { shown, changed };
}

const NO_ROW: Row = { shown: null, changed: false };

interface Row {
  readonly shown: Part;
  readonly changed: boolean;
}

const rowsOf =
  (asked: Reader, before: Edits, known: object, nameOf: (one: Tunable) => Text) =>
  (owner: string, name: string | null, numbers: object): Row => {
    const own = tunablesOf(owner, numbers).filter(({ key }) => key in known); // an older set may have rules of its own
    const legend = name === null ? null : html`<legend>${name}</legend>`;
    return {
      shown: html`<fieldset>${legend}<div class="dials">${own.map((one) => dial(asked, one, nameOf(one), name, before[one.key]))}</div></fieldset>
`,
      changed: own.some(({ key }) => before[key] !== undefined),
    };
  };

/** The slider has no name: the field beside it is what is sent. `before` is what the set had, where it was moved. */
function dial(
  { say }: Reader,
  { key, condition, threshold }: Tunable,
  name: Text,
  rule: string | null,
  before?: number,
): Part {
  const id = `dial-${key.replace(".", "-")}`;
  const { min, max, step } = reachOfSlider(condition, threshold);
  const label = say(name);
  const value = fieldValue(threshold.value);
  const unit = say(unitWords(threshold.unit));
  const was = before === undefined ? null : html` <strong>${say(wasWords(fieldValue(before)))}</strong>`;
  return html`<p class="dial"><label for="${id}">${label}${was}</label>
<input id="${id}" name="${key}" type="number" step="any" value="${value}" data-base="${fieldValue(before ?? threshold.value)}" autocomplete="off"> <span class="unit">${unit}</span>
<input type="range" hidden data-for="${id}" min="${min}" max="${max}" step="${step}" value="${value}" aria-label="${rule === null ? label : `${rule} ${label}`}"></p>
`;
}

const wasWords = (before: string): Text => text(`原为${before}`, `was ${before}`);

const namesIn = (profile: Profile) => {
  const names: Readonly<Record<string, Text>> = {
    ...DECISION_THRESHOLD_WORDS,
    ...COLLECTIVE_WORDS,
    ...CONDITION_WORDS,
    ...Object.fromEntries(sectionsOf(profile).map(({ code, name }) => [code, name])),
    ...Object.fromEntries(profile.sizeBands.map((from) => [from, figureName(profile, "sizeBand", String(from))])),
  };
  return ({ condition }: Tunable): Text => names[condition] ?? text(condition, condition);
};
