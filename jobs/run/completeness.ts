import type { Figure } from "../../models/figure.ts";
import { MONTH_LIMITS } from "../../models/month-checks.ts";
import type { Panel } from "../../models/panel.ts";
import type { BatchInput, CompletenessInput, FindingInput, SilentEnterprise } from "../../reports/input.ts";
import { type Batch, batches } from "../../src/db/batch.ts";
import { enterpriseCodes } from "../../src/db/enterprise.ts";
import { findingCounts } from "../../src/db/finding.ts";
import { rowOf } from "../../src/db/panel.ts";
import { registered } from "../../src/db/register.ts";
import { latestRun } from "../../src/db/run.ts";
import { type StoredScore, silentScores } from "../../src/db/score.ts";
import type { StepContext } from "./step.ts";

/** Who should have reported and did not, and what the deliveries of this month were like. */
export async function completeness(
  context: StepContext,
  panel: Panel,
  figures: readonly Figure[],
): Promise<CompletenessInput> {
  const { tx, run } = context;
  const place = figures.find((f) => f.dimension === "place" && f.baseline === "previous");
  const reported = place?.reporting ?? 0;
  const silent = await silentScores(tx, run.id, MONTH_LIMITS.expectedMonths);
  const news = await newBatches(context);
  return {
    expected: reported + silent.length,
    reported,
    silent: await nameSilent(silent, panel, context),
    batches: news.map(toBatch),
    findings: await findings(context, news),
  };
}

/** Deliveries since the run of the month before; all of them when there is none. */
async function newBatches({ tx, run }: StepContext): Promise<Batch[]> {
  const before = await latestRun(tx, run.month - 1);
  const since = before && before.vintage.batch < run.vintage.batch ? before.vintage.batch : 0;
  return (await batches(tx, run.vintage.batch)).filter((batch) => batch.id > since);
}

const toBatch = ({ name, counts }: Batch): BatchInput => ({ name, ...counts });

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

async function nameSilent(
  silent: readonly StoredScore[],
  panel: Panel,
  { tx, run }: StepContext,
): Promise<SilentEnterprise[]> {
  const ids = silent.map((score) => score.enterprise);
  const codes = await enterpriseCodes(tx, ids);
  const register = await registered(tx, run.vintage, ids);
  return silent.map((score) => {
    const code = codes.get(score.enterprise) ?? String(score.enterprise);
    const entry = register.get(score.enterprise);
    const row = rowOf(panel, score.enterprise);
    const lastHeadcount = panel.headcount[(row + 1) * panel.width - 1 - score.silentMonths]!;
    const lastMonth = run.month - score.silentMonths;
    const { industry = null, region = null } = entry ?? {};
    return { code, name: entry?.name ?? code, industry, region, lastMonth, lastHeadcount };
  });
}
