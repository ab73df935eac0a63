import { z } from "zod";
import { said, shape } from "../answers/shape.ts";
import { CODE, COUNT, MONTH, PERSONS_EXPECTED } from "../answers/units.ts";

/** Not enough months to judge by. */
export const TOO_SHORT = z.strictObject({ kind: z.literal("too-short"), have: COUNT, need: COUNT });
export const SILENT = z.strictObject({ kind: z.literal("silent") });

/** What is expected, with its limits of 80 % and 95 %. */
export const LIMITS = {
  mean: PERSONS_EXPECTED,
  ...{ low80: PERSONS_EXPECTED, high80: PERSONS_EXPECTED, low95: PERSONS_EXPECTED, high95: PERSONS_EXPECTED },
};
const FORECAST_MONTH = shape("ForecastMonth", LIMITS);

/** What was reported of a month, and what its own run expected; null: nothing was expected. */
export const EXPECTED_MONTH = shape("ExpectedMonth", {
  ...{ month: MONTH, persons: PERSONS_EXPECTED, expected: FORECAST_MONTH.nullable() },
});

/** Why it is this method: errors of both in the past, in persons. */
const REASON = z.union([
  z.strictObject({ kind: z.literal("season") }),
  z.strictObject({ kind: z.literal("untried") }),
  z.strictObject({ kind: z.literal("nearer"), theta: z.number(), damped: z.number() }),
]);

export const FORECAST = shape("Forecast", {
  dimension: z.enum(["place", "section", "region", "department"]),
  code: CODE,
  /** The last month known. */
  ...{ month: MONTH, persons: PERSONS_EXPECTED },
  widened: said(z.number(), "界限放宽倍数", "times wider than the series itself gives"),
  /** The months after it, in order. */
  path: z.union([
    TOO_SHORT,
    SILENT,
    z.strictObject({
      ...{ kind: z.literal("path"), method: z.enum(["theta", "damped"]), reason: REASON },
      months: z.array(FORECAST_MONTH),
    }),
  ]),
});
