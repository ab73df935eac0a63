/** The step at which the search ends; the sides are 1 long. */
const FINEST = 1e-6;
/** Moves at one step size: along a narrow bent valley every move helps a little, and thousands of them would not end. */
const MOVES = 200;

interface Found {
  readonly point: readonly number[];
  readonly cost: number;
}

type Cost = (point: readonly number[]) => number;

/**
 * Least of `cost` over the unit cube of `sides` dimensions, and where: the best point of a grid of `grid` points a
 * side, then steps along each side, each success carried on as far as it helps, then half the step. The same input
 * gives the same answer. NaN counts as worst. What Nelder and Mead would do, smaller: the sides are one to three, the
 * cost is smooth and cheap. Source: Hooke and Jeeves, "Direct search", J. ACM 8 (1961).
 */
export function minimise(sides: number, grid: number, cost: Cost): Found {
  let best = bestOnGrid(sides, grid, cost);
  for (let step = 0.5 / grid; step > FINEST; step /= 2) {
    let next = explore(best, step, cost);
    for (let moves = 0; next.cost < best.cost && moves < MOVES; moves++) {
      const ahead = next.point.map((x, side) => inCube(2 * x - best.point[side]));
      best = next;
      const further = explore({ point: ahead, cost: cost(ahead) }, step, cost);
      next = further.cost < best.cost ? further : explore(best, step, cost);
    }
  }
  return best;
}

function bestOnGrid(sides: number, grid: number, cost: Cost): Found {
  let best: Found = { point: Array(sides).fill(0.5), cost: Number.POSITIVE_INFINITY };
  for (let k = 0; k < grid ** sides; k++) {
    const point = Array.from({ length: sides }, (_, side) => ((Math.floor(k / grid ** side) % grid) + 0.5) / grid);
    best = better(best, { point, cost: cost(point) });
  }
  return best;
}

/** A step to either side of each dimension in turn, kept when it helps. */
function explore(from: Found, step: number, cost: Cost): Found {
  let best = from;
  for (let side = 0; side < from.point.length; side++) {
    const start = best;
    for (const move of [-step, step]) {
      if (best !== start) break;
      const point = start.point.with(side, inCube(start.point[side] + move));
      best = better(best, { point, cost: cost(point) });
    }
  }
  return best;
}

const inCube = (x: number): number => Math.min(1, Math.max(0, x));

const better = (best: Found, other: Found): Found => (other.cost < best.cost ? other : best);
