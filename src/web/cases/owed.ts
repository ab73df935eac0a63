import { caseOf } from "../../../models/case/case.ts";
import { deadlineRules } from "../../../models/case/deadline-rules.ts";
import { type Deadline, deadlinesOf } from "../../../models/case/deadlines.ts";
import type { Profile } from "../../../models/profile.ts";
import { stepsOf } from "../../db/case.ts";
import type { Db } from "../../db/db.ts";
import type { ListedCase } from "../../db/scope/cases-in-reach.ts";

/** What each of some cases still owes, by day; a closed one owes nothing. */
export async function owedBy(
  tx: Db,
  cases: readonly ListedCase[],
  profile: Profile,
): Promise<ReadonlyMap<number, readonly Deadline[]>> {
  const open = cases.filter(({ closedAt }) => closedAt === null).map(({ id }) => id);
  const rules = deadlineRules(profile);
  const owed = [...(await stepsOf(tx, open))].map(
    ([id, steps]) => [id, stillOwed(deadlinesOf(caseOf(steps.map(({ taken }) => taken)), rules))] as const,
  );
  return new Map(owed);
}

export const stillOwed = (deadlines: readonly Deadline[]): readonly Deadline[] =>
  deadlines.filter(({ metOn }) => metOn === null);

/** Cases as a list tells them: each with what it owes first. */
export async function withNextDue(tx: Db, cases: readonly ListedCase[], profile: Profile) {
  const owed = await owedBy(tx, cases, profile);
  return cases.map((one) => ({ ...one, nextDue: firstOf(owed.get(one.id) ?? []) }));
}

export function firstOf([first]: readonly Deadline[]) {
  return first ? { kind: first.kind, due: first.due, measure: first.measure } : null;
}
