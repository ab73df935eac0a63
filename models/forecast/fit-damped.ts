import type { Damped } from "./damped.ts";
import { minimise } from "./minimise.ts";

/** The box R's forecast::ets searches in: α and β by these bounds with β ≤ α, φ by those below. */
const LEAST = 1e-4;
const MOST = 0.9999;
const PHI_LEAST = 0.8;
const PHI_MOST = 0.98;
/** Points of the first grid for each of α, β and φ. */
const GRID = 5;

/**
 * Damped exponential smoothing with the least squared one-month errors. Level and growth at the start enter the
 * errors linearly, so they are solved for, and only α, β and φ are searched. At least three months; no NaN allowed.
 */
export function fitDamped(values: Float64Array): Damped {
  const { point } = minimise(3, GRID, (at) => bestStart(values, smoothingAt(at)).misfit);
  return bestStart(values, smoothingAt(point)).model;
}

type Smoothing = Pick<Damped, "alpha" | "beta" | "phi">;

function smoothingAt([a, b, p]: readonly number[]): Smoothing {
  const alpha = LEAST + a * (MOST - LEAST);
  return { alpha, beta: LEAST + b * (alpha - LEAST), phi: PHI_LEAST + p * (PHI_MOST - PHI_LEAST) };
}

/** Sums of products of the errors of three runs: e of the values from a start near them, l and g of a level and a growth of 1. */
interface Products {
  ee: number;
  el: number;
  eg: number;
  ll: number;
  lg: number;
  gg: number;
}

/** Errors are e + level × l + growth × g, so that least squares gives level, growth and what misfit is left. */
function bestStart(values: Float64Array, smoothing: Smoothing): { model: Damped; misfit: number } {
  const { ee, el, eg, ll, lg, gg } = runTogether(values, smoothing);
  const determinant = ll * gg - lg * lg;
  const level = (eg * lg - el * gg) / determinant;
  const growth = (el * lg - eg * ll) / determinant;
  return { model: { ...smoothing, level: values[0] + level, growth }, misfit: ee + level * el + growth * eg };
}

function runTogether(values: Float64Array, { alpha, beta, phi }: Smoothing): Products {
  const products = { ee: 0, el: 0, eg: 0, ll: 0, lg: 0, gg: 0 };
  let [level, growth, levelOfL, growthOfL, levelOfG, growthOfG] = [values[0], 0, 1, 0, 0, 1];
  for (let i = 0; i < values.length; i++) {
    const e = values[i] - level - phi * growth;
    const l = -levelOfL - phi * growthOfL;
    const g = -levelOfG - phi * growthOfG;
    products.ee += e * e;
    products.el += e * l;
    products.eg += e * g;
    products.ll += l * l;
    products.lg += l * g;
    products.gg += g * g;
    level = values[i] - (1 - alpha) * e;
    growth = phi * growth + beta * e;
    levelOfL = -(1 - alpha) * l;
    growthOfL = phi * growthOfL + beta * l;
    levelOfG = -(1 - alpha) * g;
    growthOfG = phi * growthOfG + beta * g;
  }
  return products;
}
