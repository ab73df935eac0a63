import { GAP, type Panel } from "../../../models/panel.ts";
import { STATUS } from "../../../models/score.ts";
import type { AlertInput } from "../../../reports/input.ts";
import { decisionsOf, type StoredDecision } from "../../../src/db/alert.ts";
import { openedOn } from "../../../src/db/decided.ts";
import { type StoredScore, scoresOf } from "../../../src/db/score.ts";
import type { StepContext } from "../step.ts";
import { type AlertCase, alertCases } from "./cases.ts";
import type { PlacedEnterprise } from "./placed.ts";

export type Decision = StoredDecision<AlertInput["explanation"]>;

/** An alert with the keys of the scopes it is told in. */
export interface PlacedAlert {
  readonly keys: readonly string[];
  readonly alert: AlertInput;
  /** The day its desk could know of it; null when none is open. */
  readonly openedOn: string | null;
  /** Its case; null where none was opened. */
  readonly handling: AlertCase | null;
}

export const enterpriseDecisions = async ({ tx, run }: StepContext): Promise<Decision[]> =>
  (await decisionsOf<AlertInput["explanation"]>(tx, run.id)).filter((d) => d.subjectKind === "enterprise");

/**
 * The month's decisions with everything the report says of their enterprises.
 * @param before the levels of alerts that were open after the month before, also where a person has closed them since
 */
export async function placedAlerts(
  decisions: readonly Decision[],
  before: ReadonlyMap<string, string>,
  panel: Panel,
  enterprises: ReadonlyMap<string, PlacedEnterprise>,
  context: StepContext,
): Promise<PlacedAlert[]> {
  const { tx, run, thresholds } = context;
  const placed = decisions.map((decision) => ({ decision, place: enterprises.get(decision.subject)! }));
  const scores = await scoresOf(
    tx,
    run.id,
    placed.map(({ place }) => place.id),
  );
  const opened = await openedOn(
    tx,
    decisions.flatMap(({ alert }) => alert ?? []),
  );
  const cases = await alertCases(
    context,
    decisions.flatMap(({ alert }) => alert ?? []),
  );
  // The reason's sentence names the rules that gave the level; beside it stand the lines that only mark.
  const names = new Map(thresholds.rules.filter((rule) => rule.level === null).map((rule) => [rule.id, rule.name]));
  return placed.map(({ decision, place }) => ({
    keys: place.keys,
    openedOn: opened.get(decision.alert ?? -1) ?? null,
    handling: cases.get(decision.alert ?? -1) ?? null,
    alert: {
      ...described(decision, place),
      levelBefore: decision.levelBefore ?? before.get(decision.subject) ?? null,
      rules: decision.rules.flatMap((rule) => names.get(rule) ?? []),
      ...measured(scores.get(place.id)),
      history: historyOf(panel, place.row),
    },
  }));
}

const described = (decision: Decision, { entry, departments }: PlacedEnterprise) => ({
  code: decision.subject,
  name: entry?.name ?? decision.subject,
  industry: entry?.industry ?? null,
  region: entry?.region ?? null,
  departments,
  specialist: entry?.specialist ?? null,
  keyEnterprise: entry?.keyEnterprise ?? false,
  level: decision.levelAfter,
  reason: decision.monthReason as AlertInput["reason"],
  repeat: decision.repeat,
  openedMonth: decision.openedMonth ?? decision.month,
  explanation: decision.explanation,
});

const measured = (score: StoredScore | undefined) => ({
  headcount: score?.headcount ?? null,
  previous: score && score.status !== STATUS.returned ? score.previous : null, // last month alone
  expected: score?.expected ?? null,
  lower: score?.lower ?? null,
  ...{ risk: score?.risk ?? null, riskLow: score?.riskLow ?? null, riskHigh: score?.riskHigh ?? null },
});

export function historyOf(panel: Panel, row: number): (number | null)[] {
  if (row < 0) return [];
  return Array.from(panel.headcount.subarray(row * panel.width, (row + 1) * panel.width), (n) =>
    n === GAP ? null : n,
  );
}
