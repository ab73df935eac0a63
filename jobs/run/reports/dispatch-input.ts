import { dayAfter, type Instant, instantOn } from "../../../models/instant.ts";
import type { Owed } from "../../../models/joint/owed.ts";
import { firstDay } from "../../../models/month.ts";
import type { DispatchInput } from "../../../reports/dispatch/input.ts";
import { owedBetween } from "../../joint/owed.ts";
import type { StepContext } from "../step.ts";
import { taskOf } from "./cases.ts";
import type { Gathered } from "./gathered.ts";
import { frameOf } from "./monthly-input.ts";

/** What the month's dispatch list is made from: alerts with what their cases owe, who did not report, what desks owe. */
export async function dispatchInput(gathered: Gathered): Promise<DispatchInput> {
  const { context, alerts, silent } = gathered;
  return {
    ...frameOf(gathered),
    month: context.run.month,
    alerts: alerts.flatMap(({ alert, openedOn, handling }) => {
      if (openedOn === null) return [];
      return [{ ...alert, openedOn, task: handling === null ? null : taskOf(handling, context.profile) }];
    }),
    silent: silent.map((one) => one.silent),
    owed: await owedUntil(context),
  };
}

/** From the first day of the month to the end of the run's day; what was done after that is not done yet. */
export async function owedUntil({ tx, run, profile }: StepContext): Promise<Owed[]> {
  const end: Instant = instantOn(dayAfter(run.asOf, 1));
  const owed = await owedBetween(tx, profile, instantOn(firstDay(run.month)), end);
  return owed.map((one) => ({ ...one, metAt: one.metAt !== null && one.metAt < end ? one.metAt : null }));
}
