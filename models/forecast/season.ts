const PERIOD = 12;
/** Standard normal quantile of 0.95: how sure a season must be, as R's forecast::thetaf asks. */
const SURE = 1.6448536269514722;
/** A factor this near 0 cannot be divided by. */
const SMALLEST = 1e-10;

/**
 * Factors of a yearly season, one a month of values, about 1 on average; null when the months, in time order, show
 * none: under 25 of them, or no autocorrelation at twelve months beyond chance, or values about 0. No NaN allowed.
 * Source: Fiorucci et al., Int. J. Forecasting 32 (2016); as R's forecast::thetaf and stats::decompose.
 */
export function seasonOf(values: Float64Array): Float64Array | null {
  if (values.length <= 2 * PERIOD || !isSeasonal(values)) return null;
  const factors = seasonalFactors(values);
  if (!factors.every((factor) => Math.abs(factor) >= SMALLEST && Number.isFinite(factor))) return null;
  return values.map((_, i) => factors[i % PERIOD]);
}

/** Autocorrelation at twelve months against its spread if there were none (Bartlett). False for equal values. */
export function isSeasonal(values: Float64Array): boolean {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centered = values.map((value) => value - mean);
  const variance = lagged(centered, 0);
  if (variance === 0) return false;
  let squares = 0;
  for (let lag = 1; lag < PERIOD; lag++) squares += (lagged(centered, lag) / variance) ** 2;
  const spread = Math.sqrt((1 + 2 * squares) / values.length);
  return Math.abs(lagged(centered, PERIOD) / variance) > SURE * spread;
}

function lagged(centered: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < centered.length; i++) sum += centered[i] * centered[i - lag];
  return sum;
}

/** Mean ratio of each calendar month's values to their centred yearly average, scaled to average 1. */
function seasonalFactors(values: Float64Array): Float64Array {
  const sums = new Float64Array(PERIOD);
  const counts = new Float64Array(PERIOD);
  const half = PERIOD / 2;
  for (let i = half; i < values.length - half; i++) {
    let year = (values[i - half] + values[i + half]) / 2;
    for (let j = i - half + 1; j < i + half; j++) year += values[j];
    sums[i % PERIOD] += (values[i] * PERIOD) / year;
    counts[i % PERIOD]++;
  }
  const factors = sums.map((sum, month) => sum / counts[month]);
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / PERIOD;
  return factors.map((factor) => factor / mean);
}
