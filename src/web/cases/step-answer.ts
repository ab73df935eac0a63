import { z } from "zod";
import { CRITICALITIES, STEPS } from "../../../models/case/step.ts";
import { shape } from "../answers/shape.ts";
import { CODE, COUNT, DAY, INSTANT, keyOf, PERSONS } from "../answers/units.ts";

/** A step as it was written down; what it does not say is left out. */
export const STEP = shape("CaseStep", {
  step: COUNT,
  at: INSTANT,
  taken: z.strictObject({
    kind: keyOf(STEPS),
    actor: z.string(),
    on: DAY,
    /** What was said, seen or decided. */
    note: z.string().exactOptional(),
    due: z.string().exactOptional(),
    /** Whom it concerns: a referent, somebody who takes part. */
    person: z.string().exactOptional(),
    criticality: z.enum(CRITICALITIES).exactOptional(),
    difficulties: z.array(CODE).exactOptional(),
    measure: CODE.exactOptional(),
    /** Number of the alert a case is opened for or joined by. */
    alert: z.string().exactOptional(),
    outcome: CODE.exactOptional(),
    /** On closing: whether what was done changed what would have happened. */
    intervened: z.boolean().exactOptional(),
    kept: PERSONS.exactOptional(),
  }),
});
