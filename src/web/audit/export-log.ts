import { Problem } from "../../../models/problem.ts";
import { text } from "../../../models/text.ts";
import { csvText } from "../../../reports/formats/csv.ts";
import { auditFound, countAudit } from "../../db/audit/audit.ts";
import type { Asked } from "../asked.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { momentWords } from "../pages/moment.ts";
import { filterOf, toldEntry } from "./audit-view.ts";

type Sought = Parameters<typeof filterOf>[0];

/** Rows that one file takes: beyond it the command line writes them without holding them. */
const MOST = 100_000;

/** The rows looked for as a table, oldest first, in words and as they are kept; that they left stands in the log. */
export async function exportLog(
  { db, profile }: Pick<WebOptions, "db" | "profile">,
  asked: Asked<unknown>,
  sought: Sought,
): Promise<{ readonly name: string; readonly rows: number; readonly csv: string }> {
  const filter = filterOf(sought);
  if ((await countAudit(db, filter)) > MOST) throw tooManyRows();
  const { who, action, from, to } = sought;
  const detail = { format: "csv", ...given({ who, action, from, to }) };
  const rows = await asked.change({ action: "export", subject: "audit", detail }, (tx) =>
    auditFound(tx, filter, { before: null, size: MOST }),
  );
  const lines = rows.toReversed().map((row) => {
    const { position, who: by, name, action: code, what, told, hash } = toldEntry(row, profile);
    const words = [momentWords(row.at), asked.say(by), asked.say(name), code, asked.say(what), asked.say(told)];
    return [position, ...words, row.actor, row.subject, row.detail, row.previous, hash];
  });
  const head = HEADS.map(asked.say);
  return {
    name: `audit-${momentWords(asked.now).slice(0, 10)}.csv`,
    rows: rows.length,
    csv: csvText([head, ...lines]),
  };
}

const HEADS = [
  ...[text("序号", "No."), text("时间", "When"), text("何人", "Who"), text("何事", "What"), text("动作代码", "Action")],
  ...[text("对象", "To what"), text("详情", "Details"), text("账号原文", "Actor as kept")],
  ...[text("对象原文", "Subject as kept"), text("详情原文", "Details as kept")],
  ...[text("前一条散列", "Hash of the row before"), text("本条散列", "Hash")],
];

const tooManyRows = (): Problem =>
  new Problem(
    "input",
    "audit-too-long",
    text(`一次最多导出${MOST}条。`, `A file takes ${MOST} rows at most.`),
    text(
      "请缩小日期范围；一次导出全部，请由服务器管理人员在服务器上办理。",
      "Narrow the days; all of it at once is taken out on the server.",
    ),
  );
