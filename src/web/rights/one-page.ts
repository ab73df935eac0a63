import type { Profile } from "../../../models/profile.ts";
import { RIGHTS_STATES, RULINGS, type Ruling } from "../../../models/rights/ruling.ts";
import { ACCOUNT_STATES } from "../../../models/sign-in/account-state.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { WAYS } from "../account/ways.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import { grantFields } from "../people/grant-fields.ts";
import { ofWhat, whenWords } from "../people/person-facts.ts";
import { roleNames } from "../people/role-names.ts";
import type { OneView } from "./rights-answer.ts";
import { REASON } from "./ruling-words.ts";

/** What an account may do, what can be ruled on it, and every word on it so far. */
export function onePage(asked: Asked<unknown>, view: OneView, profile: Profile): Answer {
  const { say } = asked;
  const { person } = view;
  const title = text(`授权：${person.account}`, `Rights: ${person.account}`);
  const main = html`${facts(asked, view, profile)}${signIns(asked, view)}${view.own ? html`<p class="note">${say(OWN)}</p>` : rulings(asked, view, profile)}
${history(asked, view, profile)}<p><a href="/rights">${say(text("返回授权列表", "Back to the list"))}</a></p>`;
  return { kind: "page", title: say(title), main };
}

const OWN = text(
  "这是您本人的账号，须由另一位安全管理员办理。",
  "This is your own account: another security officer rules on it.",
);

function facts(asked: Asked<unknown>, { person, rights }: OneView, profile: Profile): Html {
  const all: readonly (readonly [Text, string])[] = [
    [text("姓名", "Name"), person.name],
    [text("角色", "Roles"), roleNames(asked, person.roles)],
    [text("范围", "Of what"), ofWhat(asked, person, profile)],
    [text("统一身份", "Identity at the provider"), person.ssoSubject ?? ""],
    [text("授权", "Rights"), asked.say(RIGHTS_STATES[rights])],
    [text("账号状态", "State"), asked.say(ACCOUNT_STATES[person.state])],
    [text("上次登录", "Last sign-in"), whenWords(person.lastSignIn)],
  ];
  const known = all.filter(([, value]) => value !== "");
  return html`<dl class="facts">${known.map(([name, value]) => html`<dt>${asked.say(name)}</dt><dd>${value}</dd>`)}</dl>
`;
}

/** Whoever gave out the link could have used it: from where the account was taken into use tells. */
function signIns(asked: Asked<unknown>, { signIns: newest }: OneView): Html {
  const { say, language } = asked;
  const heads = [text("时间", "When"), text("方式", "Way"), text("地址", "Address"), text("设备", "Device")];
  return table({
    caption: say(text("最近登录（授权前核对是否本人）", "Newest sign-ins (were they the person’s own?)")),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: newest.map(({ at, way, address, agent }) => ({
      name: whenWords(at),
      cells: [say(WAYS[way]), address, agent],
    })),
    ...{ stack: true, language },
    empty: say(text("尚未登录过，链接还没有人用。", "none: nobody has used the link yet.")),
  });
}

/** A form for each ruling that the account's state allows; what is long is folded. */
function rulings(asked: Asked<unknown>, { person, rights }: OneView, profile: Profile): Part {
  const why = (of: string) => line(asked, { name: "reason", label: REASON, of, required: true });
  const fields: Readonly<Record<Ruling, Part>> = {
    grant: null,
    refuse: why("-refuse"),
    change: [...grantFields(asked, person, profile), why("-change")],
    withdraw: why("-withdraw"),
  };
  const allowed = (Object.keys(RULINGS) as Ruling[]).filter((ruling) => RULINGS[ruling].from.includes(rights));
  return allowed.map((ruling) => {
    const button = RULINGS[ruling].name;
    const folds = fields[ruling] !== null;
    const action = `/rights/${person.account}/${ruling}`;
    const sent = form(asked, { action, button, fields: fields[ruling], side: folds });
    return !folds
      ? sent
      : html`<details><summary>${asked.say(button)}</summary>${sent}</details>
`;
  });
}

function history(asked: Asked<unknown>, { decisions }: OneView, profile: Profile): Html {
  const { say, language } = asked;
  const heads = [
    ...[text("时间", "When"), text("办理人", "By"), text("结果", "Outcome"), text("角色", "Roles")],
    ...[text("范围", "Of what"), text("理由", "Reason")],
  ];
  return table({
    caption: say(text("授权记录", "What was decided")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 5 ? { wide: true } : {}) })),
    rows: decisions.map((one) => ({
      name: whenWords(one.at),
      cells: [
        ...[one.by, say(RIGHTS_STATES[one.state]), roleNames(asked, one.roles)],
        ...[ofWhat(asked, one, profile), one.reason],
      ],
    })),
    ...{ stack: true, empty: "", language },
  });
}
