import { formatMonth, type Month } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { type DueKind, dueKinds, monthsDue } from "../../models/report-kind.ts";
import { type ReportScope, scopeKey } from "../../models/report-scope.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import { subjectOf } from "../../reports/titles.ts";
import type { Db } from "../../src/db/db.ts";
import { hasReports, keepReport, reportFacts } from "../../src/db/report.ts";
import { latestRun, latestRuns, type Run } from "../../src/db/run.ts";
import { makeAgain } from "./make-again.ts";
import { kindNotDue, nobodyThere, notRunYet, scopeNotFor } from "./problems.ts";

export interface AskedReport {
  readonly kind: DueKind;
  readonly month: Month;
  readonly scope: ReportScope;
}

export interface FoundReport {
  readonly run: Run;
  readonly facts: AnyFacts;
}

/** A report that the month run wrote, of the run that speaks for the month; a Problem says why there is none. */
export async function keptFacts(db: Db, profile: Profile, { kind, month, scope }: AskedReport): Promise<FoundReport> {
  if (!dueKinds(month).includes(kind)) throw kindNotDue(kind, formatMonth(month), monthsDue(kind));
  if (kind !== "monthly" && scope.dimension !== "place") throw scopeNotFor(kind);
  const run = await latestRun(db, month);
  if (!run) throw notRunYet(formatMonth(month));
  await bringUpToForm(db, profile, run);
  const facts = await reportFacts<AnyFacts>(db, { run: run.id, kind, scope: scopeKey(scope) });
  if (!facts) throw nobodyThere(subjectOf(profile, scope), formatMonth(month));
  return { run, facts };
}

/** Every month's reports that speak, after a version that lays them out otherwise. */
export async function bringAllUpToForm(db: Db, profile: Profile): Promise<void> {
  for (const run of await latestRuns(db)) await bringUpToForm(db, profile, run);
}

/** What an earlier version kept can't be read any more: it is made anew from what the run stored. */
async function bringUpToForm(db: Db, profile: Profile, run: Run): Promise<void> {
  if (await hasReports(db, run.id)) return;
  const all = await makeAgain(db, profile, run);
  await db.transaction(async (tx) => {
    for (const facts of all) await keepReport(tx, { run: run.id, kind: facts.kind, scope: facts.about }, facts);
  });
}
