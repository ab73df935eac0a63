/**
 * What can be made of some groups of enterprises by adding and subtracting. Groups are told by how many enterprises each two
 * share (their Gram matrix), so that it costs the same however many enterprises there are.
 */
export interface GroupSpace {
  /** Positions of groups that make the target, any one way of doing so; null when none does. */
  combination(target: Target): number[] | null;
}

/** A group by what it shares with each of the others, and with itself. */
export interface Target {
  readonly shared: ArrayLike<number>;
  readonly own: number;
}

/** What is this near to nothing, in parts of the target, is nothing: too near is rather taken for told than for safe. */
const NOTHING = 1e-7;
/** A group whose part beyond the others is smaller than this is made of them. */
const DEPENDENT = 1e-6;

/** `shared` holds the enterprises that each two of `size` groups have in common, row by row; only `groups` may be used. */
export function groupSpace(groups: readonly number[], shared: Float64Array, size: number): GroupSpace {
  const { basis, lower } = independent(groups, shared, size);
  const half = new Float64Array(basis.length);
  return {
    combination: (target) => {
      if (target.own <= 0) return [];
      for (let i = 0; i < basis.length; i++) half[i] = target.shared[basis[i]!]!;
      const left = target.own - forward(lower, half, basis.length);
      if (left > NOTHING * target.own) return null;
      backward(lower, half);
      return basis.filter((_, i) => Math.abs(half[i]!) > DEPENDENT);
    },
  };
}

/** The groups that are not made of those before them, and the lower triangle of their Gram matrix, row by row. */
function independent(groups: readonly number[], shared: Float64Array, size: number) {
  const basis: number[] = [];
  const lower: Float64Array[] = [];
  const row = new Float64Array(groups.length + 1);
  for (const group of groups) {
    const own = shared[group * size + group]!;
    if (own <= 0) continue;
    for (let i = 0; i < basis.length; i++) row[i] = shared[group * size + basis[i]!]!;
    const left = own - forward(lower, row, basis.length);
    if (left <= DEPENDENT * own) continue;
    row[basis.length] = Math.sqrt(left);
    lower.push(row.slice(0, basis.length + 1));
    basis.push(group);
  }
  return { basis, lower };
}

/** Solves L y = b in place for the first so many, and returns the sum of squares of y. */
function forward(lower: readonly Float64Array[], b: Float64Array, count: number): number {
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const row = lower[i]!;
    let value = b[i]!;
    for (let k = 0; k < i; k++) value -= row[k]! * b[k]!;
    value /= row[i]!;
    b[i] = value;
    squares += value * value;
  }
  return squares;
}

/** Solves Lᵀ x = y in place. */
function backward(lower: readonly Float64Array[], y: Float64Array): void {
  for (let i = y.length - 1; i >= 0; i--) {
    const row = lower[i]!;
    const value = y[i]! / row[i]!;
    y[i] = value;
    for (let k = 0; k < i; k++) y[k]! -= row[k]! * value;
  }
}
