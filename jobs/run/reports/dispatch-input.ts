import type { DispatchInput } from "../../../reports/dispatch/input.ts";
import type { Gathered } from "./gathered.ts";
import { frameOf } from "./monthly-input.ts";

/** What the month's dispatch list is made from; the task of an alert comes from its case once cases are kept. */
export const dispatchInput = (gathered: Gathered): DispatchInput => ({
  ...frameOf(gathered),
  month: gathered.context.run.month,
  alerts: gathered.alerts.flatMap(({ alert, openedOn }) =>
    openedOn === null ? [] : [{ ...alert, openedOn, task: null }],
  ),
  silent: gathered.silent.map(({ silent }) => silent),
});
