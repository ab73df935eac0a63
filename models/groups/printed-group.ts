/**
 * A group whose persons are printed, by the rows of the enterprises compared; the same group against another baseline is
 * another one with the same key. Groups may overlap.
 */
export interface PrintedGroup {
  readonly key: string;
  /** Which enterprises the tables it stands in compare: groups of one sample add up to each other. */
  readonly sample?: string;
  readonly rows: readonly number[];
  /** Persons of every row then and now: a group tells too much when it does so in either. */
  readonly base: ArrayLike<number>;
  readonly current: ArrayLike<number>;
  /** Printed whatever it tells: the whole, which is what the report is about. */
  readonly always?: true;
  /** Given up only where nothing else would do. */
  readonly dear?: true;
}

/** Enterprises that no group tells apart, and the positions of the groups they stand in. */
export interface Atom {
  readonly groups: readonly number[];
  readonly rows: number[];
}

export function atomsOf(groups: readonly PrintedGroup[]): Atom[] {
  const groupsOf = new Map<number, number[]>();
  for (const [g, { rows }] of groups.entries())
    for (const row of rows) {
      const those = groupsOf.get(row);
      if (those) those.push(g);
      else groupsOf.set(row, [g]);
    }
  const atoms = new Map<string, Atom>();
  for (const [row, those] of groupsOf) {
    const name = those.join();
    const atom = atoms.get(name) ?? { groups: those, rows: [] };
    atom.rows.push(row);
    atoms.set(name, atom);
  }
  return [...atoms.values()];
}

export function unknownIn(rows: readonly number[], known: ReadonlySet<number>): number {
  let unknown = rows.length;
  if (known.size > 0) for (let i = 0; i < rows.length; i++) if (known.has(rows[i]!)) unknown--;
  return unknown;
}
