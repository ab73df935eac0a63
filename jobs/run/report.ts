import { monthlyFacts } from "../../reports/facts.ts";
import { monthlyHtml } from "../../reports/html.ts";
import { chartScript } from "../../src/chart-script.ts";
import { keepReport } from "../../src/db/report.ts";
import type { Counts } from "../../src/db/run.ts";
import { monthlyInput } from "./monthly-input.ts";
import type { StepContext } from "./step.ts";

/** Writes the month's report from what the steps before stored, and keeps it with its facts. */
export async function writeReport(context: StepContext): Promise<Counts> {
  const facts = monthlyFacts(await monthlyInput(context));
  const html = monthlyHtml(facts, { chartScript: CHART_SCRIPT_PLACE });
  await keepReport(context.tx, context.run.id, "monthly", facts, html);
  return { alerts: facts.alerts.open.length, characters: html.length };
}

/** Stored pages name the place of the chart library instead of carrying 200 kB of it each. */
const CHART_SCRIPT_PLACE = "/* chart.js */";

/** A stored page made whole: it then needs nothing but a browser. */
export const selfContained = (html: string): string => html.replace(CHART_SCRIPT_PLACE, () => chartScript());
