import { z } from "zod";
import { ROLES } from "../../../models/rights/roles.ts";
import { shape, type Told } from "../answers/shape.ts";
import { CODE, keyOf } from "../answers/units.ts";

const PERSON = shape("Person", {
  ...{ account: z.string(), name: z.string(), roles: z.array(keyOf(ROLES)) },
  ...{ departments: z.array(CODE), regions: z.array(CODE) },
  /** The name by which the register assigns enterprises to the person. */
  specialist: z.string().nullable(),
  disabled: z.boolean(),
});

export const PEOPLE_ANSWER = z.array(PERSON);

export type ListedPerson = Told<z.infer<typeof PERSON>>;
