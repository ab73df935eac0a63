/**
 * Months from the first report to the last value, gaps (NaN) between two reports bridged by a straight line, in the
 * values' unit: exponential smoothing wants a value every month. What was bridged is a guess and only ever smooths;
 * count reports before calling. Empty when nothing was reported; months after the last report are left out.
 */
export function bridgeGaps(values: Float64Array): Float64Array {
  const reported = [...values.keys()].filter((i) => !Number.isNaN(values[i]));
  if (reported.length === 0) return new Float64Array(0);
  const first = reported[0];
  const bridged = values.slice(first, reported[reported.length - 1] + 1);
  for (let k = 1; k < reported.length; k++) {
    const [from, to] = [reported[k - 1], reported[k]];
    const step = (values[to] - values[from]) / (to - from);
    for (let i = from + 1; i < to; i++) bridged[i - first] = values[from] + step * (i - from);
  }
  return bridged;
}
