import type { CollectiveInput, MonthlyInput } from "../../../reports/input.ts";
import { collectiveOf } from "../../../src/db/collective.ts";
import { finishedSteps } from "../../../src/db/run.ts";
import type { StepContext } from "../step.ts";
import type { Decision } from "./alerts.ts";

/** Lines that only mark: how many enterprises crossed them, and how many of those have an alert open. */
export async function labels(
  { tx, run, thresholds }: StepContext,
  decisions: readonly Decision[],
): Promise<MonthlyInput["labels"]> {
  const counts = (await finishedSteps(tx, run)).get("score")?.counts ?? {};
  const open = decisions.filter((d) => d.levelAfter !== null);
  return thresholds.rules
    .filter((rule) => rule.level === null)
    .map((rule) => ({
      rule: rule.id,
      name: rule.name,
      enterprises: counts[`rule:${rule.id}`] ?? 0,
      alerted: open.filter((d) => d.rules.includes(rule.id)).length,
    }));
}

export async function collective({ tx, run, thresholds }: StepContext): Promise<CollectiveInput[]> {
  const judged = new Map((await collectiveOf(tx, run.id)).map((one) => [one.rule, one]));
  return thresholds.collective.flatMap(({ id, name, level, enterprises: needed }) => {
    const one = judged.get(id);
    if (!one) return [];
    const bound = one.alarm?.kind === "judged" ? Math.floor(one.alarm.bound) : null;
    return { ...{ rule: id, name, level, needed: needed.value, bound }, enterprises: one.enterprises, met: one.met };
  });
}
