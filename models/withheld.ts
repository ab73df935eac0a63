import { type RowSpace, rowSpace } from "./row-space.ts";
import type { Threshold } from "./threshold.ts";

/** A group whose persons a report prints, by the rows of the enterprises compared. Groups may overlap. */
export interface PrintedGroup {
  readonly key: string;
  readonly rows: readonly number[];
  /** Printed whatever it tells: the whole, which is what the report is about. */
  readonly always?: true;
}

/** Persons of each row, then and now: a group tells too much when it does so in either. */
export interface ComparedPersons {
  readonly base: ArrayLike<number>;
  readonly current: ArrayLike<number>;
}

export interface WithheldLimits {
  /** Groups of fewer enterprises are not published. */
  readonly fewest: Threshold;
  /** Nor is a group of which one enterprise has more than this share. */
  readonly mostShare: Threshold;
}

/**
 * Keys of the groups that are withheld, over all tables of a report at once: those too small or with one enterprise too large,
 * and as many others as it takes that neither a withheld group nor a few enterprises alone follow from what is printed by
 * adding and subtracting. Of the groups that would do, the one with the fewest persons is given up.
 */
export function withheldGroups(
  groups: readonly PrintedGroup[],
  persons: ComparedPersons,
  limits: WithheldLimits,
): ReadonlySet<string> {
  const atoms = atomsOf(groups);
  const within = groups.map(({ key }) => atoms.map(({ keys }) => (keys.has(key) ? 1 : 0)));
  const sensitive = atoms.map(({ rows }) => isSmall(rows, persons, limits));
  const withheld = new Set(
    groups.flatMap(({ rows, always }, g) => (!always && isSmall(rows, persons, limits) ? [g] : [])),
  );
  const bySize = groups.map(({ rows }) => sum(rows, persons.current));
  for (;;) {
    const printed = groups.flatMap((_, g) => (withheld.has(g) ? [] : [g]));
    const space = rowSpace(printed.map((g) => within[g]!));
    const told = firstTold(
      space,
      [...withheld].map((g) => within[g]!),
      sensitive,
      (of) => of.map((i) => printed[i]!).filter((g) => groups[g]!.always !== true),
    );
    if (told === null) return new Set([...withheld].map((g) => groups[g]!.key));
    withheld.add(told.reduce((least, g) => (bySize[g]! < bySize[least]! ? g : least)));
  }
}

/** The groups by which something can be found out that must not be; null when nothing can be helped any more. */
function firstTold(
  space: RowSpace,
  hidden: readonly (readonly number[])[],
  sensitive: readonly boolean[],
  free: (of: readonly number[]) => number[],
): number[] | null {
  for (const vector of hidden) {
    const by = free(space.combination(vector) ?? []);
    if (by.length > 0) return by;
  }
  for (const { at, of } of space.units()) {
    const by = sensitive[at] ? free(of) : [];
    if (by.length > 0) return by;
  }
  return null;
}

interface Atom {
  readonly keys: ReadonlySet<string>;
  readonly rows: number[];
}

/** Enterprises that no group tells apart. */
function atomsOf(groups: readonly PrintedGroup[]): Atom[] {
  const keysOf = new Map<number, string[]>();
  for (const { key, rows } of groups)
    for (const row of rows) {
      const keys = keysOf.get(row);
      if (keys) keys.push(key);
      else keysOf.set(row, [key]);
    }
  const atoms = new Map<string, Atom>();
  for (const [row, keys] of keysOf) {
    const name = JSON.stringify(keys);
    const atom = atoms.get(name) ?? { keys: new Set(keys), rows: [] };
    atom.rows.push(row);
    atoms.set(name, atom);
  }
  return [...atoms.values()];
}

/** Nobody at all is an honest zero. */
function isSmall(rows: readonly number[], { base, current }: ComparedPersons, limits: WithheldLimits): boolean {
  if (rows.length === 0) return false;
  if (rows.length < limits.fewest.value) return true;
  return [base, current].some((persons) => {
    const largest = rows.reduce((most, row) => Math.max(most, persons[row]!), 0);
    return largest > limits.mostShare.value * sum(rows, persons);
  });
}

const sum = (rows: readonly number[], persons: ArrayLike<number>): number =>
  rows.reduce((all, row) => all + persons[row]!, 0);
