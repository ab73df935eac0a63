import { ACTIONS, type LifeAction } from "../../../models/alert/actions.ts";
import { OUTCOMES } from "../../../models/alert/outcome.ts";
import type { Action } from "../../../models/rights/actions.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { backHere, form } from "../pages/form.ts";
import type { ToldAlert } from "./alert-answer.ts";

/** What a person can do about an alert in a browser, the right it takes, and what the form asks. */
export interface AlertDeed {
  readonly action: Extract<LifeAction, "acknowledge" | "take" | "assign" | "close">;
  readonly right: Action;
  readonly button: Text;
}

// biome-ignore format: a table reads better in columns
export const ALERT_DEEDS: readonly AlertDeed[] = [
  { action: "acknowledge", right: "acknowledge", button: text("签收", "Acknowledge") },
  { action: "take",        right: "case-step",   button: text("着手处置", "Take in hand") },
  { action: "assign",      right: "assign",      button: text("指派", "Assign") },
  { action: "close",       right: "close-case",  button: text("办结", "Close") },
];

const FIELDS: Readonly<Record<AlertDeed["action"], (asked: Asked<unknown>, of: string) => Part>> = {
  acknowledge: () => null,
  take: () => null,
  assign: (asked, of) =>
    line(asked, { name: "owner", label: text("负责人", "To whom"), of: `-assign-${of}`, required: true }),
  close: (asked, of) => [
    choice(asked, { ...OUTCOME, options: outcomes(asked), of }),
    line(asked, { name: "reason", label: text("原因", "Reason"), of, required: true }),
  ],
};

const OUTCOME = { name: "outcome", label: text("结果", "Outcome") };
const outcomes = ({ language }: Asked<unknown>) =>
  Object.entries(OUTCOMES).map(([value, words]) => [value, words[language]] as const);

/** The forms for what this reader may do now; those that ask nothing are one press, the others open in place. */
export function alertForms(asked: Asked<unknown>, alert: ToldAlert & { readonly specialist?: string | null }): Html {
  const { kind, departments, region, specialist = null } = alert;
  const subject = kind === "place" ? PLACE : ({ kind, departments, region, specialist } as const);
  const deeds = ALERT_DEEDS.filter(
    ({ action, right }) => ACTIONS[action].from.includes(alert.state) && may(personOf(asked), right, subject).allowed,
  );
  return html`<div class="deeds">${deeds.map((deed) => deedForm(asked, alert, deed))}</div>`;
}

function deedForm(asked: Asked<unknown>, alert: ToldAlert, { action, button }: AlertDeed): Part {
  const fields = FIELDS[action](asked, `-${alert.number}`);
  const sent = form(asked, {
    action: `${alert.kind === "place" ? "/place" : `/enterprises/${alert.code}`}/alerts/${alert.number}/${action}`,
    ...{ button, side: true, fields: [fields, backHere(asked)] },
  });
  return fields === null ? sent : html`<details><summary>${asked.say(button)}</summary>${sent}</details>`;
}
