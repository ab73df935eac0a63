import { formatMonth } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";
import { decisionCounts } from "../../src/db/alert.ts";
import { type Batch, batches } from "../../src/db/batch.ts";
import { type FindingCount, findingCounts } from "../../src/db/finding.ts";
import { isSimulated } from "../../src/db/register.ts";
import { latestRuns } from "../../src/db/run.ts";
import { type SourceState, sourceStates } from "../../src/db/source-state.ts";
import { placeTotals } from "../../src/db/totals.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { dateInShanghai, newestDueMonth } from "../clock.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";

export const status: CommandSpec = {
  usage: "status",
  summary: text(
    "查看数据批次、问题行、已完成的月份与在警数量",
    "show deliveries, rows with problems, months done and alerts open",
  ),
  options: [],
  examples: ["wengang status", "wengang status --json --lang en"],
  run: async (_args, _options, { where, clock }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const today = dateInShanghai(clock());
      const totals = await placeTotals(db);
      const deliveries = await batches(db);
      const findings = await findingCounts(
        db,
        deliveries.map((batch) => batch.id),
        null,
      );
      const runs = await latestRuns(db);
      const vintage = await vintageAsOf(db, today);
      const sources = await sourceStates(db);
      const alerts = await decisionCounts(
        db,
        runs.map((run) => run.id),
      );
      const stale = runs.filter(
        (run) => vintage && (run.vintage.batch < vintage.batch || run.vintage.publishedOn < vintage.publishedOn),
      );
      const due = newestDueMonth(today, profile.calendar.closeDay.value);
      const simulated = await isSimulated(db);
      return {
        lines: [
          ...(simulated ? [text("【模拟数据】", "[simulated data]")] : []),
          text(
            `${profile.title.zh}（${profile.name}）：企业 ${totals.enterprises} 户，用工记录 ${totals.headcounts} 条，动态 ${totals.events} 条。`,
            `${profile.title.en} (${profile.name}): ${totals.enterprises} enterprises, ${totals.headcounts} headcount rows, ${totals.events} events.`,
          ),
          text("数据批次（新→旧）：", "Deliveries (newest first):"),
          ...(deliveries.length
            ? deliveries.flatMap((batch) => [describe(batch), ...problems(batch, findings)])
            : [text("  （无）", "  (none)")]),
          ...sources.map(describeSource),
          text("已完成的月份：", "Months done:"),
          ...(runs.length
            ? runs.map((run) => {
                const month = formatMonth(run.month);
                const n = alerts.get(run.id) ?? { open: 0, sent: 0 };
                const old = stale.includes(run);
                return text(
                  `  ${month}  在警 ${n.open} 条，通知 ${n.sent} 条，截至 ${run.asOf}${old ? "；此后有新数据，可重新执行" : ""}`,
                  `  ${month}  ${n.open} alerts open, ${n.sent} sent, as of ${run.asOf}${old ? "; newer data has come, it can be run again" : ""}`,
                );
              })
            : [text("  （无）", "  (none)")]),
          text(
            `按关账日，最近应完成的月份为 ${formatMonth(due)}。`,
            `By the closing day the newest month due is ${formatMonth(due)}.`,
          ),
        ],
        json: {
          profile: profile.name,
          simulated,
          ...totals,
          sources,
          batches: deliveries,
          findings,
          runs: runs.map((run) => ({
            ...run,
            month: formatMonth(run.month),
            ...alerts.get(run.id),
            stale: stale.includes(run),
          })),
          due: formatMonth(due),
        },
      };
    } finally {
      await db.close();
    }
  },
};

function describeSource({ source, address, pulledAt, failure }: SourceState): Text {
  if (failure)
    return text(
      `  数据源 ${source} ${address} 取数失败（${pulledAt}）：${failure.reason.zh}`,
      `  source ${source} ${address} failed (${pulledAt}): ${failure.reason.en}`,
    );
  return text(
    `  数据源 ${source} ${address} 最近取数 ${pulledAt}`,
    `  source ${source} ${address} last pulled ${pulledAt}`,
  );
}

function describe({ id, name, source, verdict, counts, publishedOn }: Batch): Text {
  if (verdict === "blocked")
    return text(`  #${id} ${name}（${source}）整批拦截`, `  #${id} ${name} (${source}) blocked`);
  return text(
    `  #${id} ${name}（${source}，公布 ${publishedOn}）读入 ${counts.read}，采用 ${counts.accepted}，隔离 ${counts.quarantined}，提示 ${counts.warned}`,
    `  #${id} ${name} (${source}, published ${publishedOn}) ${counts.read} read, ${counts.accepted} accepted, ${counts.quarantined} quarantined, ${counts.warned} warned`,
  );
}

const MARKS = {
  block: text("拦截", "blocked"),
  quarantine: text("隔离", "quarantined"),
  warn: text("提示", "warning"),
} as const;

const problems = (batch: Batch, findings: readonly FindingCount[]): Text[] =>
  findings
    .filter((finding) => finding.batch === batch.id)
    .map(({ code, severity, count, cell, message }) =>
      text(
        `      ${MARKS[severity].zh} ${code} ×${count}${cell ? `，首例 ${cell}` : ""}：${message.zh}`,
        `      ${MARKS[severity].en} ${code} ×${count}${cell ? `, first ${cell}` : ""}: ${message.en}`,
      ),
    );
