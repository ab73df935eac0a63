import { ACTIONS, type Action } from "../../models/rights/actions.ts";
import { mayAnywhere } from "../../models/rights/anywhere.ts";
import type { Scope } from "../../models/rights/table.ts";
import { type Text, text } from "../../models/text.ts";
import { type Html, html } from "../../reports/markup.ts";
import { table } from "../../reports/table.ts";
import type { Asked } from "./asked.ts";
import { personOf } from "./asked.ts";
import { type Route, route, takes } from "./route.ts";
import { mayOpen } from "./shell/admit.ts";

const NAME = text("首页", "First page");

/** Where signing in leads: the pages one may open, and what one may do, said before anybody tries. */
export const homeRoutes = (all: () => readonly Route[]): readonly Route[] => [
  route({
    ...{ method: "get", path: "/", kind: "page", name: NAME, rule: { right: "own-account", over: "place" } },
    input: takes(),
    handle: async (asked) => {
      const { name } = personOf(asked);
      const pages = all().filter((one) => one.inHead && mayOpen(one, asked.visitor));
      const main = html`<p class="lead">${asked.say(text(`${name}，您好。您可以打开：`, `Welcome, ${name}. You may open:`))}</p>
<ul>${pages.map((page) => html`<li><a href="${page.path}">${asked.say(page.name)}</a></li>`)}</ul>
${rights(asked)}`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  }),
];

const SCOPES: Readonly<Record<Exclude<Scope, "none">, Text>> = {
  all: text("全县", "everything"),
  department: text("本部门主管的企业", "enterprises of your department"),
  region: text("本辖区的企业", "enterprises of your region"),
  assigned: text("指派给您的企业", "enterprises assigned to you"),
};

function rights(asked: Asked<unknown>): Html {
  const { say, language } = asked;
  const held = (Object.keys(ACTIONS) as Action[]).flatMap((action) => {
    const decision = mayAnywhere(personOf(asked), action);
    return decision.allowed && decision.scope !== "none" && action !== "own-account" ? [{ action, ...decision }] : [];
  });
  return table({
    caption: say(text("您的权限", "What you may do")),
    columns: [{ head: say(text("事项", "What")) }, { head: say(text("范围", "Of what")), wide: true }],
    rows: held.map(({ action, scope }) => ({
      name: say(ACTIONS[action].name),
      cells: [say(SCOPES[scope as Exclude<Scope, "none">])],
    })),
    ...{ empty: say(text("没有。", "none.")), language },
  });
}
