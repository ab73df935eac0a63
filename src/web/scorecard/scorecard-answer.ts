import { z } from "zod";
import { said, shape } from "../answers/shape.ts";
import { CODE, COUNT, MONTH, SHARE, TEXT } from "../answers/units.ts";
import { INTERVAL, LEAD_SUMMARY, LEVEL_JUDGEMENT } from "./judged-answer.ts";

/** What the alerts ask of the desks. */
const BURDEN = z.strictObject({
  opened: COUNT,
  /** Alerts opened a month, and standing at a time, per 100 enterprises. */
  ...{ perHundred: z.number().nullable(), standing: z.number().nullable() },
  /** Of the alerts opened, those whose enterprise had an earlier one. */
  repeated: SHARE.nullable(),
  /** Changes of level per enterprise and year. */
  flapping: z.number().nullable(),
});

/** How the risk did; the calibration only where it claims to be a probability. */
const RISK = z.strictObject({
  ...{ rows: COUNT, events: COUNT, averagePrecision: SHARE.nullable(), baseRate: SHARE.nullable() },
  calibration: z
    .strictObject({
      /** Events expected by it. */
      expected: z.number(),
      /** Skill over the base rate, with its 95 % interval. */
      skill: z.strictObject({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
      bins: z.array(z.strictObject({ rows: COUNT, events: COUNT, foretold: SHARE, observed: SHARE })),
    })
    .nullable(),
});

const CARD = shape("Scorecard", {
  /** First and last month judged. */
  ...{ from: MONTH, to: MONTH },
  /** Id of the event definition. */
  event: z.string(),
  enterpriseMonths: COUNT,
  ...{ all: LEAD_SUMMARY, levels: z.array(LEVEL_JUDGEMENT), burden: BURDEN, risk: RISK.nullable() },
  /** Quiet enterprises drawn and looked at, those of them that had the event, and the share that is missed. */
  audit: z.strictObject({ looked: COUNT, found: COUNT, interval: INTERVAL.nullable() }),
  /** What people said of the year's alerts. */
  feedback: z.strictObject({
    ...{ useful: COUNT, notUseful: COUNT },
    reasons: z.array(z.strictObject({ reason: CODE, answers: COUNT })),
  }),
  /** What lies outside of what was promised. */
  outside: z.array(
    z.strictObject({ code: z.enum(["precision", "calibration", "skill"]), level: CODE.nullable(), says: TEXT }),
  ),
});

/** null: no month was run, or its run judged nothing. */
export const SCORECARD = z.strictObject({
  month: MONTH.nullable(),
  /** First and last month judged, and how often alerts of each level were right, over the whole place. */
  judged: z.strictObject({ ...{ from: MONTH, to: MONTH }, levels: z.array(LEVEL_JUDGEMENT) }).nullable(),
  card: said(CARD.nullable(), "仅向可查看全县报告者给出", "for those who may read reports of the whole place"),
});
