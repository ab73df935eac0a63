import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { html, type Part } from "../../../reports/markup.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { line } from "../pages/choice.ts";
import { backHere, form } from "../pages/form.ts";
import { nextPage } from "../pages/next-page.ts";
import type { ListedPerson } from "../people/people-answer.ts";
import { peopleLook, peopleTable } from "../people/people-page.ts";
import type { PeopleInput } from "../people/people-view.ts";
import type { RightsView } from "./rights-answer.ts";
import { REASON, rulingWords } from "./ruling-words.ts";

export const RIGHTS_NAME = text("授权", "Rights");

/** What waits first, each with its yes and no; below it every account, each leading to its own page. */
export function rightsPage(asked: Asked<PeopleInput>, view: RightsView, profile: Profile): Answer {
  const { say } = asked;
  const open = (one: ListedPerson): Part =>
    html`<a href="/rights/${one.account}">${say(text("查看与变更", "Look and change"))}</a>`;
  const decide = (one: ListedPerson): Part => decision(asked, one, open(one));
  const waiting =
    view.waiting.length === 0
      ? null
      : peopleTable(asked, view.waiting, profile, { head: DECIDE, cell: decide }, WAITING);
  const main = html`<p class="lead">${say(sentence(view.waiting.length))}</p>
${waiting}<h2>${say(text("全部账号", "All accounts"))}</h2>
${peopleLook(asked, view, "/rights")}${peopleTable(asked, view.people, profile, { head: DECIDE, cell: open })}${nextPage(asked, "/rights", view.next)}`;
  return { kind: "page", title: say(RIGHTS_NAME), main };
}

const DECIDE = text("授权", "Rights");
const WAITING = text("待授权账号", "Accounts that wait for rights");

const sentence = (waiting: number): Text =>
  waiting === 0
    ? text("没有待授权的账号。", "No account waits for rights.")
    : text(
        `有${waiting}个账号待授权。授权前请向本人核实：账号确由其本人设置了密码，角色与岗位相符。`,
        `Accounts that wait for rights: ${waiting}. Ask each person first: that they set the password themselves, and that the roles are theirs.`,
      );

function decision(asked: Asked<unknown>, { account }: ListedPerson, open: Part): Part {
  const deed = (ruling: "grant" | "refuse", fields: Part) =>
    form(asked, {
      ...{ action: `/rights/${account}/${ruling}`, button: rulingWords(ruling), side: true },
      fields: [backHere(asked), fields],
    });
  const why = line(asked, { name: "reason", label: REASON, of: `-${account}`, required: true });
  return html`<div class="deeds">${deed("grant", null)}<details><summary>${asked.say(rulingWords("refuse"))}</summary>${deed("refuse", why)}</details>${open}</div>`;
}
