import { checkRowCount } from "../../models/month-checks.ts";
import { MONTH_LIMITS } from "../../models/month-limits.ts";
import { checkSilentSources, checkSources } from "../../models/source-checks.ts";
import { keepFindings } from "../../src/db/finding.ts";
import { reportingBefore, reportingIn } from "../../src/db/presence.ts";
import { silentSources } from "../../src/db/publication.ts";
import type { Counts } from "../../src/db/run.ts";
import { sourceStates } from "../../src/db/source-state.ts";
import type { StepContext } from "./step.ts";

/** Looks at the month's deliveries as a whole: did every source answer, did about as many report as usual. */
export async function checkMonth({ tx, run }: StepContext): Promise<Counts> {
  const { bandMonths, regularMonths } = MONTH_LIMITS;
  const reporting = await reportingIn(tx, run.month, run.vintage);
  const before = await reportingBefore(tx, run.month - bandMonths.value, run.month - 1);
  const failed = (await sourceStates(tx)).flatMap(({ source, address, failure }) =>
    failure ? [{ source, address, reason: failure.reason }] : [],
  );
  const silent = await silentSources(tx, run.month, run.vintage, regularMonths.value);
  const findings = [
    ...checkSources(failed),
    ...checkSilentSources(run.month, run.asOf, silent),
    ...checkRowCount(reporting, before),
  ];
  await keepFindings(tx, { run: run.id }, findings);
  return { reporting, sourcesFailed: failed.length, findings: findings.length };
}
