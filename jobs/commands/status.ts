import type { Finding } from "../../models/finding.ts";
import { checkFreshness } from "../../models/freshness.ts";
import { formatMonth, monthOfDate } from "../../models/month.ts";
import { regimeIn, rulesOnly } from "../../models/regime.ts";
import { type Text, text } from "../../models/text.ts";
import { decisionCounts } from "../../src/db/alert.ts";
import { batches, isSimulated } from "../../src/db/batch.ts";
import type { Db } from "../../src/db/db.ts";
import { type FindingCount, findingCounts } from "../../src/db/finding.ts";
import { PANEL_WIDTH } from "../../src/db/panel.ts";
import { newestMonth, newsFor } from "../../src/db/publication.ts";
import { regimeChanges } from "../../src/db/regime.ts";
import { latestRuns, type Run } from "../../src/db/run.ts";
import { sourceStates } from "../../src/db/source-state.ts";
import { placeTotals } from "../../src/db/totals.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { dateInShanghai, newestDueMonth } from "../clock.ts";
import { findingLine } from "../finding-words.ts";
import { openSession } from "../session.ts";
import { batchLines, runLine, sourceLine } from "../status-lines.ts";
import type { CommandSpec } from "./command.ts";
import { regimeLine } from "./regime.ts";

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
      const state = await stateOf(db, today);
      const { simulated, totals, deliveries, findings, sources, runs, pressing, regime } = state;
      const due = formatMonth(newestDueMonth(today, profile.calendar.closeDay.value));
      return {
        lines: [
          ...(simulated ? [text("【模拟数据】", "[simulated data]")] : []),
          text(
            `${profile.title.zh}（${profile.name}）：企业 ${totals.enterprises} 户，用工记录 ${totals.headcounts} 条，动态 ${totals.events} 条。`,
            `${profile.title.en} (${profile.name}): ${totals.enterprises} enterprises, ${totals.headcounts} headcount rows, ${totals.events} events.`,
          ),
          ...(regime === null ? [] : [regimeLine(regime)]),
          ...pressing.map(withRepair),
          text("数据批次（新→旧）：", "Deliveries (newest first):"),
          ...orNone(deliveries.flatMap((batch) => batchLines(batch, findings))),
          ...sources.map(sourceLine),
          text("已完成的月份：", "Months done:"),
          ...orNone(runs.map(({ run, counts, stale }) => runLine(run, counts, stale))),
          text(`按关账日，最近应完成的月份为 ${due}。`, `By the closing day the newest month due is ${due}.`),
        ],
        json: {
          profile: profile.name,
          simulated,
          rulesOnly: regime,
          ...totals,
          pressing,
          sources,
          batches: deliveries,
          findings,
          runs: runs.map(({ run, counts, stale }) => ({ ...run, month: formatMonth(run.month), ...counts, stale })),
          due,
        },
      };
    } finally {
      await db.close();
    }
  },
};

function withRepair(finding: Finding | FindingCount): Text {
  const line = findingLine(finding, "");
  return text(`${line.zh}${finding.repair.zh}`, `${line.en} ${finding.repair.en}`);
}

const orNone = (lines: readonly Text[]): readonly Text[] => (lines.length > 0 ? lines : [text("  （无）", "  (none)")]);

async function stateOf(db: Db, today: string) {
  const deliveries = await batches(db);
  const ids = deliveries.map((batch) => batch.id);
  const runs = await latestRuns(db);
  const vintage = await vintageAsOf(db, today);
  const newest = vintage && (await newestMonth(db, vintage));
  const late = newest === null ? [] : checkFreshness(newest, today);
  return {
    simulated: vintage !== null && (await isSimulated(db, vintage)),
    totals: await placeTotals(db),
    deliveries,
    findings: await findingCounts(db, ids, null),
    sources: await sourceStates(db),
    runs: await withNews(db, runs, today),
    regime: rulesOnly(regimeIn(await regimeChanges(db), monthOfDate(today))),
    pressing: [...late, ...(await errorsOf(db, runs.at(-1)))],
  };
}

/** What the newest month's run found to be an error. */
async function errorsOf(db: Db, run: Run | undefined): Promise<readonly (Finding | FindingCount)[]> {
  if (!run) return [];
  return (await findingCounts(db, [], run.id)).filter(({ severity }) => severity === "error");
}

async function withNews(db: Db, runs: readonly Run[], today: string) {
  const counts = await decisionCounts(
    db,
    runs.map((run) => run.id),
  );
  const told = [];
  for (const run of runs) {
    const stale = await newsFor(db, run, today, PANEL_WIDTH);
    told.push({ run, counts: counts.get(run.id) ?? { open: 0, sent: 0 }, stale });
  }
  return told;
}
