import { z } from "zod";
import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, DAY, INSTANT, keyOf, MONTH, TEXT } from "../answers/units.ts";
import { ALERT } from "./alert-answer.ts";

const CHANGE = shape("AlertChange", {
  change: COUNT,
  ...{ at: INSTANT, actor: z.string(), action: z.string(), state: z.string(), level: CODE.nullable() },
  reason: said(z.string().nullable(), "原因或备注", "why, or the comment"),
  outcome: keyOf(OUTCOMES).nullable(),
  until: DAY.nullable(),
  /** To whom it was assigned. */
  owner: z.string().nullable(),
});

const DECISION = shape("AlertDecision", {
  month: MONTH,
  asOf: said(z.string(), "判定所依据数据的日期", "day that the judgement was made for"),
  by: said(z.enum(["month", "event"]), "月度任务或动态", "a month run, or events on the day they came in"),
  ...{ foundLevel: CODE.nullable(), levelBefore: CODE.nullable(), levelAfter: CODE.nullable() },
  send: said(z.boolean(), "是否产生通知", "whether desks are to be told"),
  reason: z.string(),
  explanation: TEXT,
});

const TRY = shape("DeliveryTry", {
  startedAt: INSTANT,
  finishedAt: said(INSTANT.nullable(), "空：中断，可能已到达", "null: it was cut off and may have arrived"),
  outcome: z.enum(["delivered", "temporary", "permanent"]).nullable(),
  code: z.string().nullable(),
  detail: TEXT.nullable(),
});

const TELLING = shape("Telling", {
  at: INSTANT,
  desk: said(z.string(), "单位，如 department:miit", "desk, such as department:miit"),
  kind: z.string(),
  routes: said(z.array(z.string()), "派单规则编号", "ids of the routes that led there"),
  ...{ name: z.string().nullable(), channel: z.string().nullable() },
  hint: said(z.string().nullable(), "地址后四位", "last four signs of the address"),
  why: said(
    z.string().nullable(),
    "为何是此人：member、on-duty、deputy",
    "why this one of the desk: member, on-duty, deputy",
  ),
  state: z.string(),
  reason: said(z.string().nullable(), "未发送或等待的原因", "why it waits or was not sent"),
  attempts: COUNT.nullable(),
  doneAt: INSTANT.nullable(),
  tries: z.array(TRY),
});

const ANSWER = shape("AlertFeedback", {
  ...{ actor: z.string(), at: INSTANT, useful: z.boolean(), reason: CODE, note: z.string().nullable() },
});

/** One alert with all that happened about it. */
export const SHEET = z.strictObject({
  alert: ALERT,
  outcome: keyOf(OUTCOMES).nullable(),
  settled: said(z.boolean(), "由人办结", "a person closed it"),
  snoozedUntil: said(DAY.nullable(), "暂缓提醒至此日（不含）", "no message before this day"),
  noData: said(z.boolean(), "数据未报", "nothing is reported"),
  acknowledgeBy: said(
    INSTANT.nullable(),
    "须在此前签收；空：不须",
    "when it has to be acknowledged; null: not waited for",
  ),
  case: said(z.string().nullable(), "处置案件编号", "number of its case").exactOptional(),
  changes: z.array(CHANGE),
  decisions: z.array(DECISION),
  told: said(z.array(TELLING), "通知了谁", "who was told"),
  feedback: z.array(ANSWER),
  mayRate: z.boolean(),
});

export type SheetView = Told<z.infer<typeof SHEET>>;
