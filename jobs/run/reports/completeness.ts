import { lastDay } from "../../../models/month.ts";
import { MONTH_LIMITS } from "../../../models/month-limits.ts";
import type { Panel } from "../../../models/panel.ts";
import type { ScopeMembers } from "../../../models/scope-members.ts";
import type { BatchInput, FindingInput, SilentEnterprise } from "../../../reports/input.ts";
import { type Batch, batches } from "../../../src/db/batch.ts";
import { enterpriseCodes } from "../../../src/db/enterprise.ts";
import { findingCounts } from "../../../src/db/finding.ts";
import { rowOf } from "../../../src/db/panel.ts";
import { registered } from "../../../src/db/register.ts";
import { latestRun } from "../../../src/db/run.ts";
import { silentScores } from "../../../src/db/score.ts";
import type { StepContext } from "../step.ts";
import { departmentsOf } from "./placed.ts";

/** What the deliveries of a month were like. */
export interface Deliveries {
  readonly batches: readonly BatchInput[];
  readonly findings: readonly FindingInput[];
}

export async function deliveries(context: StepContext): Promise<Deliveries> {
  const news = await newBatches(context);
  return { batches: news.map(toBatch), findings: await findings(context, news) };
}

/**
 * Deliveries since the run of the month before; all of them when there is none. A blocked one adds no data, so it may have come
 * after the batch the run's data ends with: it is told of when it was known by then and the run before has not seen it.
 */
async function newBatches({ tx, run }: StepContext): Promise<Batch[]> {
  const before = await latestRun(tx, run.month - 1);
  const since = before && before.vintage.batch < run.vintage.batch ? before : null;
  const wasSeen = ({ publishedOn, importedAt }: Batch) =>
    since !== null && publishedOn <= since.asOf && importedAt <= (since.finishedAt ?? "");
  return (await batches(tx))
    .filter((batch) => batch.id > (since?.vintage.batch ?? 0))
    .filter((batch) =>
      batch.verdict === "accepted" ? batch.id <= run.vintage.batch : batch.publishedOn <= run.asOf && !wasSeen(batch),
    );
}

const toBatch = ({ name, verdict, counts }: Batch): BatchInput => ({ name, verdict, ...counts });

async function findings({ tx, run }: StepContext, news: readonly Batch[]): Promise<FindingInput[]> {
  const names = new Map(news.map((batch) => [batch.id, batch.name]));
  const counts = await findingCounts(tx, [...names.keys()], run.id);
  const byCode = new Map<string, FindingInput>();
  for (const { code, severity, count, batch, cell, value, message } of counts) {
    const example = { batch: batch === null ? "" : (names.get(batch) ?? String(batch)), cell, value };
    const known = byCode.get(code);
    byCode.set(code, {
      code,
      severity,
      count: count + (known?.count ?? 0),
      meaning: known?.meaning ?? message,
      examples: [...(known?.examples ?? []), example],
    });
  }
  return [...byCode.values()];
}

/** A silent enterprise with the keys of the scopes it is told in. */
export interface PlacedSilent {
  readonly keys: readonly string[];
  readonly silent: SilentEnterprise;
}

/** Who should have reported and did not. */
export async function placedSilent(
  panel: Panel,
  members: ScopeMembers,
  { tx, run, profile }: StepContext,
): Promise<PlacedSilent[]> {
  const scores = await silentScores(tx, run.id, MONTH_LIMITS.expectedMonths.value);
  const ids = scores.map((score) => score.enterprise);
  const codes = await enterpriseCodes(tx, ids);
  const register = await registered(tx, run.vintage, ids);
  const on = lastDay(run.month);
  return scores.map((score) => {
    const code = codes.get(score.enterprise) ?? String(score.enterprise);
    const entry = register.get(score.enterprise);
    const row = rowOf(panel, score.enterprise);
    const lastHeadcount = panel.headcount[(row + 1) * panel.width - 1 - score.silentMonths]!;
    const lastMonth = run.month - score.silentMonths;
    const { industry = null, region = null } = entry ?? {};
    const departments = departmentsOf(entry, profile, on);
    return {
      keys: members.keysOf(row),
      silent: { code, name: entry?.name ?? code, industry, region, departments, lastMonth, lastHeadcount },
    };
  });
}
