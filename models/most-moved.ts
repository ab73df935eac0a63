/** Of those that moved in a direction the most moved, the strongest first; of equal ones in the order given. */
export const mostMoved = <G>(
  groups: readonly G[],
  changeOf: (group: G) => number,
  direction: -1 | 1,
  most = Number.POSITIVE_INFINITY,
): G[] =>
  groups
    .filter((group) => Math.sign(changeOf(group)) === direction)
    .toSorted((a, b) => direction * (changeOf(b) - changeOf(a)))
    .slice(0, most);
