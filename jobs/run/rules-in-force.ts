import { type CompiledRules, compileRules } from "../../models/levels.ts";
import { withoutForetelling } from "../../models/regime.ts";
import type { StepContext } from "./step.ts";

/** The rules that a run alerts by: all of its set's, or those on facts alone. */
export const rulesInForce = ({
  thresholds,
  rulesOnly,
  profile,
}: Pick<StepContext, "thresholds" | "rulesOnly" | "profile">): CompiledRules =>
  compileRules(rulesOnly ? withoutForetelling(thresholds) : thresholds, profile);
