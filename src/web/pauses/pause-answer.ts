import { z } from "zod";
import { PAUSE_KINDS } from "../../../models/alert/pause.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { DAY, INSTANT } from "../answers/units.ts";

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

export const PAUSES = z.strictObject({ pauses: z.array(PAUSE) });
export const PAUSED = z.strictObject({ id: z.int() });

export type PausesView = Told<z.infer<typeof PAUSES>>;
export type ToldPause = PausesView["pauses"][number];
