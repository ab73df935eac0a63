import type { DecisionThresholds } from "./threshold.ts";

/** Whether a silence still counts as "not known": after silentUntil months it is the register's matter and no alert's. */
export const isUnheard = (silentMonths: number, { silentUntil }: Pick<DecisionThresholds, "silentUntil">): boolean =>
  silentMonths > 0 && !(silentUntil && silentMonths > silentUntil.value);
