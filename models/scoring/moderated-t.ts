/**
 * The normal z as unlikely as t with this many degrees of freedom, same sign: a spread estimated from few months makes
 * large values common, and −4 spreads of eight months are no −4 of three years. Good to .02 from 8 degrees up to
 * |z| = 4. Source: Wallace, "Bounds on normal approximations to Student's and the chi-square distributions", Ann. Math.
 * Statist. 30 (1959); degrees of freedom after limma's moderated t, Smyth (2004).
 */
export function zOfT(t: number, freedom: number): number {
  const size = Math.sqrt(freedom * Math.log1p((t * t) / freedom)) / correction(freedom);
  return t < 0 ? -size : size;
}

/** The t that zOfT makes this z of. */
export function tOfZ(z: number, freedom: number): number {
  const size = z * correction(freedom);
  const t = Math.sqrt(freedom * Math.expm1((size * size) / freedom));
  return z < 0 ? -t : t;
}

const correction = (freedom: number): number => (8 * freedom + 3) / (8 * freedom + 1);
