/** What is expected of one coming month, with the limits that 80 and 95 in 100 such months keep. In the values' unit. */
export interface ForecastMonth {
  readonly mean: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
}

/** Standard normal quantiles of 0.9 and 0.975. */
const Z80 = 1.2815515655446004;
const Z95 = 1.959963984540054;

/** A month's limits from its mean and standard error, both in the values' unit. */
export const withLimits = (mean: number, error: number): ForecastMonth => ({
  mean,
  low80: mean - Z80 * error,
  high80: mean + Z80 * error,
  low95: mean - Z95 * error,
  high95: mean + Z95 * error,
});
