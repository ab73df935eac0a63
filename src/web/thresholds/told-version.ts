import { formatMonth } from "../../../models/month.ts";
import { stateOf, type ThresholdVersion } from "../../../models/threshold-version.ts";
import type { ToldVersion } from "./version-answer.ts";

export const toldVersion = (version: ThresholdVersion, inForce: number | null): ToldVersion => ({
  ...version,
  validFrom: formatMonth(version.validFrom),
  state: stateOf(version),
  inForce: version.id === inForce,
});
