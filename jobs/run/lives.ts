import type { LifeAction } from "../../models/alert/actions.ts";
import { changeLife, type Life } from "../../models/alert/life.ts";
import { serviceAction, silenceAction } from "../../models/alert/service-action.ts";
import { dayOf } from "../../models/instant.ts";
import { SYSTEM } from "../../src/db/alert.ts";
import { type Alert, holdAlerts, type KeptChange, keepChanges } from "../../src/db/alert-life.ts";
import type { DecisionOutcome } from "./decision-outcome.ts";
import type { Deciding } from "./step.ts";

/** Carries the decisions over to the lives of their alerts, each change a row; who is told is another matter. */
export async function changeLives(context: Deciding, outcomes: readonly DecisionOutcome[]): Promise<void> {
  const alerts = await holdAlerts(
    context.tx,
    outcomes.flatMap(({ stored }) => stored.alert ?? []),
  );
  const kept = outcomes.flatMap((outcome) => {
    const alert = alerts.get(outcome.stored.alert ?? 0);
    return alert && !isNew(alert, context) ? changesFor(alert, outcome, context) : [];
  });
  await keepChanges(context.tx, kept);
}

/** Raised by this very step: that is its first change already. */
const isNew = ({ life, raisedAt }: Alert, { at }: Deciding): boolean => life.changes === 1 && raisedAt === at;

function changesFor(alert: Alert, { subject, decision, stored }: DecisionOutcome, { run, at }: Deciding): KeptChange[] {
  const kept: KeptChange[] = [];
  const step = (life: Life, action: LifeAction | null, level?: string | null): Life => {
    const changed = action === null ? null : changeLife(life, { action, actor: SYSTEM }, dayOf(Date.parse(at)));
    if (changed?.kind !== "changed") return life;
    kept.push({
      ...{ alert: alert.id, change: { action: action!, actor: SYSTEM }, life: changed.life, at, run: run.id },
      ...(level === undefined ? {} : { level }),
    });
    return changed.life;
  };
  const decided = decision.send ? serviceAction(decision.reason, alert.life) : null;
  const level = decided === "calm" ? undefined : stored.levelAfter;
  const life = step(alert.life, decided, level);
  step(life, silenceAction(subject.silentMonths > 0, life));
  return kept;
}
