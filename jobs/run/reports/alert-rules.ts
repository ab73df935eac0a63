import { countBeyond } from "../../../models/collective.ts";
import type { CollectiveInput, MonthlyInput } from "../../../reports/input.ts";
import { finishedSteps } from "../../../src/db/run.ts";
import { alarmingScores } from "../../../src/db/score.ts";
import type { StepContext } from "../step.ts";
import { fallOf } from "../subjects.ts";
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
  const falls = (await alarmingScores(tx, run.id)).map(fallOf).filter((fall) => fall !== null);
  return thresholds.collective.map((rule) => {
    const enterprises = countBeyond(falls, rule);
    const needed = rule.enterprises.value;
    return { rule: rule.id, name: rule.name, level: rule.level, enterprises, needed, met: enterprises >= needed };
  });
}
