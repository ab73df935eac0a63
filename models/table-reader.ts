import { groupSpace } from "./groups/group-space.ts";
import { type Atom, atomsOf, type PrintedGroup, unknownIn } from "./groups/printed-group.ts";

/** Rows of enterprises whose persons a reader knows by other ways: named beside the tables, or its own. */
export type Known = ReadonlySet<number>;

/** Groups that can be added to each other, and the enterprises that they do not tell apart. */
export interface System {
  readonly groups: readonly PrintedGroup[];
  readonly atoms: readonly Atom[];
}

export const systemOf = (groups: readonly PrintedGroup[]): System => ({ groups, atoms: atomsOf(groups) });

/** Somebody who knows some enterprises and adds up what is printed of one system. */
export interface Reader extends System {
  readonly known: Known;
  /** How many enterprises that it does not know each two groups have in common. */
  readonly shared: Float64Array;
  /** What it did not find out once: from fewer printed groups it will not either. */
  readonly safe: Set<PrintedGroup | Atom>;
}

export const readerOf = (system: System, known: Known): Reader => ({
  ...{ ...system, known, safe: new Set() },
  shared: sharedBy(system, known),
});

/** The same one before it has read anything. */
export const anew = (reader: Reader): Reader => ({ ...reader, safe: new Set() });

/** Keys of which giving up any one helps against something being found out. */
export type Told = readonly string[];

/** By what a reader finds out withheld groups, of those it is to be kept from. */
export function hiddenIn(
  reader: Reader,
  withheld: ReadonlySet<string>,
  isKept: (group: PrintedGroup) => boolean = () => true,
): Told[] {
  const { groups, shared, safe } = reader;
  const hidden = groups.flatMap((one, g) => (withheld.has(one.key) && !safe.has(one) && isKept(one) ? [g] : []));
  if (hidden.length === 0) return [];
  const space = spaceOf(reader, withheld);
  return hidden.flatMap((g) => {
    const row = shared.subarray(g * groups.length, (g + 1) * groups.length);
    return toldBy(reader, groups[g]!, space.combination({ shared: row, own: row[g]! }));
  });
}

/** By what few enterprises are found out that no table names. */
export function aloneIn(
  reader: Reader,
  withheld: ReadonlySet<string>,
  isAlone: (atom: Atom, of: System) => boolean,
): Told[] {
  const { groups, atoms, known, safe } = reader;
  const space = spaceOf(reader, withheld);
  return atoms.flatMap((atom) => {
    const own = safe.has(atom) ? 0 : unknownIn(atom.rows, known);
    if (own === 0 || !isAlone(atom, reader)) return [];
    const shared = new Float64Array(groups.length);
    for (const g of atom.groups) shared[g] = own;
    return toldBy(reader, atom, space.combination({ shared, own }));
  });
}

/** Nothing can be helped where only groups tell it that are printed whatever they tell. */
function toldBy({ groups, safe }: Reader, target: PrintedGroup | Atom, of: readonly number[] | null): Told[] {
  if (of === null) safe.add(target);
  const keys = (of ?? []).filter((g) => groups[g]!.always !== true).map((g) => groups[g]!.key);
  return keys.length > 0 ? [[...new Set(keys)]] : [];
}

function spaceOf({ groups, shared }: Reader, withheld: ReadonlySet<string>) {
  const printed = groups.flatMap(({ key }, g) => (withheld.has(key) ? [] : [g]));
  return groupSpace(printed, shared, groups.length);
}

function sharedBy({ groups: { length: size }, atoms }: System, known: Known): Float64Array {
  const shared = new Float64Array(size * size);
  for (const { groups, rows } of atoms) {
    const weight = unknownIn(rows, known);
    if (weight === 0) continue;
    for (let i = 0; i < groups.length; i++) {
      const from = groups[i]! * size;
      for (let k = 0; k < groups.length; k++) shared[from + groups[k]!]! += weight;
    }
  }
  return shared;
}
