import { formatMonth } from "../../../models/month.ts";
import {
  stateOf,
  type TakenStep,
  type ThresholdVersion,
  type VersionState,
} from "../../../models/threshold-version.ts";

/** A version as the page and programs are told of it. */
export interface ToldVersion {
  readonly id: number;
  readonly name: string;
  readonly validFrom: string;
  readonly state: VersionState;
  readonly author: string;
  readonly reason: string;
  readonly restores: number | null;
  readonly steps: readonly TakenStep[];
  readonly used: boolean;
  /** In force in the month to be run next. */
  readonly inForce: boolean;
}

export const toldVersion = (version: ThresholdVersion, inForce: number | null): ToldVersion => ({
  ...version,
  validFrom: formatMonth(version.validFrom),
  state: stateOf(version),
  inForce: version.id === inForce,
});
