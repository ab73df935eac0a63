/** Lower triangle L of a symmetric matrix LLᵀ, row after row. */
export interface Factor {
  readonly size: number;
  readonly lower: Float64Array;
}

/** A pivot below this share of its diagonal means that a column is a mixture of those before it. */
const SINGULAR = 1e-11;

/** Cholesky factor of a symmetric positive definite matrix, of which the lower triangle is read; null when it is not one. */
export function factorise(matrix: Float64Array, size: number): Factor | null {
  const lower = matrix.slice();
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = lower[row * size + column];
      for (let k = 0; k < column; k++) rest -= lower[row * size + k] * lower[column * size + k];
      if (row > column) lower[row * size + column] = rest / lower[column * size + column];
      else if (rest > SINGULAR * matrix[row * size + row]) lower[row * size + row] = Math.sqrt(rest);
      else return null;
    }
  }
  return { size, lower };
}

/** Solves LLᵀ x = b. */
export function solveWith(factor: Factor, b: Float64Array): Float64Array {
  const { size, lower } = factor;
  const x = forward(factor, b);
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] -= lower[k * size + row] * x[k];
    x[row] /= lower[row * size + row];
  }
  return x;
}

/** xᵀ(LLᵀ)⁻¹x. */
export const inverseForm = (factor: Factor, x: Float64Array): number =>
  forward(factor, x).reduce((sum, value) => sum + value * value, 0);

function forward({ size, lower }: Factor, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] -= lower[row * size + k] * x[k];
    x[row] /= lower[row * size + row];
  }
  return x;
}
