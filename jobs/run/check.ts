import { checkMonthPresence, checkSources } from "../../models/month-checks.ts";
import { keepFindings } from "../../src/db/finding.ts";
import { presenceIn } from "../../src/db/presence.ts";
import type { Counts } from "../../src/db/run.ts";
import { sourceStates } from "../../src/db/source-state.ts";
import type { StepContext } from "./step.ts";

/** Looks at the month as a whole: who reports, who stopped, whether it is complete enough to speak of. */
export async function checkMonth({ tx, run }: StepContext): Promise<Counts> {
  const presence = await presenceIn(tx, run.month, run.vintage);
  const reporting = presence.reporting.find((r) => r.month === run.month)?.enterprises ?? 0;
  const failed = (await sourceStates(tx)).flatMap(({ source, address, failure }) =>
    failure ? [{ source, address, reason: failure.reason }] : [],
  );
  const findings = [...checkSources(failed), ...checkMonthPresence(run.month, presence, run.asOf)];
  await keepFindings(tx, { run: run.id }, findings);
  return {
    reporting,
    matched: presence.matched,
    appeared: presence.appearedCount,
    vanished: presence.vanishedCount,
    findings: findings.length,
  };
}
