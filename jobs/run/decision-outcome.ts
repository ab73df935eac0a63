import type { Decision } from "../../models/decision/decision.ts";
import type { NewDecision } from "../../src/db/alert.ts";
import type { Subject } from "./subjects.ts";

/** A decision with whom it is about and as it is stored. */
export interface DecisionOutcome {
  readonly subject: Subject;
  readonly decision: Decision;
  readonly stored: NewDecision<Subject["explanation"]>;
}
