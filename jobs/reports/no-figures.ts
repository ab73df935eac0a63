import { lastDay, type Month, monthOfDate } from "../../models/month.ts";
import { MONTH_LIMITS } from "../../models/month-limits.ts";
import type { Profile } from "../../models/profile.ts";
import { dueKinds } from "../../models/report-kind.ts";
import { type ReportScope, scopeKey } from "../../models/report-scope.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { SilentEnterprise } from "../../reports/input.ts";
import { type NoFiguresFacts, type NoFiguresInput, noFiguresFacts } from "../../reports/no-figures/facts.ts";
import { NO_SAMPLE } from "../../reports/number.ts";
import { PERIODS } from "../../reports/period/input.ts";
import { vintageWords } from "../../reports/wording/dates.ts";
import { isSimulated } from "../../src/db/batch.ts";
import type { Db } from "../../src/db/db.ts";
import { eventsBetween } from "../../src/db/event.ts";
import { reportedMonths } from "../../src/db/headcount.ts";
import { lastReports, monthsReported } from "../../src/db/last-report.ts";
import { type Registered, registered } from "../../src/db/register.ts";
import { reportFacts } from "../../src/db/report.ts";
import { latestRun, runBefore } from "../../src/db/run.ts";
import { type Vintage, vintageAsOf } from "../../src/db/vintage.ts";
import { departmentsOf } from "../run/reports/placed.ts";
import type { AskedReport } from "./kept-facts.ts";

/**
 * What is said in place of a report of a month that is over and in which nobody reported, though others did before. null
 * wherever there is a report, or will be one once the month is over or run.
 */
export async function noFigures(
  db: Db,
  profile: Profile,
  asked: AskedReport,
  today: string,
): Promise<NoFiguresFacts | null> {
  const { kind, month, scope } = asked;
  if (!dueKinds(month).includes(kind) || (kind !== "monthly" && scope.dimension !== "place")) return null;
  if (month >= monthOfDate(today) || (await latestRun(db, month))) return null;
  const vintage = await vintageAsOf(db, today);
  const span = vintage && (await reportedMonths(db, vintage));
  if (!span || month <= span.first) return null;
  const reported = await monthsReported(db, span.first, month, vintage);
  if (reported.includes(month)) return null;
  const months = kind === "monthly" || kind === "dispatch" ? 1 : PERIODS[kind].months;
  return noFiguresFacts({
    ...{ kind, month, scope, profile, asOf: today, model: NO_SAMPLE },
    rulesOnly: null, // it tells of nothing that was judged or foretold
    vintage: vintageWords(vintage),
    simulated: await isSimulated(db, vintage),
    silent: await silentIn(db, profile, asked, vintage),
    lastMonth: reported.at(-1) ?? null,
    covered: reported.filter((one) => one > month - months),
    standing: await standingBefore(db, month, scope),
  });
}

/** Who reported within the months before, and neither ceased nor goes on elsewhere. */
async function silentIn(
  db: Db,
  profile: Profile,
  { month, scope }: AskedReport,
  vintage: Vintage,
): Promise<SilentEnterprise[]> {
  const last = await lastReports(db, month - MONTH_LIMITS.expectedMonths.value, month - 1, vintage);
  const ids = last.map(({ enterprise }) => enterprise);
  const register = await registered(db, vintage, ids);
  const ceases = new Set(profile.eventKinds.filter((kind) => kind.ceases).map(({ code }) => code));
  const events = await eventsBetween(db, "0001-01-01", lastDay(month), vintage);
  const ceased = new Set(events.filter(({ kind }) => ceases.has(kind)).map(({ enterprise }) => enterprise));
  return last
    .filter(({ enterprise }) => !ceased.has(enterprise) && !goesOn(register.get(enterprise), month))
    .map(({ enterprise, code, month: lastMonth, headcount: lastHeadcount }) => {
      const entry = register.get(enterprise);
      const { name, industry = null, region = null } = entry ?? {};
      const departments = departmentsOf(entry, profile, lastDay(month));
      return { code, name: name ?? code, industry, region, departments, lastMonth, lastHeadcount };
    })
    .filter((one) => isOf(one, scope));
}

const goesOn = (entry: Registered | undefined, month: Month): boolean =>
  entry !== undefined && (entry.successor !== null || (entry.validTo !== null && entry.validTo <= lastDay(month)));

const isOf = ({ departments, region }: SilentEnterprise, { dimension, code }: ReportScope): boolean =>
  dimension === "place" || (dimension === "department" ? departments.includes(code) : region === code);

/** What the last month that was run left open. */
async function standingBefore(db: Db, month: Month, scope: ReportScope): Promise<NoFiguresInput["standing"]> {
  const run = await runBefore(db, month);
  const facts = run && (await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: scopeKey(scope) }));
  return facts ? { month: run.month, open: facts.alerts.open.length } : null;
}
