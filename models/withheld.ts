import { groupSpace } from "./group-space.ts";
import { type Atom, atomsOf, type PrintedGroup, unknownIn } from "./printed-group.ts";
import type { Threshold } from "./threshold.ts";

export interface WithheldLimits {
  /** Groups of fewer enterprises are not published. */
  readonly fewest: Threshold;
  /** Nor is a group of which one enterprise has more than this share. */
  readonly mostShare: Threshold;
}

/** Rows of enterprises whose persons a reader knows by other ways: named beside the tables, or its own. */
export type Known = ReadonlySet<number>;

/**
 * Keys of the groups that are withheld, over all tables of all reports at once: those too small or with one enterprise too
 * large, and as many others as it takes that neither a withheld group nor a few enterprises alone follow from the tables of one
 * sample by adding and subtracting. Everybody knows the enterprises of `named`; each of `readers` knows some
 * more, and still finds out no withheld group of the others. What is withheld `already` stays so. Of the groups that would do,
 * the one with the fewest persons is given up.
 */
export function withheldGroups(
  groups: readonly PrintedGroup[],
  limits: WithheldLimits,
  named: Known = new Set(),
  readers: readonly Known[] = [],
  already: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const worth = worthByKey(groups);
  const small = groups.filter((one) => !one.always && isSmall(one, limits, named));
  const withheld = new Set([...already, ...small.map(({ key }) => key)]);
  const giveUp = (told: readonly Told[]): boolean => {
    const before = withheld.size;
    for (const by of told)
      if (!by.some((key) => withheld.has(key)))
        withheld.add(by.reduce((least, key) => (worth.get(key)! < worth.get(least)! ? key : least)));
    return withheld.size > before;
  };
  const systems = [...new Set(groups.map(({ sample }) => sample))].map((sample) =>
    systemOf(groups.filter((one) => one.sample === sample)),
  );
  const everybody = systems.map((system) => readerOf(system, named));
  const isAlone = (atom: Atom, of: System) =>
    isSmall({ ...of.groups[atom.groups[0]!]!, rows: atom.rows }, limits, named);
  const settle = (): void => {
    const told = () => everybody.flatMap((one) => [...aloneIn(one, withheld, isAlone), ...hiddenIn(one, withheld)]);
    while (giveUp(told()));
  };
  settle();
  const desks = readers.map((own) => systems.map((system) => readerOf(system, new Set([...named, ...own]))));
  const toldTo = (desk: readonly Reader[]) => desk.flatMap((one) => hiddenIn(one, withheld));
  while (desks.filter((desk) => giveUp(toldTo(desk))).length > 0) settle();
  return withheld;
}

/** Keys of which giving up any one helps against something being found out. */
type Told = readonly string[];

/** Groups that can be added to each other, and the enterprises that they do not tell apart. */
interface System {
  readonly groups: readonly PrintedGroup[];
  readonly atoms: readonly Atom[];
}

const systemOf = (groups: readonly PrintedGroup[]): System => ({ groups, atoms: atomsOf(groups) });

/** Somebody who knows some enterprises and adds up what is printed of one system. */
interface Reader extends System {
  readonly known: Known;
  /** How many enterprises that it does not know each two groups have in common. */
  readonly shared: Float64Array;
  /** What it did not find out once: from fewer printed groups it will not either. */
  readonly safe: Set<PrintedGroup | Atom>;
}

const readerOf = (system: System, known: Known): Reader => ({
  ...{ ...system, known, safe: new Set() },
  shared: sharedBy(system, known),
});

/** By what a reader finds out withheld groups. */
function hiddenIn(reader: Reader, withheld: ReadonlySet<string>): Told[] {
  const { groups, shared, safe } = reader;
  const hidden = groups.flatMap((one, g) => (withheld.has(one.key) && !safe.has(one) ? [g] : []));
  if (hidden.length === 0) return [];
  const space = spaceOf(reader, withheld);
  return hidden.flatMap((g) => {
    const row = shared.subarray(g * groups.length, (g + 1) * groups.length);
    return toldBy(reader, groups[g]!, space.combination({ shared: row, own: row[g]! }));
  });
}

/** By what few enterprises are found out that no table names. */
function aloneIn(reader: Reader, withheld: ReadonlySet<string>, isAlone: (atom: Atom, of: System) => boolean): Told[] {
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

/** Nobody at all is an honest zero, and so are those whose persons are known anyway. */
function isSmall({ rows, base, current }: PrintedGroup, limits: WithheldLimits, named: Known): boolean {
  const unknown = rows.filter((row) => !named.has(row));
  if (unknown.length === 0) return false;
  if (unknown.length < limits.fewest.value) return true;
  return [base, current].some((persons) => {
    const largest = unknown.reduce((most, row) => Math.max(most, persons[row]!), 0);
    return largest > limits.mostShare.value * unknown.reduce((all, row) => all + persons[row]!, 0);
  });
}

/** What a key is worth: its persons, and more than any for those that are dear. */
function worthByKey(groups: readonly PrintedGroup[]): ReadonlyMap<string, number> {
  const worth = new Map<string, number>();
  for (const { key, rows, current, dear } of groups) {
    const persons = dear ? Number.POSITIVE_INFINITY : rows.reduce((all, row) => all + current[row]!, 0);
    worth.set(key, Math.max(worth.get(key) ?? 0, persons));
  }
  return worth;
}
