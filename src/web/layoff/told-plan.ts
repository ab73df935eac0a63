import { formatMonth, type Month } from "../../../models/month.ts";
import { art41, art41Obligations } from "../../../models/statute/art41.ts";
import { faultsOf, type LayoffPlan, outcomeOf } from "../../../models/statute/plan.ts";
import type { ToldPlan } from "./plan-answer.ts";

/** A plan beside what the law says of it and what became of it. @param headcounts by month, reported ones only, in order */
export function toldPlan(
  plan: LayoffPlan & { readonly id: number },
  headcounts: readonly { readonly month: Month; readonly headcount: number }[],
): ToldPlan {
  const { id, filedOn, explainedOn, startsOn, people, staff, ground, groups } = plan;
  const { kind, arithmetic } = art41(plan);
  const applies = kind === "triggered";
  const { lost, to, verdict } = outcomeOf(plan, headcounts);
  return {
    ...{ id, filedOn, explainedOn, startsOn, people, staff, ground, groups },
    law: { applies, says: arithmetic, duties: applies ? dutiesFrom(startsOn) : [] },
    faults: faultsOf(plan),
    outcome: { lost, to: to === null ? null : formatMonth(to), verdict },
  };
}

const dutiesFrom = (startsOn: string) =>
  art41Obligations(startsOn).map(({ name, due, origin }) => ({ name, due, origin }));
