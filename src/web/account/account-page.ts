import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { complaint, form, notice } from "../pages/form.ts";
import { nameIn } from "../pages/level.ts";
import { whenWords } from "../people/person-facts.ts";
import { roleNames } from "../people/role-names.ts";
import type { Services } from "../sign-in/services.ts";
import type { AccountView } from "./account-answer.ts";
import { passwordForm, recoveryForm, tokenForm } from "./account-forms.ts";
import { accountView } from "./account-view.ts";
import { TOKEN_SCOPES } from "./token-scopes.ts";
import { WAYS } from "./ways.ts";

export const ACCOUNT = text("本人账号", "Your account");

/** Everything about one's own account on one page, with what just happened above it. */
export async function accountPage(
  services: Services,
  asked: Asked<unknown>,
  said: { readonly wrong?: readonly Text[]; readonly done?: Text } = {},
): Promise<Answer> {
  const view = await accountView(services, asked);
  const { profile } = services;
  const { language, say } = asked;
  const left = view.recoveryCodesLeft;
  const heading = (words: Text): Html => html`<h2>${say(words)}</h2>\n`;
  const main = html`${complaint(language, said.wrong ?? [])}${notice(language, said.done ?? null)}${facts(asked, view, profile)}
${heading(text("登录会话", "Sessions"))}${sessionTable(asked, view.sessions)}
${heading(text("密码", "Password"))}${passwordForm(asked, profile.passwords)}
${heading(text("第二重验证", "Second factor"))}<p>${say(text(`还有 ${left} 个恢复码未用。`, `${left} recovery codes are left.`))}</p>
${recoveryForm(asked)}<p><a href="/account/factor">${say(text("更换验证器", "Change the authenticator"))}</a></p>
${heading(text("接口令牌", "API tokens"))}${tokenTable(asked, view.tokens)}${tokenForm(asked)}`;
  return { kind: "page", title: say(ACCOUNT), main };
}

function facts(asked: Asked<unknown>, view: AccountView, profile: Profile): Html {
  const { say, language } = asked;
  const names = (codes: readonly string[], all: Profile["departments"] | Profile["regions"]) =>
    codes.map((code) => nameIn(asked, all, code)).join(language === "zh" ? "、" : ", ");
  const rows: readonly (readonly [Text, string])[] = [
    [text("账号", "Account"), view.account],
    [text("姓名", "Name"), view.name],
    [text("角色", "Roles"), roleNames(asked, view.roles)],
    [text("部门", "Departments"), names(view.departments, profile.departments)],
    [text("区划", "Regions"), names(view.regions, profile.regions)],
    [text("名册中的专员姓名", "Specialist in the register"), view.specialist ?? ""],
  ];
  const known = rows.filter(([, value]) => value !== "");
  return html`<dl class="facts">${known.map(([name, value]) => html`<dt>${say(name)}</dt><dd>${value}</dd>`)}</dl>`;
}

function sessionTable(asked: Asked<unknown>, sessions: AccountView["sessions"]): Html {
  const { say, language } = asked;
  const end = (id: number, own: boolean): Part =>
    own
      ? say(text("当前会话", "this one"))
      : form(asked, { action: `/account/sessions/${id}/end`, button: text("结束", "End"), fields: null, side: true });
  return table({
    caption: say(text("仍然有效的会话", "Sessions that still hold")),
    columns: [
      text("最近使用", "Last used"),
      text("方式", "Way"),
      text("地址", "Address"),
      text("设备", "Device"),
      text("操作", "Action"),
    ].map((head, i) => ({ head: say(head), ...(i === 3 ? { wide: true } : {}) })),
    rows: sessions.map(({ id, way, address, agent, seenAt, own }) => ({
      name: whenWords(seenAt),
      cells: [say(WAYS[way]), address, agent, end(id, own)],
    })),
    ...{ stack: true, empty: "", language },
  });
}

function tokenTable(asked: Asked<unknown>, tokens: AccountView["tokens"]): Html {
  const { say, language } = asked;
  const revoke = (id: number): Part =>
    form(asked, { action: `/account/tokens/${id}/revoke`, button: text("作废", "Revoke"), fields: null, side: true });
  return table({
    caption: say(text("有效的接口令牌", "Tokens that work")),
    columns: [
      text("名称", "Name"),
      text("权限", "Scope"),
      text("末四位", "Last four"),
      text("有效至", "Ends"),
      text("最近使用", "Last used"),
      text("操作", "Action"),
    ].map((head) => ({ head: say(head) })),
    rows: tokens.map(({ id, name, scope, lastFour, endsAt, usedAt }) => ({
      name,
      cells: [
        say(TOKEN_SCOPES[scope]),
        html`<span class="secret">…${lastFour}</span>`,
        whenWords(endsAt),
        usedAt === null ? say(text("从未", "never")) : whenWords(usedAt),
        revoke(id),
      ],
    })),
    ...{
      stack: true,
      empty: say(text("没有。程序调用接口时需要令牌。", "none. Programs need one to call the API.")),
      language,
    },
  });
}
