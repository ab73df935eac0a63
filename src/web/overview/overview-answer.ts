import { z } from "zod";
import { ALERT } from "../alerts/alert-answer.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, MONTH, PERSONS, SHARE, TEXT } from "../answers/units.ts";

const SILENT = said(COUNT, "未报送的企业数", "enterprises that did not report");

/** Enterprises that should report, and those of them that did not. */
export const COMPLETENESS = shape("Completeness", { enterprises: COUNT, silent: SILENT });

/** Open alerts of a level by state, and what the newest month did to them. */
const LEVEL_STAND = shape("LevelStand", {
  level: CODE,
  raised: COUNT,
  acknowledged: COUNT,
  inHand: COUNT,
  opened: said(COUNT, "本月新发", "opened in the month"),
  risen: said(COUNT, "本月由较轻等级升入", "come from a milder level in the month"),
  fallen: said(COUNT, "本月由较重等级降入", "come from a graver level in the month"),
  closed: said(COUNT, "本月解除", "gone altogether in the month"),
});

/** An industry or a region as the overview has it. Null is not computable. */
const LINE = shape("Line", {
  code: CODE,
  name: TEXT,
  headcount: PERSONS,
  change: said(PERSONS, "比上月净增减，人", "net change since last month, persons"),
  rate: SHARE.nullable(),
  matched: said(COUNT, "两月都有数据的企业数", "enterprises that reported both months"),
  silent: SILENT,
  open: said(z.record(z.string(), COUNT), "未办结预警数，键为等级代码", "open alerts by level code"),
  course: said(z.array(PERSONS.nullable()), "近各月人数，末项为本月", "persons month by month, the newest last"),
});

export const OVERVIEW_ANSWER = z.strictObject({
  since: said(z.string(), "实时通知（/live）由此接续", "where to go on from at /live"),
  /** Newest month that was run; null before the first. */
  month: MONTH.nullable(),
  judgement: z
    .strictObject({
      verdict: z.enum(["normal", "watch", "act", "unknown"]),
      reasons: z.array(
        z.enum(["no-sample", "too-few", "below-act", "below-normal", "collective", "top-level", "second-level"]),
      ),
    })
    .nullable(),
  whole: LINE.nullable(),
  completeness: COMPLETENESS.nullable(),
  toReview: said(COUNT, "等待本人审核的数据文件数", "files handed in that wait for one's review"),
  levels: z.array(LEVEL_STAND),
  /** Open alerts of the whole place. */
  place: z.array(ALERT),
  industries: z.array(LINE),
  regions: z.array(LINE),
});

export type LevelStand = Told<z.infer<typeof LEVEL_STAND>>;
export type ToldLine = Told<z.infer<typeof LINE>>;
export type OverviewView = Told<z.infer<typeof OVERVIEW_ANSWER>>;
