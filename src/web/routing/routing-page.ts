import type { Profile } from "../../../models/profile.ts";
import { departmentName } from "../../../models/routing/route-words.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import type { RoutingView } from "./routing-answer.ts";

export const ROUTING_NAME = text("派单规则", "Routes");

/** Which alert goes to which desk, when, and who hears of it when nobody acknowledges. */
export function routingPage(asked: Asked<unknown>, view: RoutingView, profile: Profile): Answer {
  const { say } = asked;
  const main = html`<p class="lead">${say(lead(view, profile))}</p>
${routeTable(asked, view)}
<h2>${say(text("逾期未签收", "When nobody acknowledges"))}</h2>${escalationTable(asked, view, profile)}
<p class="note">${say(KEPT)}</p>`;
  return { kind: "page", title: say(ROUTING_NAME), main };
}

const KEPT = text(
  "规则写在本地区的配置中，随版本更新；单位由谁接收，见“接收人”。",
  "The routes stand in the place's profile and change with its version; who is behind a desk stands under recipients.",
);

function lead({ atOnce, dailyAt, fallback }: RoutingView, { levels, departments }: Profile): Text {
  const urgent = atOnce.map((code) => levels.find((level) => level.code === code)?.name ?? text(code, code));
  const office = departmentName(fallback, departments);
  return text(
    `${urgent.map(({ zh }) => zh).join("、")}立即通知，其余每个工作日${dailyAt}汇总成一条；没有对应单位或单位没有接收人的，转${office.zh}。`,
    `${urgent.map(({ en }) => en).join(" and ")} alerts are told at once, the others in one message at ${dailyAt} of each working day. What no desk or nobody behind it can be told goes to ${office.en}.`,
  );
}

function routeTable({ say, language }: Asked<unknown>, { routes }: RoutingView): Html {
  const heads = [
    text("规则", "Route"),
    text("什么预警", "Which alerts"),
    text("通知谁", "Who is told"),
    text("依据", "Because of"),
  ];
  return table({
    caption: say(ROUTING_NAME),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 3 ? { wide: true } : {}) })),
    rows: routes.map(({ parent, name, when, to, because }) => ({
      name: say(name),
      cells: [say(when), to.map(say).join(language === "zh" ? "、" : "; "), say(because)],
      ...(parent === null ? {} : { kind: "sub" as const }),
    })),
    ...{ stack: true, language, empty: say(text("没有。", "none.")) },
  });
}

function escalationTable(asked: Asked<unknown>, { escalations }: RoutingView, profile: Profile): Html {
  const { say, language } = asked;
  const heads = [
    text("等级", "Level"),
    text("未签收满", "Not acknowledged for"),
    text("同时通知", "Told as well"),
    text("依据", "Because of"),
  ];
  return table({
    caption: say(text("升级通知", "Escalation")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 3 ? { wide: true } : { tag: true }) })),
    rows: escalations.map(({ level, after, department, because }) => ({
      name: levelMark(asked, profile, level),
      cells: [
        say(text(`${after}小时`, `${after} h`)),
        say(departmentName(department, profile.departments)),
        say(because),
      ],
    })),
    ...{ stack: true, language, empty: say(text("没有。", "none.")) },
  });
}
