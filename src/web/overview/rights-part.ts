import { ACTIONS, type Action } from "../../../models/rights/actions.ts";
import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import type { Scope } from "../../../models/rights/table.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { type Asked, personOf } from "../asked.ts";

const NAME = text("您的权限", "What you may do");

/** What one may do, opened in place. */
export const rightsPart = (asked: Asked<unknown>): Html =>
  html`<details><summary>${asked.say(NAME)}</summary>${rightsTable(asked)}</details>`;

const SCOPES: Readonly<Record<Exclude<Scope, "none">, Text>> = {
  all: text("全县", "everything"),
  department: text("本部门主管的企业", "enterprises of your department"),
  region: text("本辖区的企业", "enterprises of your region"),
  assigned: text("指派给您的企业", "enterprises assigned to you"),
};

export function rightsTable(asked: Asked<unknown>): Html {
  const { say, language } = asked;
  const held = (Object.keys(ACTIONS) as Action[]).flatMap((action) => {
    const decision = mayAnywhere(personOf(asked), action);
    return decision.allowed && decision.scope !== "none" && action !== "own-account" ? [{ action, ...decision }] : [];
  });
  return table({
    caption: say(NAME),
    columns: [{ head: say(text("事项", "What")) }, { head: say(text("范围", "Of what")), wide: true }],
    rows: held.map(({ action, scope }) => ({
      name: say(ACTIONS[action].name),
      cells: [say(SCOPES[scope as Exclude<Scope, "none">])],
    })),
    ...{ empty: say(text("没有。", "none.")), language },
  });
}
