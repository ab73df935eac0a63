import { z } from "zod";
import { shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, INSTANT, MONTH, TEXT } from "../answers/units.ts";

/** An alert as told to one reader. */
export const ALERT = shape("Alert", {
  kind: z.enum(["enterprise", "place"]),
  number: z.string(),
  /** Of the enterprise or of the place. */
  code: z.string(),
  name: z.string().nullable(),
  level: CODE.nullable(),
  state: z.enum(["raised", "acknowledged", "in-hand", "closed"]),
  owner: z.string().nullable(),
  raisedAt: INSTANT,
  openedMonth: MONTH,
  headline: TEXT.nullable(),
  explanation: z.string().nullable(),
  industry: CODE.nullable(),
  region: CODE.nullable(),
  departments: z.array(CODE),
  /** Left out for those who may not read cases. */
  specialist: z.string().nullable().exactOptional(),
});

export const INBOX = z.strictObject({
  /** Where to go on from at /live. */
  since: z.string(),
  /** Open alerts by level code. */
  counts: z.record(z.string(), COUNT),
  /** Of the whole place, on the first page; empty for those who see a part of it. */
  place: z.array(ALERT),
  alerts: z.array(ALERT),
  /** What to ask for as `after` to go on; null at the end. */
  next: z.string().nullable(),
});

export type ToldAlert = Told<z.infer<typeof ALERT>>;
export type InboxView = Told<z.infer<typeof INBOX>>;
