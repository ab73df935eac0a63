import type { Field, Mapping } from "../../models/profile.ts";
import { FIELD_NAMES } from "../../src/intake/field-names.ts";
import { templateMapping } from "../../src/intake/template.ts";

/** All that may have been reported of a month, which a correction takes along. */
const FIELDS: readonly Field[] = [
  ...(["code", "month", "headcount", "dispatch", "hidden", "hired", "departed", "reductionType"] as const),
  ...(["reason1", "reason2", "reason3", "nextMonth", "publishedOn"] as const),
];

/** A table of our own headers: one row an enterprise and month. */
const OWN: Mapping = {
  kind: "headcount",
  layout: "long",
  columns: Object.fromEntries(FIELDS.map((field) => [field, [FIELD_NAMES[field].zh]])),
};

/** The table in which a month's correction is written: the place's own, or ours where it reports in no such table. */
export const correctionMapping = (mappings: readonly Mapping[]): Mapping =>
  templateMapping(mappings, "headcount") ?? OWN;

/** How files of people are read: ours comes first where a correction needs it, because a register would take its one code for a row. */
export const withCorrections = (mappings: readonly Mapping[]): readonly Mapping[] =>
  templateMapping(mappings, "headcount") === null ? [OWN, ...mappings] : mappings;
