import type { Profile } from "../../../models/profile.ts";
import { KIND_NAMES, REPORT_KINDS } from "../../../models/report-kind.ts";
import { scopeKey, scopeOfKey } from "../../../models/report-scope.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { subjectOf } from "../../../reports/titles.ts";
import type { Asked } from "../asked.ts";
import { choice } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import { FILE_FORMATS } from "../report-desk.ts";
import type { RecipientsView } from "./recipient-answer.ts";

const TITLE = text("报告订阅", "Reports they are sent");
const END = text("退订", "End");

/** Which report goes to whom whenever one is issued, and the forms that begin and end it. */
export const subscriptionPart = (asked: Asked<unknown>, view: RecipientsView, profile: Profile): Html =>
  html`<h2 id="subscriptions">${asked.say(TITLE)}</h2>${subscriptionTable(asked, view, profile)}${addForm(asked, view, profile)}`;

function subscriptionTable(
  asked: Asked<unknown>,
  { recipients, subscriptions }: RecipientsView,
  profile: Profile,
): Html {
  const { say, language } = asked;
  const heads = [
    text("接收人", "Recipient"),
    text("报告", "Report"),
    text("范围", "Of"),
    text("附件", "Files"),
    text("操作", "Action"),
  ];
  return table({
    caption: say(text("报告印发时寄送", "Sent whenever one is issued")),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: subscriptions.map(({ id, recipient, kind, scope, formats }) => ({
      name: recipients.find((one) => one.id === recipient)?.name ?? String(recipient),
      cells: [
        say(KIND_NAMES[kind]),
        scopeName(asked, profile, scope),
        formats.join(language === "zh" ? "、" : ", "),
        form(asked, { action: `/subscriptions/${id}/end`, button: END, side: true, fields: null }),
      ],
    })),
    ...{ stack: true, language },
    empty: say(text("还没有人订阅。", "nobody is subscribed yet.")),
  });
}

/** A key without a code is the whole place's. */
const scopeName = ({ say, language }: Asked<unknown>, profile: Profile, key: string): string =>
  key === "" ? profile.title[language] : say(subjectOf(profile, scopeOfKey(key)));

function addForm(asked: Asked<unknown>, { recipients }: RecipientsView, profile: Profile): Part {
  if (recipients.length === 0) return null;
  const { say } = asked;
  const keys = [
    ...profile.departments.map(({ code }) => scopeKey({ dimension: "department", code })),
    ...profile.regions
      .filter(({ code }) => code !== profile.place)
      .map(({ code }) => scopeKey({ dimension: "region", code })),
  ];
  const fields = [
    choice(asked, {
      ...{ name: "recipient", label: text("接收人", "Recipient") },
      options: recipients.map(({ id, name, desk, hint }) => [String(id), `${name} · ${desk} · ${hint}`] as const),
    }),
    choice(asked, {
      ...{ name: "kind", label: text("报告", "Report") },
      options: REPORT_KINDS.map((kind) => [kind, say(KIND_NAMES[kind])] as const),
    }),
    choice(asked, {
      ...{ name: "scope", label: text("范围（部门和乡镇街道只有月报）", "Scope (parts have monthly reports alone)") },
      ...{ unset: profile.title, options: keys.map((key) => [key, scopeName(asked, profile, key)] as const) },
    }),
    html`<fieldset class="tick"><legend>${say(FORMATS)}</legend>${FILE_FORMATS.map(formatBox)}</fieldset>
`,
  ];
  const sent = form(asked, { action: "/subscriptions", button: ADD, side: true, fields });
  return html`<details><summary>${say(ADD)}</summary>${sent}</details>`;
}

const ADD = text("添加订阅", "Subscribe somebody");
const FORMATS: Text = text("附件格式（附件只随邮件寄出）", "Files (attached to mail alone)");
/** What offices open: the others are there for programs. */
const USUAL: readonly string[] = ["docx", "pdf", "xlsx"];

const formatBox = (format: string): Html =>
  html`<label><input type="checkbox" name="format" value="${format}"${USUAL.includes(format) ? html` checked` : null}> ${format}</label>`;
