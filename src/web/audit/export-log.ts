import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { csvLines, csvText } from "../../../reports/formats/csv.ts";
import { auditLots, lastAudit } from "../../db/audit/audit.ts";
import type { AuditRow } from "../../db/audit/chain.ts";
import type { Asked } from "../asked.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { momentWords } from "../pages/moment.ts";
import { filterOf, toldEntry } from "./audit-view.ts";

type Sought = Parameters<typeof filterOf>[0];

/** Rows that are held at a time, however many there are. */
const LOT = 2000;

/**
 * The rows looked for as a table, oldest first, in words and as they are kept. That they left stands in the log before the first of
 * them leaves, and the table ends before that row.
 */
export async function exportLog(
  { db, profile }: Pick<WebOptions, "db" | "profile">,
  asked: Asked<unknown>,
  sought: Sought,
  size = LOT,
): Promise<{ readonly name: string; readonly csv: AsyncIterable<string> }> {
  const { who, action, from, to } = sought;
  const detail = { format: "csv", ...given({ who, action, from, to }) };
  const upTo = await asked.change({ action: "export", subject: "audit", detail }, lastAudit);
  const lots = auditLots(db, filterOf(sought), { upTo, size });
  return { name: `audit-${momentWords(asked.now).slice(0, 10)}.csv`, csv: tableOf(lots, asked, profile) };
}

async function* tableOf(lots: AsyncIterable<AuditRow[]>, asked: Asked<unknown>, profile: Profile) {
  yield csvText([HEADS.map(asked.say)]);
  for await (const rows of lots) yield csvLines(rows.map((row) => lineOf(row, asked, profile)));
}

function lineOf(row: AuditRow, { say }: Asked<unknown>, profile: Profile): readonly (string | number)[] {
  const { position, who: by, name, action: code, what, told, hash } = toldEntry(row, profile);
  const words = [momentWords(row.at), say(by), say(name), code, say(what), say(told)];
  return [position, ...words, row.actor, row.subject, row.detail, row.previous, hash];
}

const HEADS = [
  ...[text("序号", "No."), text("时间", "When"), text("何人", "Who"), text("何事", "What"), text("动作代码", "Action")],
  ...[text("对象", "To what"), text("详情", "Details"), text("账号原文", "Actor as kept")],
  ...[text("对象原文", "Subject as kept"), text("详情原文", "Details as kept")],
  ...[text("前一条散列", "Hash of the row before"), text("本条散列", "Hash")],
];
