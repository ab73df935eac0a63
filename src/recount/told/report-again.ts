import type { Disagreement } from "../../../models/cross-foot.ts";
import type { DispatchFacts } from "../../../reports/dispatch/facts.ts";
import type { AnyFacts } from "../../../reports/document-of.ts";
import type { MonthlyFacts } from "../../../reports/facts.ts";
import type { PeriodFacts } from "../../../reports/period/facts.ts";
import type { Counting } from "../cells.ts";
import { alertsAgain, type DecisionRow } from "./alerts-again.ts";
import { type DispatchRows, dispatchAgain } from "./dispatch-again.ts";
import { forecastsAgain, type StoredForecast } from "./forecasts-again.ts";
import { type Forms, formsAgain } from "./forms-again.ts";
import { moversAgain } from "./movers-again.ts";
import { reportingAgain } from "./reporting-again.ts";
import { scopesOfRow } from "./scopes-of-row.ts";
import { silentAgain } from "./silent-again.ts";

/** What the reports of a month are counted from a second time, as it was stored. */
export interface RawMonth {
  readonly counting: Counting;
  /** Of this month and those that reports look back over. */
  readonly decisions: readonly DecisionRow[];
  readonly forms: Forms;
  readonly forecasts: readonly StoredForecast[];
  readonly dispatch: DispatchRows;
}

/**
 * Counts what a report tells beside its figures a second time, with danfo and by code that shares nothing with the first: alerts
 * and dispatch, duties, reasons, movements, who moved most, who was silent, and how forecasts did. Names every cell that differs.
 */
export async function reportAgain(raw: RawMonth): Promise<(facts: AnyFacts) => Promise<Disagreement[]>> {
  const { counting, decisions, dispatch } = raw;
  const { panel } = counting;
  const scopesOf = scopesOfRow(counting);
  const again = {
    alerts: await alertsAgain(panel, decisions),
    silent: await silentAgain(panel, scopesOf),
    forms: await formsAgain(panel, counting.profile, raw.forms, scopesOf),
    movers: await moversAgain(counting),
    forecasts: await forecastsAgain(counting, raw.forecasts),
  };
  const monthly = (facts: MonthlyFacts): Disagreement[] => [
    ...again.alerts.monthly(facts.about, panel.month, facts.alerts),
    ...again.silent(facts.about, facts.completeness.silent),
    ...again.forms(facts.about, facts),
    ...(facts.outlook ? again.movers(facts.about, facts.outlook) : []),
    ...(facts.outlook ? again.forecasts(facts.about, facts.outlook) : []),
  ];
  const period = async (facts: PeriodFacts): Promise<Disagreement[]> => [
    ...again.alerts.period(panel.month, facts),
    ...(await reportingAgain(panel, scopesOf, facts)),
    ...(facts.outlook ? again.movers("", facts.outlook) : []),
    ...(facts.outlook ? again.forecasts("", facts.outlook) : []),
  ];
  const list = async (facts: DispatchFacts): Promise<Disagreement[]> => {
    const people = facts.departments.reduce((sum, { silent }) => sum + silent.people, 0);
    return [...(await dispatchAgain(dispatch, facts)), ...again.silent("", { count: facts.total.silent, people })];
  };
  return async (facts) => {
    if (facts.kind === "monthly") return monthly(facts);
    if (facts.kind === "dispatch") return list(facts);
    return facts.kind === "flash" ? [] : period(facts);
  };
}
