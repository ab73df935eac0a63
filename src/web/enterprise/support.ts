import type { Assessment, Outcome } from "../../../models/policy/assess.ts";
import { OUTCOME_NAMES } from "../../../models/policy/explain.ts";
import { explainAmount } from "../../../models/policy/explain-amount.ts";
import { explainHeadRoom } from "../../../models/policy/explain-head-room.ts";
import { explainMissing } from "../../../models/policy/explain-missing.ts";
import { explainRule } from "../../../models/policy/explain-rule.ts";
import type { Support } from "./parts-answer.ts";

const ORDER: readonly Outcome[] = ["eligible", "unknown", "not-eligible"];

/** Every policy, those that can be had first. */
export const supportTold = (assessments: readonly Assessment[]): readonly Support[] =>
  assessments
    .toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
    .map(({ policy, outcome, decidedBy, missing, amount, headRoom }) => ({
      ...{ policy: policy.code, name: policy.name, outcome, says: OUTCOME_NAMES[outcome] },
      decided: decidedBy && explainRule(decidedBy),
      missing: missing.length === 0 ? null : explainMissing(missing),
      amount: explainAmount(amount),
      headRoom: headRoom && explainHeadRoom(headRoom),
    }));
