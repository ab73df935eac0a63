/** Items of each enterprise, in the order given. */
export function byEnterprise<T extends { readonly enterprise: number }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.enterprise);
    if (group) group.push(item);
    else groups.set(item.enterprise, [item]);
  }
  return groups;
}
