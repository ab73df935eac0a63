import type { Profile } from "../../../models/profile.ts";
import { ACCOUNT_STATES, type AccountState } from "../../../models/sign-in/account-state.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { choice, line, lookFor } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import { nextPage } from "../pages/next-page.ts";
import { addForm, IDENTITY } from "./add-form.ts";
import type { ListedPerson, PeopleView } from "./people-answer.ts";
import { PAGE, type PeopleInput } from "./people-view.ts";
import { ofWhat, whenWords } from "./person-facts.ts";
import { roleNames } from "./role-names.ts";

type Place = Pick<WebOptions, "profile" | "sso">;

export const PEOPLE = text("账号", "People");

/** Who has an account and how it stands, and the forms that change it. */
export function peoplePage(asked: Asked<PeopleInput>, view: PeopleView, { profile, sso }: Place): Answer {
  const { say } = asked;
  const deeds = (one: ListedPerson): Part =>
    html`<div class="deeds">${deed(asked, one, "reset")}${sso === null ? null : identityForm(asked, one)}${one.state === "disabled" ? null : deed(asked, one, "disable")}</div>`;
  const main = html`<p class="lead">${say(sentence(view))}</p>
${peopleLook(asked, view, "/people")}${peopleTable(asked, view.people, profile, { head: text("操作", "Action"), cell: deeds })}${nextPage(asked, "/people", view.next)}<h2>${say(text("新建账号", "Add an account"))}</h2>${addForm(asked, profile, sso !== null)}`;
  return { kind: "page", title: say(PEOPLE), main };
}

const sentence = ({ total, securityOfficer }: PeopleView): Text =>
  securityOfficer
    ? text(
        `共${total}个账号。新建或重新发放链接的账号，角色经安全管理员授权后生效。`,
        `Accounts: ${total}. Roles of a new account, or of one given a new link, take effect once a security officer has granted them.`,
      )
    : text(
        `共${total}个账号。目前没有可用的安全管理员：第一个安全管理员账号建立即生效；曾经有过的，须由服务器管理人员在服务器上授权。`,
        `Accounts: ${total}. No security officer is in effect: the very first one counts as soon as it is added; where there was one before, it is granted on the server.`,
      );

const BUTTONS = { reset: text("重新发放链接", "New link"), disable: text("停用", "Disable") } as const;

const deed = (asked: Asked<unknown>, { account }: ListedPerson, task: keyof typeof BUTTONS): Part =>
  form(asked, {
    ...{ action: `/people/${task}`, button: BUTTONS[task], side: true },
    fields: html`<input type="hidden" name="account" value="${account}">`,
  });

/** Opens in place, filled in as it stands; blank takes it away. */
function identityForm(asked: Asked<unknown>, { account, ssoSubject }: ListedPerson): Part {
  const fields = html`<input type="hidden" name="account" value="${account}">${line(asked, {
    ...{ name: "sso", label: IDENTITY, of: `-${account}`, value: ssoSubject ?? "" },
  })}<p class="note">${asked.say(WAITS)}</p>`;
  return html`<details><summary>${asked.say(SSO)}</summary>${form(asked, { action: "/people/identity", button: SSO, side: true, fields })}</details>`;
}

const SSO = text("更改统一身份", "Change the identity");
const WAITS = text(
  "换了统一身份，角色须由安全管理员重新授权；不填则不再能用单点登录。",
  "With another identity the roles wait for the security officer again; left blank, single sign-on ends.",
);

/** Looked for only where there is more than a page, or something was looked for. */
export function peopleLook(asked: Asked<PeopleInput>, { total }: Pick<PeopleView, "total">, path: string): Part {
  const { q = "", state = "" } = asked.input.query;
  if (total <= PAGE && q === "" && state === "") return null;
  return lookFor(asked, path, text("查找", "Find"), [
    line(asked, { name: "q", label: text("账号或姓名", "Account or name"), value: q }),
    choice(asked, {
      ...{ name: "state", label: text("状态", "State"), chosen: state, unset: text("全部", "all") },
      options: Object.entries(ACCOUNT_STATES).map(([code, words]) => [code, asked.say(words)] as const),
    }),
  ]);
}

/** Accounts with what they were given and how they stand; the last cell is the page's own. */
export function peopleTable(
  asked: Asked<unknown>,
  people: readonly ListedPerson[],
  profile: Profile,
  last: { readonly head: Text; readonly cell: (one: ListedPerson) => Part },
  caption: Text = PEOPLE,
): Html {
  const { say, language } = asked;
  return table({
    caption: say(caption),
    columns: [...HEADS, last.head].map((head) => ({
      head: say(head),
      ...(head === SIGNED_IN ? { number: true } : {}),
    })),
    rows: people.map((one) => ({
      name: one.account,
      cells: [
        ...[nameCell(one), roleNames(asked, one.roles), ofWhat(asked, one, profile)],
        ...[say(ACCOUNT_STATES[one.state satisfies AccountState]), whenWords(one.lastSignIn), last.cell(one)],
      ],
    })),
    ...{ stack: true, language, empty: say(text("没有符合条件的账号。", "no account fits.")) },
  });
}

/** The name, and who they are at the provider of single sign-on. */
const nameCell = ({ name, ssoSubject }: ListedPerson): Part =>
  ssoSubject === null ? name : html`${name}<br><span class="small">${ssoSubject}</span>`;

const SIGNED_IN = text("上次登录", "Last sign-in");

const HEADS: readonly Text[] = [
  ...[text("账号", "Account"), text("姓名", "Name"), text("角色", "Roles"), text("范围", "Of what")],
  ...[text("状态", "State"), SIGNED_IN],
];
