import { dayOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { deskKey } from "../../../models/routing/desk.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { type Asked, personOf } from "../asked.ts";
import type { ConfiguredChannel } from "../notify-desk.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import type { RecipientsView, ToldRecipient } from "./recipient-answer.ts";

const END = text("停止发送", "End");
const FIXED = text("已修好，恢复发送", "Works again");
const REVEAL = text("查看地址", "Show the address");
const ADD = text("添加接收人", "Add a recipient");
const AWAY = text("登记外出与代班", "Somebody is away");
const DUTY = text("登记休息日值班", "On duty on days off");
const LAST = text("最后一天", "Last day");
const DONE = text("做了什么", "What was done");
const FROM = text("开始日期", "First day");
const UNTIL = text("结束日期（含）", "Last day");

/** What can be done with one recipient. */
export function rowForms(asked: Asked<unknown>, { id, broken }: ToldRecipient): Html {
  const allowed = (right: "manage-routes" | "reveal-address") => may(personOf(asked), right, PLACE).allowed;
  const of = `-${id}`;
  const last = line(asked, {
    ...{ name: "last", label: LAST, of },
    type: "date",
    value: dayOf(asked.now),
    required: true,
  });
  const done = line(asked, { ...{ name: "reason", label: DONE, of }, required: true });
  return html`<div class="deeds">${allowed("manage-routes") ? opening(asked, `/recipients/${id}/end`, END, last) : null}${
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
  profile: Profile,
  channels: readonly ConfiguredChannel[],
): Html {
  const others =
    recipients.length === 0
      ? null
      : html`${opening(asked, "/recipients/away", AWAY, awayFields(asked, recipients))}${opening(asked, "/recipients/duty", DUTY, dutyFields(asked, recipients))}`;
  return html`<div class="deeds">${opening(asked, "/recipients", ADD, addFields(asked, profile, channels))}${others}</div>`;
}

function addFields(
  asked: Asked<unknown>,
  { departments, regions, place }: Profile,
  channels: readonly ConfiguredChannel[],
) {
  const { language } = asked;
  const of = "-add";
  const desks = [
    ...departments.map(({ code, name }) => [deskKey({ kind: "department", code }), name[language]] as const),
    ...regions
      .filter(({ code }) => code !== place)
      .map(({ code, name }) => [deskKey({ kind: "region", code }), name[language]] as const),
  ];
  const words = (name: string, label: Text, required = false) => line(asked, { name, label, of, required });
  return [
    choice(asked, {
      ...{ name: "desk", label: text("单位", "Desk"), of, options: desks },
      unset: text("就业服务专员（姓名填在下面）", "a specialist, named below"),
    }),
    words("specialist", text("就业服务专员姓名（如名册所写）", "Specialist, as the register writes the name")),
    words("name", text("姓名或群名", "Name of the person or group"), true),
    choice(asked, {
      ...{ name: "channel", label: text("渠道", "Channel"), of },
      options: channels.map(({ name, kind }) => [name, `${name} · ${kind}`] as const),
    }),
    words("address", text("地址（不填用渠道自己的地址）", "Address (blank: the channel's own)")),
    choice(asked, {
      ...{ name: "language", label: text("消息语言", "Language of messages"), of },
      options: [
        ["zh", "中文"],
        ["en", "English"],
      ],
    }),
    line(asked, {
      name: "validFrom",
      label: text("生效日期（可不填）", "First day (may be left out)"),
      of,
      type: "date",
    }),
    line(asked, { name: "validTo", label: text("失效日期（可不填）", "Last day (may be left out)"), of, type: "date" }),
  ];
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
