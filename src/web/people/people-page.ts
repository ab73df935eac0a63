import type { Named, Profile } from "../../../models/profile.ts";
import { ROLES } from "../../../models/rights/roles.ts";
import { text } from "../../../models/text.ts";
import { html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import { nameIn } from "../pages/level.ts";
import type { ListedPerson } from "./people-answer.ts";

export const PEOPLE = text("账号", "People");

/** Who has an account, what each may do, and the forms that change it. */
export function peoplePage(asked: Asked<unknown>, people: readonly ListedPerson[], profile: Profile): Answer {
  const { say, language } = asked;
  const heads = [
    text("账号", "Account"),
    text("姓名", "Name"),
    text("角色", "Roles"),
    text("范围", "Of what"),
    text("状态", "State"),
    text("操作", "Action"),
  ];
  const main = html`${table({
    caption: say(PEOPLE),
    columns: heads.map((head) => ({ head: say(head) })),
    rows: people.map((one) => ({
      name: one.account,
      cells: [
        one.name,
        one.roles.map((role) => say(ROLES[role].name)).join(language === "zh" ? "、" : ", "),
        ofWhat(asked, one, profile),
        say(one.disabled ? text("已停用", "disabled") : text("可用", "works")),
        html`<div class="deeds">${deed(asked, one, "reset")}${one.disabled ? null : deed(asked, one, "disable")}</div>`,
      ],
    })),
    ...{ stack: true, empty: "", language },
  })}<h2>${say(text("新建账号", "Add an account"))}</h2>${addForm(asked, profile)}`;
  return { kind: "page", title: say(PEOPLE), main };
}

const BUTTONS = { reset: text("重新发放链接", "New link"), disable: text("停用", "Disable") } as const;

const deed = (asked: Asked<unknown>, { account }: ListedPerson, task: keyof typeof BUTTONS): Part =>
  form(asked, {
    ...{ action: `/people/${task}`, button: BUTTONS[task], side: true },
    fields: html`<input type="hidden" name="account" value="${account}">`,
  });

function ofWhat(asked: Asked<unknown>, { departments, regions, specialist }: ListedPerson, profile: Profile): string {
  const codes = [
    ...departments.map((code) => nameIn(asked, profile.departments, code)),
    ...regions.map((code) => nameIn(asked, profile.regions, code)),
  ];
  return [...codes, ...(specialist === null ? [] : [specialist])].join(asked.language === "zh" ? "、" : ", ");
}

function addForm(asked: Asked<unknown>, { departments, regions }: Profile): Part {
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
    ],
  });
}
