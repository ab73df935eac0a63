import { availableParallelism } from "node:os";
import { argv } from "node:process";
import { parseMonth } from "../../models/month.ts";
import { closingDay } from "../../models/replay/closing-day.ts";
import { type AnyFacts, documentOf } from "../../reports/document-of.ts";
import { openPostgres } from "../../src/db/postgres.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { noProgress } from "../progress.ts";
import { FORMATS, filesOf } from "../reports/formats.ts";
import { contextOf } from "../run/context.ts";
import { runMonth } from "../run/month-run.ts";
import { gather } from "../run/reports/gathered.ts";
import { reportsOf } from "../run/reports/write.ts";

/** What one process measured of a month's reports, printed as its only line so that its memory is its own. Milliseconds. */
export interface ReportMeasure {
  /** The month run before them, its own report step left out. */
  readonly run: number;
  readonly reports: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
}

const [, , url, monthText] = argv;
const month = parseMonth(monthText!);
const db = await openPostgres(url!);
const profile = loadProfile("wushan");
const asOf = closingDay(month, profile.calendar.closeDay.value);
const workers = availableParallelism();
const order = { profile, asOf, workers, holder: "bench", clock: Date.now, pull: async () => ({}) };
const { run, steps } = await runMonth(db, month, order, noProgress);
const before = [...steps].reduce((sum, [name, step]) => sum + (name === "report" ? 0 : step.milliseconds), 0);

const stages: Record<string, number> = {};
async function timed<T>(stage: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const result = await work();
  stages[stage] = (stages[stage] ?? 0) + Date.now() - began;
  return result;
}

const contextIn = await contextOf(db, run, { profile, workers, progress: noProgress });
const facts: AnyFacts[] = await db.transaction(async (tx) => {
  const context = contextIn(tx, `${run.asOf}T00:00:00Z`);
  await timed("read the panel and count", async () => [await context.panel(tx), await context.figures(tx)]);
  const gathered = await timed("gather, and decide what is withheld", () => gather(context));
  return timed("facts", async () => {
    const all: AnyFacts[] = [];
    for await (const one of reportsOf(gathered)) all.push(one);
    return all;
  });
});
for (const format of FORMATS)
  await timed(`  as ${format}`, async () => {
    for (const one of facts) await filesOf(documentOf(one, "zh", null), format, profile, asOf);
  });
await db.close();

const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `${JSON.stringify({ run: before, reports: facts.length, stages, peakMegabytes } satisfies ReportMeasure)}\n`,
);
