/** Beyond this the upper tail underflows to 0. */
const FARTHEST = 37;
/** Where Hart's rational approximation ends and the continued fraction begins: 10 / √2. */
const TURN = 7.07106781186547;
const NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/**
 * Probability that a standard normal exceeds z; NaN for NaN. Good to 9 digits, beyond z = 7 to 7.
 * Source: Hart's algorithm as given by G. West, "Better approximations to cumulative normal functions", Wilmott (2005).
 */
export function upperTail(z: number): number {
  if (Number.isNaN(z)) return z;
  const size = Math.abs(z);
  const tail = size > FARTHEST ? 0 : Math.exp((-size * size) / 2) * tailFactor(size);
  return z > 0 ? tail : 1 - tail;
}

/** Two-sided p of a standard normal z; NaN for NaN. */
export const twoSided = (z: number): number => 2 * upperTail(Math.abs(z));

function tailFactor(z: number): number {
  if (z < TURN) return horner(NUMERATOR, z) / horner(DENOMINATOR, z);
  return 1 / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
}

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = 0; i < coefficients.length; i++) sum = sum * x + coefficients[i];
  return sum;
}
