import { z } from "zod";
import { shape, type Told } from "../answers/shape.ts";
import { COUNT, MONTH, SHARE } from "../answers/units.ts";
import { LEAD_SUMMARY, LEVEL_JUDGEMENT } from "../scorecard/judged-answer.ts";
import { DIFFERENCE, GROUPS, NEXT_RUN } from "./difference-answer.ts";
import { THRESHOLD_SET } from "./set-answer.ts";
import { VERSION } from "./version-answer.ts";

/** Values by the key of the threshold, "red-deep.fallPeople". */
const EDITS = z.record(z.string(), z.number());
const NAMED_SET = { id: z.int(), name: z.string() };

const SIDE = shape("LabSide", {
  months: z.array(
    z.strictObject({
      month: MONTH,
      /** Alerts opened about enterprises, by level, the most severe first; and about the whole place. */
      ...{ opened: z.array(COUNT), place: COUNT },
      /** New alerts that the desks can visit; null without a budget. */
      capacity: z.number().nullable(),
    }),
  ),
  judged: z.strictObject({ all: LEAD_SUMMARY, levels: z.array(LEVEL_JUDGEMENT) }),
  /** How often an alert had to wait for a visit. */
  heldBack: COUNT,
  placeAlerts: COUNT,
});

const RESULT = shape("LabResult", {
  ...{ from: MONTH, to: MONTH, months: COUNT },
  /** The set held against, and the set tried. */
  ...{ first: SIDE, second: SIDE },
  ...{ difference: DIFFERENCE, groups: GROUPS, next: NEXT_RUN.nullable() },
  /** By times the limits of the set, 1 being the set itself; null unless asked for. */
  curve: z
    .array(z.strictObject({ factor: z.number(), alerts: COUNT, precision: SHARE.nullable(), recall: SHARE.nullable() }))
    .nullable(),
});

/** The lab as programs get it; the page says the same. */
export const LAB = z.strictObject({
  /** The set tried, as it would be saved. */
  set: THRESHOLD_SET,
  /** The set that was changed: what was moved, and what stood there before. */
  chosen: z.strictObject({ ...NAMED_SET, edits: EDITS, before: EDITS }),
  against: z.strictObject(NAMED_SET),
  /** The month from which a set saved now would hold by default. */
  nextMonth: MONTH,
  versions: z.array(VERSION),
  /** Rules that ask for less than was kept of the months: nothing can be shown for them. */
  beyond: z.array(z.string()),
  /** null where there is nothing to try a set on, or where rules are beyond. */
  result: RESULT.nullable(),
});

export type LabView = Told<z.infer<typeof LAB>>;
export type LabResult = Told<z.infer<typeof RESULT>>;
export type ToldSide = Told<z.infer<typeof SIDE>>;
