import { z } from "zod";
import { ALERT } from "../alerts/alert-answer.ts";
import { said, shape, type Told } from "../answers/shape.ts";
import { CODE, COUNT, MONTH, TEXT } from "../answers/units.ts";
import { COMPLETENESS } from "../overview/overview-answer.ts";
import { FIGURE } from "./figure-answer.ts";
import { EXPECTED_MONTH, FORECAST, SILENT, TOO_SHORT } from "./forecast-answer.ts";
import { OUTLINE } from "./outline-answer.ts";

/** A number of a month and whether it is more than usual; counts of enterprises or of events. */
const JUDGED_COUNT = shape("JudgedCount", {
  kind: z.string(),
  dimension: z.enum(["place", "section", "region"]),
  ...{ code: CODE, count: COUNT },
  alarm: z.union([
    TOO_SHORT,
    SILENT,
    z.strictObject({ kind: z.literal("too-few"), observed: COUNT, recent: COUNT, need: COUNT }),
    z.strictObject({
      ...{ kind: z.literal("judged"), method: z.enum(["farrington", "ears-c2", "ears-c1"]) },
      ...{ observed: COUNT, expected: z.number() },
      bound: said(z.number(), "通常的最大值，超过即异常", "largest usual count; more is an alarm"),
      alarm: z.boolean(),
    }),
  ]),
});

export const GROUP_ANSWER = shape("Group", {
  /** An industry section or division, or a region. */
  dimension: z.enum(["section", "division", "region"]),
  ...{ code: CODE, name: TEXT, parent: CODE.nullable(), month: MONTH },
  of: said(
    z.enum(["whole", "own"]),
    "全部企业，或仅读者所管企业",
    "all its enterprises, or those that are the reader's",
  ),
  figures: z.array(FIGURE),
  below: said(z.array(FIGURE), "门类下的大类", "the divisions of a section"),
  outline: OUTLINE,
  expected: z.array(EXPECTED_MONTH),
  /** null where none is made: of divisions and of a part of a group. */
  forecast: FORECAST.nullable(),
  /** Enterprises with an alert, silent ones, events, each with the verdict on its number; empty of a part. */
  counts: z.array(JUDGED_COUNT),
  completeness: COMPLETENESS,
  /** Open alerts of its enterprises in all, and the first of them. */
  ...{ open: COUNT, alerts: z.array(ALERT) },
  /** Open alerts of the whole place. */
  place: z.array(ALERT),
});

export type GroupView = Told<z.infer<typeof GROUP_ANSWER>>;
