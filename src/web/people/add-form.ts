import type { Named, Profile } from "../../../models/profile.ts";
import { ROLES } from "../../../models/rights/roles.ts";
import { text } from "../../../models/text.ts";
import type { Part } from "../../../reports/markup.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";

export const IDENTITY = text(
  "单点登录的统一身份（签发者地址|主体，可不填）",
  "Identity at the provider of single sign-on (its address|subject; may be left out)",
);

/** A new account has one role; the security officer can give it more. Where there is a provider, who it is there. */
export function addForm(asked: Asked<unknown>, { departments, regions }: Profile, sso: boolean): Part {
  const { say, language } = asked;
  const none = text("无", "none");
  const named = (all: readonly Named[]) => all.map(({ code, name }) => [code, name[language]] as const);
  return form(asked, {
    ...{ action: "/people/add", button: text("新建并取得一次性链接", "Add and get the one-time link") },
    fields: [
      line(asked, { name: "account", label: text("账号", "Account"), required: true }),
      line(asked, { name: "name", label: text("姓名", "Name"), required: true }),
      choice(asked, {
        name: "role",
        label: text("角色", "Role"),
        options: Object.entries(ROLES).map(([code, { name }]) => [code, say(name)]),
      }),
      choice(asked, {
        name: "department",
        label: text("部门（行业主管部门须填）", "Department (regulators)"),
        options: named(departments),
        unset: none,
      }),
      choice(asked, {
        name: "region",
        label: text("区划（乡镇街道须填）", "Region (townships)"),
        options: named(regions),
        unset: none,
      }),
      line(asked, {
        name: "specialist",
        label: text("名册中的专员姓名（专员须填）", "Name in the register (specialists)"),
      }),
      sso ? line(asked, { name: "sso", label: IDENTITY }) : null,
    ],
  });
}
