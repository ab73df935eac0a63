import { monthlyFacts } from "../../../reports/facts.ts";
import { keepReport } from "../../../src/db/report.ts";
import type { Counts } from "../../../src/db/run.ts";
import type { StepContext } from "../step.ts";
import { gather } from "./gathered.ts";
import { monthlyInput } from "./monthly-input.ts";

/** Writes the month's reports from what the steps before stored; kept as facts, from which every format is made. */
export async function writeReports(context: StepContext): Promise<Counts> {
  const facts = monthlyFacts(monthlyInput(await gather(context)));
  await keepReport(context.tx, { run: context.run.id, kind: "monthly", scope: "" }, facts);
  return { reports: 1, alerts: facts.alerts.open.length };
}
