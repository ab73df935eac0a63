import { z } from "zod";
import { PAUSE_KINDS } from "../../../models/alert/pause.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { COUNT, DAY, INSTANT } from "../answers/units.ts";

const PAUSE = shape("Pause", {
  id: z.int(),
  subjectKind: z.enum(PAUSE_KINDS),
  subject: said(z.string(), "企业、行业或区划代码", "code of the enterprise, industry or region"),
  name: said(z.string().nullable(), "企业名称", "of the enterprise"),
  from: DAY,
  until: said(z.string(), "最后一天", "last day"),
  ...{ reason: z.string(), actor: z.string() },
  end: said(
    z.strictObject({ at: INSTANT, actor: z.string(), reason: z.string() }).nullable(),
    "提前结束；空：没有",
    "ended before its time; null: it was not",
  ),
  standing: z.enum(["current", "coming", "ended"]),
});

export const PAUSES = z.strictObject({
  current: said(COUNT, "正在停提醒的项数，含各页", "that hold now, on all pages"),
  coming: said(COUNT, "即将开始的项数，含各页", "that are to come, on all pages"),
  pauses: z.array(PAUSE),
  next: said(z.string().nullable(), "下一页的 after；末页为空", "what to ask for as `after`; null at the end"),
});
export const PAUSED = z.strictObject({ id: z.int() });

export type PausesView = Told<z.infer<typeof PAUSES>>;
export type ToldPause = PausesView["pauses"][number];
