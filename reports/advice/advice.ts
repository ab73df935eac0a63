import type { Text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import { alertAdvice, collectiveAdvice, heldBackAdvice } from "./alert-rules.ts";
import { ADVICE_LIMITS } from "./limits.ts";
import { industryAdvice, reasonAdvice, townshipAdvice } from "./movement-rules.ts";
import { concentrationAdvice, dispatchAdvice, forecastAdvice, hiddenAdvice } from "./outlook-rules.ts";
import { silentAdvice, unreportedAdvice } from "./quality-rules.ts";

/** Something to do, and the fact it rests on. */
export interface Advice {
  readonly code: string;
  readonly urge: Text;
  readonly because: Text;
}

export type AdviceRule = (facts: MonthlyFacts) => readonly Advice[];

/** The most pressing first. A rule whose fact is not there suggests nothing. */
const RULES: readonly AdviceRule[] = [
  alertAdvice,
  collectiveAdvice,
  reasonAdvice,
  silentAdvice,
  industryAdvice,
  townshipAdvice,
  heldBackAdvice,
  forecastAdvice,
  dispatchAdvice,
  hiddenAdvice,
  concentrationAdvice,
  unreportedAdvice,
];

/** What the month asks for, by rule. */
export const adviceOn = (facts: MonthlyFacts): readonly Advice[] =>
  RULES.flatMap((rule) => rule(facts)).slice(0, ADVICE_LIMITS.most.value);
