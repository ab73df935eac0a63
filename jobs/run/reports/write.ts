import { type DueKind, dueKinds } from "../../../models/report-kind.ts";
import { dispatchFacts } from "../../../reports/dispatch/facts.ts";
import type { AnyFacts } from "../../../reports/document-of.ts";
import { monthlyFacts } from "../../../reports/facts.ts";
import { periodFacts } from "../../../reports/period/facts.ts";
import type { PeriodKind } from "../../../reports/period/input.ts";
import { keepReport } from "../../../src/db/report.ts";
import type { Counts } from "../../../src/db/run.ts";
import { reportAgain } from "../../../src/recount/told/report-again.ts";
import { countedDifferently } from "../counted-differently.ts";
import type { StepContext } from "../step.ts";
import { dispatchInput } from "./dispatch-input.ts";
import { type Gathered, gather } from "./gathered.ts";
import { monthlyInput } from "./monthly-input.ts";
import { periodInput } from "./period-input.ts";
import { rawMonth } from "./raw-month.ts";

/** Writes the reports a month asks for from what the steps before stored; kept as facts, from which every format is made. */
export async function writeReports(context: StepContext): Promise<Counts> {
  const { tx, run } = context;
  let reports = 0;
  for await (const facts of reportsOf(await gather(context))) {
    await keepReport(tx, { run: run.id, kind: facts.kind, scope: facts.about }, facts);
    reports++;
  }
  return { reports };
}

/** The facts of each, one at a time, counted a second time; stops at the first cell where the two counts differ. */
export async function* reportsOf(gathered: Gathered): AsyncIterable<AnyFacts> {
  const again = await reportAgain(await rawMonth(gathered));
  for (const kind of dueKinds(gathered.context.run.month))
    for await (const facts of MAKERS[kind](gathered)) {
      const [differing] = await again(facts);
      if (differing) throw countedDifferently(differing);
      yield facts;
    }
}

const ofPeriod = (kind: PeriodKind) =>
  async function* (gathered: Gathered) {
    yield periodFacts(await periodInput(gathered, kind));
  };

/** The monthly report has one of each department and township beside the whole; the others speak of the whole. */
const MAKERS: Readonly<Record<DueKind, (gathered: Gathered) => AsyncIterable<AnyFacts>>> = {
  monthly: async function* (gathered) {
    for (const figures of gathered.scopes) yield monthlyFacts(monthlyInput(gathered, figures));
  },
  dispatch: async function* (gathered) {
    yield dispatchFacts(await dispatchInput(gathered));
  },
  quarterly: ofPeriod("quarterly"),
  "half-year": ofPeriod("half-year"),
  annual: ofPeriod("annual"),
};
