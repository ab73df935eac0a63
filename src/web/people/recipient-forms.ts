import { dayOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import type { ConfiguredChannel } from "../notify-desk.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import type { RecipientsView, ToldRecipient } from "./recipient-answer.ts";
import { recipientFields } from "./recipient-fields.ts";

const END = text("停止发送", "End");
const FIXED = text("已修好，恢复发送", "Works again");
const REVEAL = text("查看地址", "Show the address");
const AMEND = text("更改", "Change");
const ADD = text("添加接收人", "Add a recipient");
const AWAY = text("登记外出与代班", "Somebody is away");
const DUTY = text("登记休息日值班", "On duty on days off");
const LAST = text("最后一天", "Last day");
const DONE = text("做了什么", "What was done");
const FROM = text("开始日期", "First day");
const UNTIL = text("结束日期（含）", "Last day");

export interface Setting {
  readonly profile: Profile;
  readonly channels: readonly ConfiguredChannel[];
}

/** What can be done with one recipient. */
export function rowForms(asked: Asked<unknown>, one: ToldRecipient, { profile, channels }: Setting): Html {
  const { id, broken } = one;
  const allowed = (right: "manage-routes" | "reveal-address") => may(personOf(asked), right, PLACE).allowed;
  const of = `-${id}`;
  const last = line(asked, {
    ...{ name: "last", label: LAST, of },
    type: "date",
    value: dayOf(asked.now),
    required: true,
  });
  const done = line(asked, { ...{ name: "reason", label: DONE, of }, required: true });
  return html`<div class="deeds">${
    allowed("manage-routes")
      ? opening(asked, `/recipients/${id}/amend`, AMEND, recipientFields(asked, profile, channels, one))
      : null
  }${allowed("manage-routes") ? opening(asked, `/recipients/${id}/end`, END, last) : null}${
    allowed("manage-routes") && broken !== null ? opening(asked, `/recipients/${id}/fixed`, FIXED, done) : null
  }${allowed("reveal-address") ? form(asked, { action: `/recipients/${id}/address`, button: REVEAL, side: true, fields: null }) : null}</div>`;
}

/** A form that opens in place. */
const opening = (asked: Asked<unknown>, action: string, button: Text, fields: Part): Html =>
  html`<details><summary>${asked.say(button)}</summary>${form(asked, { action, button, side: true, fields })}</details>`;

/** Who is added, who is away, who is on duty. */
export function recipientForms(
  asked: Asked<unknown>,
  { recipients }: RecipientsView,
  { profile, channels }: Setting,
): Html {
  const others =
    recipients.length === 0
      ? null
      : html`${opening(asked, "/recipients/away", AWAY, awayFields(asked, recipients))}${opening(asked, "/recipients/duty", DUTY, dutyFields(asked, recipients))}`;
  return html`<div class="deeds">${opening(asked, "/recipients", ADD, recipientFields(asked, profile, channels))}${others}</div>`;
}

const oneOf = (recipients: readonly ToldRecipient[]) =>
  recipients.map(({ id, name, channel, hint }) => [String(id), `${id} ${name} · ${channel} ${hint}`] as const);

const span = (asked: Asked<unknown>, of: string): Part => [
  line(asked, { ...{ name: "from", label: FROM, of, required: true }, type: "date", value: dayOf(asked.now) }),
  line(asked, { ...{ name: "until", label: UNTIL, of, required: true }, type: "date" }),
];

const awayFields = (asked: Asked<unknown>, recipients: readonly ToldRecipient[]): Part => [
  choice(asked, { name: "recipient", label: text("谁外出", "Who is away"), of: "-away", options: oneOf(recipients) }),
  span(asked, "-away"),
  choice(asked, {
    ...{ name: "deputy", label: text("代班人", "Who stands in"), of: "-away", options: oneOf(recipients) },
    unset: text("无", "nobody"),
  }),
  line(asked, { name: "reason", label: text("原因", "Reason"), of: "-away", required: true }),
];

const dutyFields = (asked: Asked<unknown>, recipients: readonly ToldRecipient[]): Part => [
  choice(asked, {
    name: "recipient",
    label: text("谁值班", "Who is on duty"),
    of: "-duty",
    options: oneOf(recipients),
  }),
  span(asked, "-duty"),
];
