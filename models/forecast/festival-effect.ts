import { type ForecastMonth, limitsOf } from "./forecast.ts";

/** A series freed of Spring Festival, and what the festival did to it. */
export interface FestivalEffect {
  /** The months as they would have been with nobody away. */
  readonly plain: Float64Array;
  /** Log change when all who travel are away, usually below 0, and its standard error. */
  readonly size: number;
  readonly error: number;
}

/**
 * How much the festival moves a series: least squares of its monthly log changes on the changes of the share away
 * (festivalAwayIn, aligned with months), so that it falls into whichever month the festival does. No effect where the
 * share never changes or a value is not above 0. Under four changes nothing is estimated.
 */
export function festivalEffect(months: Float64Array, away: Float64Array): FestivalEffect {
  const changes = Array.from({ length: Math.max(0, months.length - 1) }, (_, i) => ({
    x: away[i + 1]! - away[i]!,
    y: Math.log(months[i + 1]! / months[i]!),
  }));
  const n = changes.length;
  const mean = (of: "x" | "y") => changes.reduce((sum, change) => sum + change[of], 0) / n;
  const [meanX, meanY] = [mean("x"), mean("y")];
  const products = changes.map(({ x, y }) => ({ xx: (x - meanX) ** 2, xy: (x - meanX) * (y - meanY) }));
  const xx = products.reduce((sum, product) => sum + product.xx, 0);
  const size = products.reduce((sum, product) => sum + product.xy, 0) / xx;
  if (n < 4 || !(xx > 0) || !Number.isFinite(size)) return { plain: months, size: 0, error: 0 };
  const misfit = changes.reduce((sum, { x, y }) => sum + (y - meanY - size * (x - meanX)) ** 2, 0);
  const plain = months.map((value, i) => value * Math.exp(-size * away[i]!));
  return { plain, size, error: Math.sqrt(misfit / (n - 2) / xx) };
}

/** Puts the festival back into a path drawn from the plain months; not knowing its size exactly widens the limits. */
export function putFestivalBack(
  path: readonly ForecastMonth[],
  { plain, size, error }: FestivalEffect,
  away: Float64Array,
): ForecastMonth[] {
  const last = plain.length - 1;
  return path.map((month, step) => {
    const ahead = away[last + 1 + step]!;
    const factor = Math.exp(size * ahead);
    return limitsOf(month, factor, factor * month.mean * error * (ahead - away[last]!));
  });
}
