import { lastDay } from "../../../models/month.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { regulatorsOf } from "../../../models/regulator.ts";
import type { AlertInput } from "../../../reports/input.ts";
import { decisionsOf, type StoredDecision } from "../../../src/db/alert.ts";
import { enterpriseIdsOf } from "../../../src/db/enterprise.ts";
import { rowOf } from "../../../src/db/panel.ts";
import { type Registered, registered } from "../../../src/db/register.ts";
import { type StoredScore, scoresOf } from "../../../src/db/score.ts";
import type { StepContext } from "../step.ts";

export type Decision = StoredDecision<AlertInput["explanation"]>;

/** An alert with the panel's row of its enterprise; -1 for one that never reported. */
export interface PlacedAlert {
  readonly row: number;
  readonly alert: AlertInput;
}

export const enterpriseDecisions = async ({ tx, run }: StepContext): Promise<Decision[]> =>
  (await decisionsOf<AlertInput["explanation"]>(tx, run.id)).filter((d) => d.subjectKind === "enterprise");

/** The month's decisions with everything the report says of their enterprises. */
export async function placedAlerts(
  decisions: readonly Decision[],
  panel: Panel,
  { tx, run, profile, thresholds }: StepContext,
): Promise<PlacedAlert[]> {
  const ids = await enterpriseIdsOf(
    tx,
    decisions.map((d) => d.subject),
  );
  const scores = await scoresOf(tx, run.id, [...ids.values()]);
  const register = await registered(tx, run.vintage, [...ids.values()]);
  // The reason's sentence names the rules that gave the level; beside it stand the lines that only mark.
  const names = new Map(thresholds.rules.filter((rule) => rule.level === null).map((rule) => [rule.id, rule.name]));
  return decisions.map((decision) => {
    const id = ids.get(decision.subject)!;
    const row = rowOf(panel, id);
    const alert = {
      ...described(decision, register.get(id)),
      ...owned(register.get(id), profile, lastDay(run.month)),
      rules: decision.rules.flatMap((rule) => names.get(rule) ?? []),
      ...measured(scores.get(id)),
      history: historyOf(panel, row),
    };
    return { row, alert };
  });
}

const described = (decision: Decision, entry: Registered | undefined) => ({
  code: decision.subject,
  name: entry?.name ?? decision.subject,
  industry: entry?.industry ?? null,
  region: entry?.region ?? null,
  level: decision.levelAfter,
  levelBefore: decision.levelBefore,
  reason: decision.monthReason as AlertInput["reason"],
  repeat: decision.repeat,
  openedMonth: decision.openedMonth ?? decision.month,
  explanation: decision.explanation,
});

/** Whose enterprise it is: the departments that answer for it on a day, its specialist, and whether it is a key enterprise. */
const owned = (entry: Registered | undefined, profile: Profile, on: string) => ({
  departments: departmentsOf(entry, profile, on),
  specialist: entry?.specialist ?? null,
  keyEnterprise: entry?.keyEnterprise ?? false,
});

export const departmentsOf = (entry: Registered | undefined, profile: Profile, on: string): readonly string[] =>
  regulatorsOf(
    profile,
    { industry: entry?.industryRaw ?? entry?.industry ?? null, ownership: entry?.ownership ?? null },
    on,
  );

const measured = (score: StoredScore | undefined) => ({
  headcount: score?.headcount ?? null,
  previous: score?.previous ?? null,
  expected: score?.expected ?? null,
  lower: score?.lower ?? null,
  risk: score?.risk ?? null,
});

export function historyOf(panel: Panel, row: number): (number | null)[] {
  if (row < 0) return [];
  return Array.from(panel.headcount.subarray(row * panel.width, (row + 1) * panel.width), (n) =>
    n === GAP ? null : n,
  );
}
