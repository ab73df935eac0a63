import { Z80, Z95 } from "../two-sided.ts";

/** What is expected of one coming month, with the limits that 80 and 95 in 100 such months keep. In the values' unit. */
export interface ForecastMonth {
  readonly mean: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

/** A month's limits from its mean and standard error, both in the values' unit. */
export const withLimits = (mean: number, error: number): ForecastMonth => ({
  mean,
  low80: mean - Z80 * error,
  high80: mean + Z80 * error,
  low95: mean - Z95 * error,
  high95: mean + Z95 * error,
});

/** The same month times a factor, its standard error `wider` times as large and with a further, independent one; nothing below 0. */
export function limitsOf({ mean, high95 }: ForecastMonth, factor: number, further: number, wider = 1): ForecastMonth {
  const own = errorOf({ mean, high95 }) * factor * wider;
  const { low80, low95, ...others } = withLimits(mean * factor, Math.hypot(own, further));
  return { ...others, low80: Math.max(0, low80), low95: Math.max(0, low95) };
}

/** Standard error of a month's limits. */
export const errorOf = ({ mean, high95 }: Pick<ForecastMonth, "mean" | "high95">): number => (high95 - mean) / Z95;
