import { z } from "zod";
import { shape, type Told } from "../answers/shape.ts";
import { INSTANT, MONTH } from "../answers/units.ts";

/** A version of the threshold set as the page and programs are told of it. */
export const VERSION = shape("ThresholdVersion", {
  ...{ id: z.int(), name: z.string(), validFrom: MONTH },
  state: z.enum(["draft", "approved", "withdrawn"]),
  ...{ author: z.string(), reason: z.string() },
  /** The version that it took up again. */
  restores: z.int().nullable(),
  steps: z.array(
    z.strictObject({
      ...{ step: z.enum(["saved", "approved", "withdrawn"]), actor: z.string(), reason: z.string(), at: INSTANT },
    }),
  ),
  /** Whether a month was run with it. */
  used: z.boolean(),
  /** In force in the month to be run next. */
  inForce: z.boolean(),
});

export const SAVED = z.strictObject({ id: z.int() });

/** What was done to a version; `restored` is the new version that took it up again. */
export const STEPPED = shape("VersionStep", {
  ...{ id: z.int(), way: z.enum(["approve", "withdraw", "restore"]), restored: z.int().exactOptional() },
});

export type ToldVersion = Told<z.infer<typeof VERSION>>;
