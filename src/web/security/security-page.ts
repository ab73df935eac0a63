import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { WAYS } from "../account/ways.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { form } from "../pages/form.ts";
import { nextPage } from "../pages/next-page.ts";
import { whenWords } from "../people/person-facts.ts";
import type { SecurityView } from "./security-answer.ts";
import type { SecurityInput } from "./security-view.ts";

export const SECURITY = text("安全", "Security");

/** Who is locked out and who is in, each with the way to end it, and the rules in force. */
export function securityPage(asked: Asked<SecurityInput>, view: SecurityView): Answer {
  const main = html`<p class="lead">${asked.say(sentence(view))}</p>
${lockedTable(asked, view)}${addressTable(asked, view)}${sessionTable(asked, view)}${nextPage(asked, "/security", view.next)}${policyTable(asked, view)}`;
  return { kind: "page", title: asked.say(SECURITY), main };
}

function sentence({ locked, addresses, strangers, total }: SecurityView): Text {
  const [accounts, from] = [locked.length, addresses.length];
  return text(
    `锁定账号${accounts}个、地址${from}个；另有不存在的账号名${strangers}个被锁定；有效会话${total}个。`,
    `Locked accounts: ${accounts}; addresses: ${from}; names that are nobody's account: ${strangers}. Sessions that hold: ${total}.`,
  );
}

const plainTable = (
  { say, language }: Asked<unknown>,
  { caption, empty }: { readonly caption: Text; readonly empty: Text },
  heads: readonly Text[],
  rows: readonly { readonly name: Part; readonly cells: readonly Part[] }[],
): Html =>
  table({
    caption: say(caption),
    columns: heads.map((head) => ({ head: say(head), ...(MOMENTS.includes(head) ? { number: true } : {}) })),
    ...{ rows, stack: true, language, empty: say(empty) },
  });

const ACTION = text("操作", "Action");
const UNTIL = text("到期自动解除", "Ends by itself");
const BEGAN = text("开始", "Began");
const USED = text("最近使用", "Last used");
/** Columns of digits, which a phone names beside each. */
const MOMENTS: readonly Text[] = [UNTIL, BEGAN, USED];
const NONE = text("没有。", "none.");

const lockedTable = (asked: Asked<unknown>, { locked }: SecurityView): Html =>
  plainTable(
    asked,
    { caption: text("锁定的账号", "Locked accounts"), empty: NONE },
    [text("账号", "Account"), text("姓名", "Name"), UNTIL, ACTION],
    locked.map(({ account, name, until }) => ({
      name: account,
      cells: [
        ...[name, whenWords(until)],
        form(asked, {
          ...{ action: "/security/unlock", button: text("解锁", "Unlock"), side: true },
          fields: html`<input type="hidden" name="account" value="${account}">`,
        }),
      ],
    })),
  );

const addressTable = (asked: Asked<unknown>, { addresses }: SecurityView): Part =>
  addresses.length === 0
    ? null
    : plainTable(
        asked,
        { caption: text("锁定的地址", "Locked addresses"), empty: NONE },
        [text("地址", "Address"), UNTIL],
        addresses.map(({ address, until }) => ({ name: address, cells: [whenWords(until)] })),
      );

function sessionTable(asked: Asked<unknown>, { sessions }: SecurityView): Html {
  const end = (id: number, own: boolean): Part =>
    own
      ? asked.say(text("当前会话", "this one"))
      : form(asked, { action: `/security/sessions/${id}/end`, button: text("结束", "End"), fields: null, side: true });
  return plainTable(
    asked,
    { caption: text("有效会话", "Sessions that hold"), empty: NONE },
    [
      ...[text("账号", "Account"), text("姓名", "Name"), text("方式", "Way"), text("地址", "Address")],
      ...[text("设备", "Device"), BEGAN, USED, ACTION],
    ],
    sessions.map(({ id, account, name, way, secondFactor, address, agent, createdAt, seenAt, own }) => ({
      name: account,
      cells: [
        ...[name, asked.say(secondFactor ? WAYS[way] : HALF), address, agent],
        ...[whenWords(createdAt), whenWords(seenAt), end(id, own)],
      ],
    })),
  );
}

const HALF = text("未过第二重验证", "second factor not shown");

const policyTable = (asked: Asked<unknown>, { policies }: SecurityView): Html =>
  plainTable(
    asked,
    { caption: text("现行安全策略", "Rules in force"), empty: NONE },
    [
      ...[text("类别", "Kind"), text("事项", "Rule"), text("现值", "Value")],
      ...[text("依据", "Why"), text("在何处设定", "Set where")],
    ],
    policies.map(({ group, name, value, why, where }) => ({
      name: asked.say(group),
      cells: [name, value, why, where].map(asked.say),
    })),
  );
