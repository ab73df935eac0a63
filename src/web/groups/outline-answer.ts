import { z } from "zod";
import { said, shape } from "../answers/shape.ts";
import { CODE, COUNT, PERSONS, PERSONS_EXPECTED, SHARE } from "../answers/units.ts";
import { DIMENSION } from "./figure-answer.ts";
import { LIMITS, SILENT, TOO_SHORT } from "./forecast-answer.ts";

/** An enterprise's part of what a group lost or gained. */
const CONTRIBUTION = shape("Contribution", {
  ...{ enterprise: z.int(), code: z.string(), name: z.string() },
  ...{ base: PERSONS, current: PERSONS, share: SHARE },
  /** A merger, transfer or change of code in this month: its people went somewhere, or came from there. */
  transferred: z.boolean(),
});

const TREND = z.union([
  TOO_SHORT,
  z.strictObject({
    kind: z.literal("judged"),
    months: COUNT,
    slope: said(z.number(), "每月变化的比例（Theil–Sen）", "change a month as a share (Theil–Sen)"),
    p: said(z.number(), "Mann–Kendall 双侧 p 值", "two-sided p of the Mann–Kendall test"),
    /** A yearly season was divided out first. */
    adjusted: z.boolean(),
    direction: z.enum(["rising", "falling", "none"]),
  }),
]);

/** The month against what the months before led to expect. */
const PATH = z.union([
  TOO_SHORT,
  SILENT,
  z.strictObject({
    ...{
      kind: z.literal("judged"),
      observed: PERSONS_EXPECTED,
      verdict: z.enum(["below", "within", "above"]),
      ...LIMITS,
    },
  }),
]);

const INDEX = said(z.number(), "−1 至 1，0 为增减平衡", "−1 to 1; 0 is balance");

export const OUTLINE = shape("Outline", {
  ...{ dimension: DIMENSION, code: CODE, parent: CODE.nullable() },
  ...{ trend: TREND, path: PATH },
  /** Enterprises that grew and fell since last month, and the same weighted by what they employ. */
  diffusion: z.strictObject({
    ...{ growing: COUNT, falling: COUNT, matched: COUNT },
    ...{ index: INDEX.nullable(), jobIndex: INDEX.nullable() },
  }),
  /** Shares of all persons with the largest employer and the four largest; Herfindahl index, at most 1. */
  concentration: z.strictObject({
    ...{ enterprises: COUNT, persons: PERSONS },
    ...{
      top1: SHARE.nullable(),
      top4: SHARE.nullable(),
      herfindahl: said(z.number(), "赫芬达尔指数，至多 1", "Herfindahl index, at most 1").nullable(),
    },
  }),
  ...{ grossLoss: PERSONS, grossGain: PERSONS },
  /** The largest first. */
  ...{ losses: z.array(CONTRIBUTION), gains: z.array(CONTRIBUTION) },
});
