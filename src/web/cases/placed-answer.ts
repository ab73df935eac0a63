import { z } from "zod";
import { shape, type Told } from "../answers/shape.ts";
import { CODE, DAY, PERSONS, SHARE } from "../answers/units.ts";

/** Those dismissed, as counts; never people. Each number of months includes those before; null: not counted yet. */
const COUNTS = {
  ...{ dismissed: PERSONS, benefit: PERSONS, offered: PERSONS, trained: PERSONS },
  ...{ placed1: PERSONS.nullable(), placed3: PERSONS.nullable(), placed6: PERSONS.nullable() },
};

export const PLACED = shape("Reemployment", {
  /** The newest count of each group. */
  groups: z.array(z.strictObject({ group: CODE, on: DAY, ...COUNTS })),
  total: z.strictObject({
    ...COUNTS,
    ...{ placed: PERSONS, unemployed: PERSONS },
    /** placed ÷ dismissed; null without anybody dismissed. */
    rate: SHARE.nullable(),
    /** People still to be placed; null without a target. */
    gap: PERSONS.nullable(),
  }),
});

export type ToldPlaced = Told<z.infer<typeof PLACED>>;
