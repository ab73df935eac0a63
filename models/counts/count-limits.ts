import { text } from "../text.ts";
import type { Threshold } from "../threshold.ts";

/** The settings of alarms on monthly counts (notices, reports of layoffs, enterprises alarming). */
export interface CountLimits {
  /** Probability with which a usual month stays within Farrington's bound. */
  readonly farringtonProbability: Threshold;
  /** Years before that Farrington compares with: from this many on … */
  readonly farringtonFewestYears: Threshold;
  /** … and never more. */
  readonly farringtonMostYears: Threshold;
  /** z of the EARS bound. */
  readonly earsZ: Threshold;
  /** Least standard deviation EARS works with. */
  readonly earsLeastSpread: Threshold;
  /** Fewer counts than this in `fewMonths` months raise no alarm. */
  readonly fewCounts: Threshold;
  readonly fewMonths: Threshold;
}

const SINCE = "2008-01";
const NOUFAILY = text(
  "Noufaily等2013；surveillance包默认做法",
  "Noufaily et al. 2013; the practice of R's surveillance",
);

const limit = (value: number, unit: string, note: Threshold["origin"]["note"]): Threshold => ({
  value,
  unit,
  origin: { kind: "practice", note },
  validFrom: SINCE,
});

export const countLimits: CountLimits = {
  farringtonProbability: limit(0.99, "probability", NOUFAILY),
  farringtonFewestYears: limit(
    3,
    "years",
    text("方法集：满三年用Farrington，不足三年用EARS", "method set: Farrington from three years on, EARS below"),
  ),
  farringtonMostYears: limit(5, "years", NOUFAILY),
  earsZ: limit(
    3.090232306167813,
    "standard deviations",
    text("正态分布单侧千分之一", "one in a thousand, one-sided, of a normal distribution"),
  ),
  earsLeastSpread: limit(
    1,
    "counts",
    text("七个月计数完全相同时，多一件不应报警", "seven equal months must not make one count more an alarm"),
  ),
  fewCounts: limit(
    5,
    "counts",
    text("四个月合计不足5件不报警（Farrington等1996）", "under 5 in four months is no alarm (Farrington et al. 1996)"),
  ),
  fewMonths: limit(4, "months", text("Farrington等1996", "Farrington et al. 1996")),
};
