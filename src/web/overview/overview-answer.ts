import { z } from "zod";
import { ALERT } from "../alerts/alert-answer.ts";
import { shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, MONTH, PERSONS, SHARE, TEXT } from "../answers/units.ts";

/** Enterprises that should report, and those of them that did not. */
export const COMPLETENESS = shape("Completeness", { enterprises: COUNT, silent: COUNT });

/** Open alerts of a level by state, and what the newest month did to them. */
const LEVEL_STAND = shape("LevelStand", {
  level: CODE,
  raised: COUNT,
  acknowledged: COUNT,
  inHand: COUNT,
  /** In the newest month: opened at this level, come from a milder one, come from a graver one, gone from it altogether. */
  opened: COUNT,
  risen: COUNT,
  fallen: COUNT,
  closed: COUNT,
});

/** An industry or a region as the overview has it. Null is not computable. */
const LINE = shape("Line", {
  code: CODE,
  name: TEXT,
  headcount: PERSONS,
  change: PERSONS,
  rate: SHARE.nullable(),
  matched: COUNT,
  silent: COUNT,
  /** Open alerts by level code. */
  open: z.record(z.string(), COUNT),
  course: z.array(PERSONS.nullable()),
});

export const OVERVIEW_ANSWER = z.strictObject({
  /** Where to go on from at /live. */
  since: z.string(),
  /** Newest month that was run; null before the first. */
  month: MONTH.nullable(),
  judgement: z
    .strictObject({
      verdict: z.enum(["normal", "watch", "act", "unknown"]),
      reasons: z.array(z.enum(["no-sample", "below-act", "below-normal", "collective", "top-level", "second-level"])),
    })
    .nullable(),
  whole: LINE.nullable(),
  completeness: COMPLETENESS.nullable(),
  levels: z.array(LEVEL_STAND),
  /** Open alerts of the whole place. */
  place: z.array(ALERT),
  industries: z.array(LINE),
  regions: z.array(LINE),
});

export type LevelStand = Told<z.infer<typeof LEVEL_STAND>>;
export type ToldLine = Told<z.infer<typeof LINE>>;
export type OverviewView = Told<z.infer<typeof OVERVIEW_ANSWER>>;
