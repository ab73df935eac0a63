import { AUDIT_ACTIONS } from "../../../models/audit/audit-action.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { choice, line, lookFor } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import { nextPage } from "../pages/next-page.ts";
import { whenWords } from "../people/person-facts.ts";
import type { AuditView } from "./audit-answer.ts";
import type { AuditInput } from "./audit-view.ts";

export const AUDIT = text("审计记录", "Audit log");

/** What people did, newest first, looked through by who, what and when; and the chain checked and the rows taken out. */
export function auditPage(asked: Asked<AuditInput>, view: AuditView): Answer {
  const { say } = asked;
  const main = html`<p class="lead">${say(sentence(asked, view.total))}</p>
${look(asked)}${entries(asked, view)}${nextPage(asked, "/audit", view.next)}${doings(asked, view)}`;
  return { kind: "page", title: say(AUDIT), main };
}

function sentence({ input }: Asked<AuditInput>, total: number): Text {
  const { lang: _lang, after: _after, ...sought } = input.query;
  return Object.values(sought).some((value) => value)
    ? text(`符合条件的记录共${exact(total)}条。`, `Rows that fit: ${exact(total)}.`)
    : text(`审计记录共${exact(total)}条，由新到旧。`, `The log has ${exact(total)} rows, newest first.`);
}

function look(asked: Asked<AuditInput>): Html {
  const { who = "", action = "", from = "", to = "" } = asked.input.query;
  const options = Object.entries(AUDIT_ACTIONS).map(([code, words]) => [code, asked.say(words)] as const);
  return lookFor(asked, "/audit", text("查找", "Find"), [
    line(asked, { name: "who", label: text("何人（账号）", "Who (account)"), value: who }),
    choice(asked, {
      ...{ name: "action", label: text("何事", "What"), chosen: action, unset: text("全部", "everything"), options },
    }),
    line(asked, { name: "from", label: text("自（日期）", "From (day)"), type: "date", value: from }),
    line(asked, { name: "to", label: text("至（日期，含当日）", "To (day, included)"), type: "date", value: to }),
  ]);
}

const HEADS: readonly Text[] = [
  ...[text("序号", "No."), text("时间", "When"), text("何人", "Who"), text("何事", "What")],
  ...[text("对象", "To what"), text("详情", "Details")],
];

function entries({ say, language }: Asked<unknown>, view: AuditView): Html {
  return table({
    caption: say(AUDIT),
    columns: HEADS.map((head, i) => ({ head: say(head), ...(i === 5 ? { wide: true } : {}) })),
    rows: view.entries.map(({ position, at, who, name, what, told }) => ({
      name: String(position),
      cells: [whenWords(at), say(who), say(name), say(what), say(told)],
    })),
    ...{ stack: true, language, empty: say(text("没有符合条件的记录。", "no row fits.")) },
  });
}

/** Taking out the rows that were looked for, and following the chain from its start or from where it was noted down. */
function doings(asked: Asked<AuditInput>, { total }: AuditView): Html {
  const { lang: _lang, after: _after, ...sought } = asked.input.query;
  const given = Object.entries(sought).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(given).toString();
  const since = line(asked, { name: "since", label: SINCE });
  return html`<h2>${asked.say(text("导出与核对", "Take out and check"))}</h2>
<p><a href="/audit/export.csv${query === "" ? "" : `?${query}`}">${asked.say(exportWords(total))}</a></p>
${form(asked, { action: "/audit/check", button: CHECK, fields: since, side: true })}`;
}

const exportWords = (total: number): Text =>
  text(
    `导出上述${exact(total)}条（CSV，导出本身记入日志）`,
    `Take these ${exact(total)} rows out (csv; that too is logged)`,
  );

export const CHECK = text("核对哈希链", "Check the chain");
const SINCE = text(
  "自何处起（可不填；填上次核对得到的“位置:散列”）",
  "From where on (may be left blank; the “position:hash” of an earlier check)",
);
