/** A stream of numbers in [0, 1). Streams of one seed are independent of each other and of the order they are used in. */
export type Random = () => number;

/** A quantile table: rising shares of the population from 0 to 1, each with its value; linear in between. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/**
 * sfc32 (Doty-Humphrey's small fast counter), 32-bit integer arithmetic only, so that every platform draws the same.
 * Nothing in this file calls log, exp or pow, whose last digit an engine may choose.
 */
export function randomOf(seed: number, stream: number): Random {
  let a = scramble(seed ^ 0x9e3779b9);
  let b = scramble(Math.floor(seed / 0x100000000) ^ a);
  let c = scramble(stream ^ b);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x100000000;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** murmur3's finisher: spreads neighbouring seeds over all 32 bits. */
function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export const chance = (random: Random, probability: number): boolean => random() < probability;

export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** A whole number from low to high, both included. */
export const integer = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

export const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

/** Position drawn in proportion to the weights. */
export function weighted(random: Random, weights: readonly number[]): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i]!;
    if (rest < 0) return i;
  }
  return weights.length - 1;
}

export function quantile(random: Random, table: Quantiles): number {
  const share = random();
  let i = 1;
  while (i < table.length - 1 && share > table[i]![0]) i++;
  const [s0, v0] = table[i - 1]!;
  const [s1, v1] = table[i]!;
  return v0 + ((v1 - v0) * (share - s0)) / (s1 - s0);
}

/** How many of n people do what each does with this probability. Exact inversion below a mean of 30, normal above. */
export function binomial(random: Random, n: number, probability: number): number {
  if (n <= 0 || probability <= 0) return 0;
  if (probability >= 1) return n;
  if (probability > 0.5) return n - binomial(random, n, 1 - probability);
  const mean = n * probability;
  if (mean < 30) return inverted(random(), n, probability);
  const drawn = Math.round(mean + nearlyNormal(random) * Math.sqrt(mean * (1 - probability)));
  return Math.min(n, Math.max(0, drawn));
}

/** A Poisson count, as the binomial of many small chances. */
export function poisson(random: Random, mean: number): number {
  const chances = 20 + Math.ceil(mean * 20);
  return binomial(random, chances, mean / chances);
}

function inverted(share: number, n: number, probability: number): number {
  const odds = probability / (1 - probability);
  let rest = share;
  let density = power(1 - probability, n);
  let k = 0;
  while (rest > density && k < n) {
    rest -= density;
    density *= ((n - k) / (k + 1)) * odds;
    k++;
  }
  return k;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, left = exponent; left > 0; left = Math.floor(left / 2), square *= square) {
    if (left % 2 === 1) result *= square;
  }
  return result;
}

/** Sum of six uniforms, centred and scaled to variance 1 (Irwin–Hall). */
function nearlyNormal(random: Random): number {
  let sum = -3;
  for (let i = 0; i < 6; i++) sum += random();
  return sum * Math.SQRT2;
}
