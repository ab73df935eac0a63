import { changeLife } from "../../models/alert/life.ts";
import type { Case } from "../../models/case/case.ts";
import type { Step } from "../../models/case/step.ts";
import { dayOf } from "../../models/instant.ts";
import { holdAlerts, keepChanges } from "../../src/db/alert-life.ts";
import type { Db } from "../../src/db/db.ts";

/** Ends the open alerts of a case that closes, with its outcome and under its number. */
export async function closeAlertsOf(
  tx: Db,
  ids: readonly number[],
  number: string,
  { outcome }: Case,
  { actor, note }: Step,
  now: number,
): Promise<void> {
  const alerts = await holdAlerts(tx, ids);
  const change = { action: "close", actor, outcome: outcome!, reason: `${number}: ${note}` } as const;
  const kept = [...alerts.values()].flatMap(({ id, life }) => {
    const changed = changeLife(life, change, dayOf(now));
    return changed.kind === "refused"
      ? []
      : [{ alert: id, change, life: changed.life, at: new Date(now).toISOString() }];
  });
  await keepChanges(tx, kept);
}
