import { dayOf } from "../../../models/instant.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { deskKey } from "../../../models/routing/desk.ts";
import { deskName } from "../../../models/routing/desk-name.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import { type Asked, personOf } from "../asked.ts";
import type { RecipientsView, ToldRecipient } from "./recipient-answer.ts";
import { recipientForms, rowForms, type Setting } from "./recipient-forms.ts";
import { subscriptionPart } from "./subscription-part.ts";

export const RECIPIENTS_NAME = text("接收人", "Recipients");

/** Who is behind the desks and who stands in, the forms that change it, and the reports they are sent. */
export function recipientPage(asked: Asked<unknown>, view: RecipientsView, setting: Setting): Answer {
  const { profile } = setting;
  const { say } = asked;
  const mayKeep = may(personOf(asked), "manage-routes", PLACE).allowed;
  const main = html`<p class="lead">${say(lead(view, profile, dayOf(asked.now)))}</p>
<p class="note"><a href="/routes">${say(text("派单规则：哪些预警通知哪个单位", "Routes: which alerts go to which desk"))}</a></p>
${recipientTable(asked, view, setting)}
${mayKeep ? recipientForms(asked, view, setting) : null}
${subscriptionPart(asked, view, profile)}`;
  return { kind: "page", title: say(RECIPIENTS_NAME), main };
}

const isOver = ({ validTo }: ToldRecipient, today: string): boolean => validTo !== null && validTo < today;

function lead({ recipients }: RecipientsView, { departments, regions, place }: Profile, today: string): Text {
  const used = recipients.filter((one) => !isOver(one, today));
  const broken = used.filter((one) => one.broken !== null).length;
  const desks = [
    ...departments.map(({ code }) => deskKey({ kind: "department", code })),
    ...regions.filter(({ code }) => code !== place).map(({ code }) => deskKey({ kind: "region", code })),
  ];
  const empty = desks.filter((desk) => !used.some((one) => one.desk === desk)).length;
  return text(
    `接收人${used.length}个，其中地址失效${broken}个；${empty}个部门和乡镇街道没有接收人，其通知转领导小组办公室。`,
    `Recipients: ${used.length}, of whom ${broken} have an address that failed. ${empty} departments and towns have none; what they should be told goes to the leading group's office.`,
  );
}

function recipientTable(asked: Asked<unknown>, view: RecipientsView, setting: Setting): Html {
  const { say, language } = asked;
  const heads = [
    text("单位", "Desk"),
    text("姓名", "Name"),
    text("渠道与地址", "Channel and address"),
    text("有效期与状态", "Valid, and how it stands"),
    text("操作", "Action"),
  ];
  return table({
    caption: say(RECIPIENTS_NAME),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 3 ? { wide: true } : { tag: true }) })),
    rows: view.recipients.map((one) => ({
      name: html`${say(deskName(one.desk, setting.profile))}<br><span class="small">${say(text(`编号${one.id}`, `no. ${one.id}`))}</span>`,
      cells: [
        one.name,
        html`${one.channel}<br><span class="small">${one.hint}</span>`,
        [validity(one), standing(one, dayOf(asked.now)), ...plans(asked, view, one)]
          .map(say)
          .join(language === "zh" ? "；" : "; "),
        rowForms(asked, one, setting),
      ],
    })),
    ...{ stack: true, language },
    empty: say(text("还没有。请在下面添加。", "none yet. Add one below.")),
  });
}

const validity = ({ validFrom, validTo }: ToldRecipient): Text =>
  validFrom === null && validTo === null
    ? text("长期", "always")
    : text(`${validFrom ?? ""} – ${validTo ?? ""}`, `${validFrom ?? ""} – ${validTo ?? ""}`);

function standing(one: ToldRecipient, today: string): Text {
  if (isOver(one, today)) return text("已停止", "ended");
  return one.broken === null ? text("可用", "works") : text(`地址失效：${one.broken}`, `address failed: ${one.broken}`);
}

/** Of what is planned for them what is not over. */
function plans(
  asked: Asked<unknown>,
  { recipients, absences, duties }: RecipientsView,
  { id, desk }: ToldRecipient,
): readonly Text[] {
  const today = dayOf(asked.now);
  const nameOf = (deputy: number) => recipients.find((one) => one.id === deputy)?.name ?? String(deputy);
  const away = absences
    .filter((one) => one.recipient === id && one.until >= today)
    .map(({ from, until, deputy }) =>
      deputy === null
        ? text(`外出 ${from} – ${until}，无人代班`, `away ${from} – ${until}, nobody stands in`)
        : text(
            `外出 ${from} – ${until}，${nameOf(deputy)}代班`,
            `away ${from} – ${until}, ${nameOf(deputy)} stands in`,
          ),
    );
  const onDuty = duties
    .filter((one) => one.recipient === id && one.desk === desk && one.until >= today)
    .map(({ from, until }) => text(`值班 ${from} – ${until}`, `on duty ${from} – ${until}`));
  return [...away, ...onDuty];
}
