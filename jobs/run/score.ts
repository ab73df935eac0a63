import type { Finding } from "../../models/finding.ts";
import { checkTransfers } from "../../models/month-checks.ts";
import type { Panel } from "../../models/panel.ts";
import { STATUS } from "../../models/score.ts";
import type { Transfers } from "../../models/scoring/counterpart.ts";
import type { Verdicts } from "../../models/verdicts.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseCodes } from "../../src/db/enterprise.ts";
import { keepFindings } from "../../src/db/finding.ts";
import { openBefore } from "../../src/db/open-before.ts";
import type { Counts } from "../../src/db/run.ts";
import { keepScores } from "../../src/db/score.ts";
import { sumRisks } from "./jobs-at-risk.ts";
import { keepForReplay } from "./keep-month.ts";
import { scoredRun } from "./scored.ts";
import type { StepContext } from "./step.ts";

/** Scores every enterprise and says which rules hold for it. */
export async function scoreEnterprises(context: StepContext): Promise<Counts> {
  const { tx, run, panel, model } = context;
  const columns = await panel(tx);
  const scored = await scoredRun(tx, context, columns);
  const { cohorts, scores, verdicts } = scored;
  await keepScores(tx, run.id, columns, scored, model, await openBefore(tx, run));
  await keepForReplay(context, columns, scored);
  await sumRisks(context, columns, scores);
  await keepFindings(tx, { run: run.id }, await transferFindings(tx, columns, cohorts.transfers));
  return { enterprises: columns.size, ...statusCounts(scores.status), ...ruleCounts(verdicts) };
}

/** Falls of this month that went with an equal gain elsewhere: not counted as layoffs, and for a person to confirm. */
async function transferFindings(tx: Db, panel: Panel, { row, column, partner }: Transfers): Promise<Finding[]> {
  const now = Array.from(row, (_, i) => i).filter((i) => column[i] === panel.width - 1);
  const codes = await enterpriseCodes(
    tx,
    now.flatMap((i) => [panel.enterprise[row[i]!]!, panel.enterprise[partner[i]!]!]),
  );
  const codeOf = (at: number) => codes.get(panel.enterprise[at]!) ?? "?";
  return checkTransfers(now.map((i) => ({ from: codeOf(row[i]!), to: codeOf(partner[i]!) })));
}

function statusCounts(status: Uint8Array): Counts {
  const counts = new Array<number>(Object.keys(STATUS).length).fill(0);
  for (const code of status) counts[code]!++;
  return Object.fromEntries(Object.entries(STATUS).map(([name, code]) => [name, counts[code]!]));
}

/** How many enterprises each rule held for, label-only rules too: "rule:art41-people" 12. */
function ruleCounts(verdicts: Verdicts): Counts {
  const counts: Record<string, number> = {};
  for (const rules of verdicts.reached.values())
    for (const rule of rules) counts[`rule:${rule}`] = (counts[`rule:${rule}`] ?? 0) + 1;
  return counts;
}
