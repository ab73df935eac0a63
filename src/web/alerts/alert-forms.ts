import { ACTIONS } from "../../../models/alert/actions.ts";
import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { dayAfter, dayOf } from "../../../models/instant.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { backHere, form } from "../pages/form.ts";
import type { ToldAlert } from "./alert-answer.ts";
import { ALERT_DEEDS, type AlertDeed } from "./alert-deeds.ts";
import { alertPath } from "./alert-params.ts";

/** An alert as lists know it; its own page knows more. */
type Handled = ToldAlert & {
  readonly specialist?: string | null;
  /** Whether a person closed it, which a person may take back. */
  readonly settled?: boolean;
  readonly snoozedUntil?: string | null;
};

type Fields = (asked: Asked<unknown>, of: string) => Part;

const reason =
  (label = text("原因", "Reason")): Fields =>
  (asked, of) =>
    line(asked, { name: "reason", label, of, required: true });

const FIELDS: Readonly<Record<AlertDeed["action"], Fields>> = {
  acknowledge: () => null,
  take: () => null,
  wake: () => null,
  assign: (asked, of) => line(asked, { name: "owner", label: text("负责人", "To whom"), of, required: true }),
  comment: reason(text("备注", "Comment")),
  snooze: (asked, of) => [
    line(asked, {
      ...{ name: "until", label: text("提醒恢复日", "Until"), of, required: true },
      ...{ type: "date", value: dayAfter(dayOf(asked.now), 7) },
    }),
    reason()(asked, of),
  ],
  close: (asked, of) => [choice(asked, { ...OUTCOME, options: outcomes(asked), of }), reason()(asked, of)],
  reopen: reason(),
};

const OUTCOME = { name: "outcome", label: text("结果", "Outcome") };
const outcomes = ({ language }: Asked<unknown>) =>
  Object.entries(OUTCOMES).map(([value, words]) => [value, words[language]] as const);

/** The forms for what this reader may do now; those that ask nothing are one press, the others open in place. */
export function alertForms(asked: Asked<unknown>, alert: Handled, where: "list" | "page" = "list"): Html {
  const { kind, departments, region, specialist = null } = alert;
  const subject = kind === "place" ? PLACE : ({ kind, departments, region, specialist } as const);
  const deeds = ALERT_DEEDS.filter(
    (deed) =>
      (where === "page" || deed.inLists) && isFor(deed, alert) && may(personOf(asked), deed.right, subject).allowed,
  );
  return html`<div class="deeds">${deeds.map((deed) => deedForm(asked, alert, deed, where))}</div>`;
}

function isFor({ action }: AlertDeed, { state, settled = false, snoozedUntil = null }: Handled): boolean {
  if (action === "reopen" && !settled) return false;
  if (action === "wake" && snoozedUntil === null) return false;
  return ACTIONS[action].from.includes(state);
}

function deedForm(asked: Asked<unknown>, alert: Handled, deed: AlertDeed, where: "list" | "page"): Part {
  const of = `-${deed.action}-${alert.number}`;
  const fields = FIELDS[deed.action](asked, of);
  const remark = deed.action === "acknowledge" && where === "page" ? line(asked, { ...REMARK, of }) : null;
  const sent = form(asked, {
    action: `${alertPath(alert)}/${deed.action}`,
    ...{ button: deed.button, side: true, fields: [fields, remark, backHere(asked)] },
  });
  return fields === null ? sent : html`<details><summary>${asked.say(deed.button)}</summary>${sent}</details>`;
}

const REMARK = { name: "reason", label: text("备注（可不填）", "Comment (may be left out)") };
