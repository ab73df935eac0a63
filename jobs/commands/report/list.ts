import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { KIND_NAMES, type ReportKind } from "../../../models/report-kind.ts";
import { type Text, text } from "../../../models/text.ts";
import { type IssuedReport, issuedReports } from "../../../src/db/issued-report.ts";
import { reportDeliveries, type Subscription, subscriptions } from "../../../src/db/report-subscription.ts";
import { latestRuns } from "../../../src/db/run.ts";
import { numberedOf } from "../../reports/issued-document.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";

export const list: CommandSpec = {
  usage: "report list",
  summary: text(
    "列出已审核、已印发的报告：发文字号、寄送情况、是否有更新的数据",
    "list reviewed and issued reports: number, how far their sending is, whether there is later data",
  ),
  options: [],
  examples: ["wengang report list"],
  run: async (_args, _options, { where }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const reports = await issuedReports(db);
      const sent = await reportDeliveries(db);
      const speaking = new Set((await latestRuns(db)).map(({ id }) => id));
      const told = reports.map((report) => ({
        ...report,
        sent: sent.get(report.id) ?? {},
        outdated: report.run !== null && !speaking.has(report.run),
      }));
      const subscribed = await subscriptions(db);
      return {
        lines: [
          ...(told.length === 0 ? [NONE] : told.map((one) => line(one, profile))),
          ...(subscribed.length === 0 ? [] : [text("订阅：", "Subscriptions:"), ...subscribed.map(subscriptionLine)]),
        ],
        json: { reports: told, subscriptions: subscribed },
      };
    } finally {
      await db.close();
    }
  },
};

const NONE = text("还没有审核或印发的报告。", "No report was reviewed or issued yet.");

function subscriptionLine({ id, recipient, kind, scope, formats }: Subscription): Text {
  const { zh, en } = KIND_NAMES[kind as ReportKind];
  const rest = `${scope === "" ? "" : `  ${scope}`}  ${formats.join(",")}`;
  return text(`  ${id}  接收人 ${recipient}  ${zh}${rest}`, `  ${id}  recipient ${recipient}  ${en}${rest}`);
}

type Told = IssuedReport & { readonly sent: Record<string, number>; readonly outdated: boolean };

function line(report: Told, profile: Profile): Text {
  const { id, kind, scope, month, state, reviewedBy, issuedOn, sent, outdated } = report;
  const numbered = numberedOf(profile, report);
  const name = KIND_NAMES[kind as ReportKind];
  const counts = Object.entries(sent).map(([word, n]) => `${word} ${n}`);
  const mail = counts.length === 0 ? "" : `  ${counts.join(" ")}`;
  const later = outdated && state === "issued" ? text("  有更新的数据", "  later data") : text("", "");
  const of = scope === "" ? "" : `  ${scope}`;
  const where = `${id}  ${formatMonth(month)}`;
  if (numbered === null)
    return text(
      `${where}  ${name.zh}${of}  已审核（${reviewedBy}），未印发`,
      `${where}  ${name.en}${of}  reviewed by ${reviewedBy}, not issued`,
    );
  return text(
    `${where}  ${name.zh}${of}  ${numbered.number.zh}  ${issuedOn}${mail}${later.zh}`,
    `${where}  ${name.en}${of}  ${numbered.number.en}  ${issuedOn}${mail}${later.en}`,
  );
}
