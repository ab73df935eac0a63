import { UNKNOWN } from "../../../models/figure.ts";
import type { ForecastOutcome } from "../../../models/forecast/forecast-outcome.ts";
import type { TotalForecast } from "../../../models/forecast/total-forecast.ts";
import type { Month } from "../../../models/month.ts";
import { lastDay } from "../../../models/month.ts";
import { MOVEMENT_LIMITS } from "../../../models/movement-limits.ts";
import type { Panel } from "../../../models/panel.ts";
import { scopeKey } from "../../../models/report-scope.ts";
import { decidedByMonth } from "../../../src/db/decided.ts";
import { enterpriseIdsOf } from "../../../src/db/enterprise.ts";
import { forecastsBefore } from "../../../src/db/forecast.ts";
import { formsOf } from "../../../src/db/form.ts";
import { rowOf } from "../../../src/db/panel.ts";
import { registered } from "../../../src/db/register.ts";
import type { DecisionRow } from "../../../src/recount/told/alerts-again.ts";
import type { OpenAlertRow } from "../../../src/recount/told/dispatch-again.ts";
import type { FormRow } from "../../../src/recount/told/forms-again.ts";
import type { RawMonth } from "../../../src/recount/told/report-again.ts";
import { scopesOfRow } from "../../../src/recount/told/scopes-of-row.ts";
import type { StepContext } from "../step.ts";
import { owedUntil } from "./dispatch-input.ts";
import { type Gathered, MONTHS_BACK } from "./gathered.ts";
import { departmentsOf } from "./placed.ts";

/** Reads once more, for the second count, what the month's reports are made from. */
export async function rawMonth(gathered: Gathered): Promise<RawMonth> {
  const { context, panel } = gathered;
  const { tx, run, profile } = context;
  const { membership } = await context.figures(tx);
  const counting = { panel, profile, membership };
  const from = run.month - MOVEMENT_LIMITS.horizon.value;
  const earlier = await forecastsBefore<TotalForecast, ForecastOutcome>(tx, run.id, from);
  return {
    counting,
    decisions: await decisionRows(context, panel, scopesOfRow(counting)),
    forms: { now: await formRows(context, panel, run.month), before: await formRows(context, panel, run.month - 1) },
    forecasts: earlier.map(({ made }) => made),
    dispatch: {
      ...{ asOf: run.asOf, profile, open: openAlerts(gathered), owed: await owedUntil(context) },
      silent: gathered.silent.map(({ silent: { departments, lastHeadcount } }) => ({
        ...{ owner: departments[0] ?? UNKNOWN, people: lastHeadcount ?? 0 },
      })),
    },
  };
}

async function decisionRows(
  { tx, run, profile }: StepContext,
  panel: Panel,
  scopesOf: (row: number) => readonly string[],
): Promise<DecisionRow[]> {
  const { decided } = await decidedByMonth(tx, run.id, run.month - MONTHS_BACK);
  const ids = await enterpriseIdsOf(tx, [...new Set(decided.map(({ subject }) => subject))]);
  const register = await registered(tx, run.vintage, [...ids.values()]);
  return decided.map(({ month, subject, reason, level }) => {
    const id = ids.get(subject)!;
    const row = rowOf(panel, id);
    const entry = register.get(id);
    const unseen = [
      "",
      ...departmentsOf(entry, profile, lastDay(run.month)).map((code) => scopeKey({ dimension: "department", code })),
      ...(entry?.region ? [scopeKey({ dimension: "region", code: entry.region })] : []),
    ];
    return { month, code: subject, row, scopes: row < 0 ? unseen : scopesOf(row), level, reason };
  });
}

async function formRows({ tx, run }: StepContext, panel: Panel, month: Month): Promise<FormRow[]> {
  const rows: FormRow[] = [];
  for await (const block of formsOf(tx, month, run.vintage))
    for (const { enterprise, ...form } of block) rows.push({ ...form, row: rowOf(panel, enterprise) });
  return rows;
}

/** Open alerts with what their cases still owe. */
const openAlerts = ({ alerts }: Gathered): OpenAlertRow[] =>
  alerts.flatMap(({ alert: { code, level, reason, departments }, openedOn, handling }) => {
    if (level === null || openedOn === null) return [];
    const owes = handling?.deadlines.filter(({ metOn }) => metOn === null).map(({ due }) => due) ?? null;
    const closed = handling?.state.state === "closed";
    return [{ code, level, openedOn, owes, closed, owner: departments[0] ?? UNKNOWN, opened: reason === "opened" }];
  });
