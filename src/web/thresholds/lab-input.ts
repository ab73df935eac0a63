import { z } from "zod";
import { type Edits, tunables } from "../../../models/lab/tunable.ts";
import type { Profile } from "../../../models/profile.ts";
import { withGroups } from "../../../models/strictness.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import { takes } from "../route.ts";

const id = z
  .string()
  .regex(/^\d{0,9}$/)
  .optional();
const number = z
  .string()
  .regex(/^(-?\d{1,9}(\.\d{1,9})?)?$/)
  .optional();

/** Every number of the profile's set, and one a section of industry and a size band, by its key; blank is unchanged. */
export const editFields = (profile: Profile): Readonly<Record<string, typeof number>> =>
  Object.fromEntries(tunables(withGroups(profile.thresholds, profile)).map(({ key }) => [key, number]));

/** Which set is held against which, and what is changed of the second: the address holds the whole view. */
export const labInput = (profile: Profile) =>
  takes({ query: { against: id, set: id, curve: z.enum(["", "yes"]).optional(), ...editFields(profile) } });

/** What a query names, whatever the set's rules are; the schema has refused all else. */
export interface LabQuery {
  readonly against?: string | undefined;
  readonly set?: string | undefined;
  readonly curve?: "" | "yes" | undefined;
}

/** A value as a field shows it: nine decimals tell any two limits apart. */
export const fieldValue = (value: number): string => String(Number(value.toFixed(9)));

/** The fields that name another value than the set has. */
export function editsIn(fields: object, set: ThresholdSet): Edits {
  const given = fields as Readonly<Record<string, string | undefined>>;
  return Object.fromEntries(
    tunables(set).flatMap(({ key, threshold }) => {
      const value = given[key];
      return value === undefined || value === "" || fieldValue(Number(value)) === fieldValue(threshold.value)
        ? []
        : [[key, Number(value)]];
    }),
  );
}
