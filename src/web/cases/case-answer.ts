import { z } from "zod";
import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { CRITICALITIES } from "../../../models/case/step.ts";
import { shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, CURSOR, DAY, INSTANT, keyOf, PERSONS } from "../answers/units.ts";
import { PLACED } from "./placed-answer.ts";
import { STEP } from "./step-answer.ts";

const OWED = {
  kind: z.enum(["contact", "visit", "measure", "follow-up"]),
  due: DAY,
  /** The measure it is about; null otherwise. */
  measure: CODE.nullable(),
};

export const LISTED_CASE = shape("ListedCase", {
  id: z.int(),
  number: z.string(),
  enterprise: z.string(),
  name: z.string().nullable(),
  openedAt: INSTANT,
  closedAt: INSTANT.nullable(),
  referent: z.string(),
  criticality: z.string(),
  steps: COUNT,
  /** What it owes first; null: nothing, or it is closed. */
  nextDue: z.strictObject(OWED).nullable(),
});

/** null: not carried out yet. */
const MEASURE = z.strictObject({ code: CODE, agreedOn: DAY, due: DAY, doneOn: DAY.nullable() });

/** What its steps make of a case. */
const CASE = shape("Case", {
  state: z.enum(["open", "closed"]),
  openedOn: DAY,
  /** The one who answers for it. */
  referent: z.string(),
  participants: z.array(z.string()),
  criticality: z.enum(CRITICALITIES),
  alerts: z.array(z.string()),
  /** First contact and first visit; null: not yet. */
  contactedOn: DAY.nullable(),
  visitedOn: DAY.nullable(),
  difficulties: z.array(CODE),
  measures: z.array(MEASURE),
  /** The next agreed follow-up; null: none is open. */
  followUp: DAY.nullable(),
  outcome: keyOf(OUTCOMES).nullable(),
  intervened: z.boolean().nullable(),
  /** People who kept their jobs by it, as far as the desk can say. */
  kept: PERSONS.nullable(),
  steps: COUNT,
});

const DEADLINE = z.strictObject({
  ...OWED,
  /** The day it was met; null: still owed. */
  metOn: DAY.nullable(),
});

export const CASES = z.strictObject({ cases: z.array(LISTED_CASE), next: CURSOR });

/** A case, and what decides who may do something about it. */
export const ONE_CASE = z.strictObject({
  case: z.strictObject({
    listed: LISTED_CASE,
    now: CASE,
    deadlines: z.array(DEADLINE),
    steps: z.array(STEP),
    /** Those dismissed by the enterprise. */
    placed: PLACED,
  }),
  subject: z.strictObject({
    kind: z.literal("enterprise"),
    departments: z.array(CODE),
    region: CODE.nullable(),
    specialist: z.string().nullable(),
  }),
});

export type ToldCase = Told<z.infer<typeof LISTED_CASE>>;
export type CasesView = Told<z.infer<typeof CASES>>;
export type CaseView = Told<z.infer<typeof ONE_CASE>>["case"];
