import { checkRowCount, checkSources, MONTH_LIMITS } from "../../models/month-checks.ts";
import { keepFindings } from "../../src/db/finding.ts";
import { reportingBefore, reportingIn } from "../../src/db/presence.ts";
import type { Counts } from "../../src/db/run.ts";
import { sourceStates } from "../../src/db/source-state.ts";
import type { StepContext } from "./step.ts";

/** Looks at the month's deliveries as a whole: did every source answer, did about as many report as usual. */
export async function checkMonth({ tx, run }: StepContext): Promise<Counts> {
  const reporting = await reportingIn(tx, run.month, run.vintage);
  const before = await reportingBefore(tx, run.month - MONTH_LIMITS.bandMonths, run.month - 1);
  const failed = (await sourceStates(tx)).flatMap(({ source, address, failure }) =>
    failure ? [{ source, address, reason: failure.reason }] : [],
  );
  const findings = [...checkSources(failed), ...checkRowCount(reporting, before)];
  await keepFindings(tx, { run: run.id }, findings);
  return { reporting, sourcesFailed: failed.length, findings: findings.length };
}
