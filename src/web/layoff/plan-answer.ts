import { z } from "zod";
import { GROUNDS } from "../../../models/statute/art41.ts";
import { FAULTS, PLAN_VERDICTS } from "../../../models/statute/plan.ts";
import { shape, type Told } from "../answers/shape.ts";
import { DAY, keyOf, MONTH, PERSONS, TEXT } from "../answers/units.ts";

/** Something art. 41 asks for, and by when; null: before the first dismissal. */
const DUTY = z.strictObject({ name: TEXT, due: DAY.nullable(), origin: TEXT });

/** A layoff plan as it was filed: numbers of people, no names. */
export const PLAN = shape("LayoffPlan", {
  id: z.int(),
  /** The day it was filed; the day union or staff were told, null when that is not known; the first day of dismissals. */
  ...{ filedOn: DAY, explainedOn: DAY.nullable(), startsOn: DAY },
  ...{ people: PERSONS, staff: PERSONS, ground: keyOf(GROUNDS), groups: z.record(z.string(), PERSONS) },
  /** Whether art. 41 applies, by which comparison, and what it then asks for. */
  law: z.strictObject({ applies: z.boolean(), says: TEXT, duties: z.array(DUTY) }),
  /** To be checked by art. 41 and 42. */
  faults: z.array(keyOf(FAULTS)),
  /** Net loss since, up to a month; null: nothing was reported since. */
  outcome: z.strictObject({ lost: PERSONS.nullable(), to: MONTH.nullable(), verdict: keyOf(PLAN_VERDICTS) }),
});

export const FILED = z.strictObject({ id: z.int(), faults: z.array(keyOf(FAULTS)) });

export type ToldPlan = Told<z.infer<typeof PLAN>>;
