import { z } from "zod";
import { shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, MONTH, PERSONS, SHARE } from "../answers/units.ts";

/** Its name as last registered; null when it never was. */
const ENTERPRISE = { code: z.string(), name: z.string().nullable() };

const NAMED_ALERT = shape("NamedAlert", { ...ENTERPRISE, month: MONTH, level: CODE });

/** Months from the opening of its alert to the event; below 0 when late, null when missed. */
const TOLD = z.strictObject({ verdict: z.enum(["warned", "late", "missed"]), lead: z.int().nullable() });

const NAMED_REDUCTION = shape("NamedReduction", {
  ...{ ...ENTERPRISE, month: MONTH, people: PERSONS.nullable(), first: TOLD, second: TOLD },
});

/** What changes between two sets, by name; long lists are cut, their whole length told. */
export const DIFFERENCE = z.strictObject({
  counts: z.strictObject({
    ...{ added: COUNT, removed: COUNT, caught: COUNT, lost: COUNT, earlier: COUNT, later: COUNT },
  }),
  ...{ added: z.array(NAMED_ALERT), removed: z.array(NAMED_ALERT) },
  /** Known reductions, those told differently first, then by people. */
  ...{ reductions: z.array(NAMED_REDUCTION), reductionCount: COUNT },
});

const BOTH = z.tuple([COUNT, COUNT]);

/** How the two sets do in a group: alerts, precision, known reductions and those warned of. */
const GROUP_OUTCOME = shape("GroupOutcome", {
  ...{ code: z.string(), alerts: BOTH, precision: z.tuple([SHARE.nullable(), SHARE.nullable()]) },
  ...{ events: COUNT, warned: BOTH },
});

/** By size and by industry; codes of sizes are the lower limits of the profile's size bands. */
export const GROUPS = z.strictObject({ sizes: z.array(GROUP_OUTCOME), industries: z.array(GROUP_OUTCOME) });

/**
 * What the newest month would open under two sets, from the alerts as they stand: exactly what running it again raises.
 * Levels are null where the set opens nothing.
 */
export const NEXT_RUN = z.strictObject({
  month: MONTH,
  alerts: z.array(z.strictObject({ ...ENTERPRISE, first: CODE.nullable(), second: CODE.nullable() })),
});

export type NamedDifference = Told<z.infer<typeof DIFFERENCE>>;
export type NamedAlert = Told<z.infer<typeof NAMED_ALERT>>;
export type NamedReduction = Told<z.infer<typeof NAMED_REDUCTION>>;
export type LabGroups = Told<z.infer<typeof GROUPS>>;
export type NextRun = Told<z.infer<typeof NEXT_RUN>>;
