import { z } from "zod";
import { said, shape, type Told } from "../answers/shape.ts";
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
  specialist: said(
    z.string().nullable(),
    "无权查看处置者不给出",
    "left out for those who may not read cases",
  ).exactOptional(),
});

export const INBOX_ANSWER = z.strictObject({
  since: said(z.string(), "实时通知（/live）由此接续", "where to go on from at /live"),
  counts: said(z.record(z.string(), COUNT), "各等级预警数，键为等级代码", "alerts by level code"),
  place: said(z.array(ALERT), "全县预警，仅首页", "of the whole place, on the first page"),
  alerts: z.array(ALERT),
  next: said(z.string().nullable(), "下一页的 after；末页为空", "what to ask for as `after`; null at the end"),
});

export type ToldAlert = Told<z.infer<typeof ALERT>>;
export type InboxView = Told<z.infer<typeof INBOX_ANSWER>>;
