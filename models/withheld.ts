import type { Atom, PrintedGroup } from "./groups/printed-group.ts";
import {
  aloneIn,
  anew,
  hiddenIn,
  type Known,
  type Reader,
  readerOf,
  type System,
  systemOf,
  type Told,
} from "./table-reader.ts";
import type { Threshold } from "./threshold.ts";

export interface WithheldLimits {
  /** Groups of fewer enterprises are not published. */
  readonly fewest: Threshold;
  /** Nor is a group of which one enterprise has more than this share. */
  readonly mostShare: Threshold;
}

/**
 * Keys of the groups that are withheld, over all tables of all reports at once: those too small or with one enterprise too
 * large, and as many others as it takes that neither a withheld group nor a few enterprises alone follow from the tables of one
 * sample by adding and subtracting. Everybody knows the enterprises of `named`; each of `readers` knows some more, and still
 * finds out no withheld group of which only a few, or one that is too large, are others'. What is withheld `already` stays so.
 * Of the groups that would do, the one with the fewest persons is given up; what in the end turns out not to be needed is told.
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
  const first = new Set([...already, ...small.map(({ key }) => key)]);
  const audience = audienceOf(groups, limits, named, readers);
  const withheld = new Set(first);
  while (giveUp(withheld, toldToEverybody(audience, withheld), worth));
  while (audience.desks.filter((desk) => giveUp(withheld, toldToDesk(desk, withheld), worth)).length > 0)
    while (giveUp(withheld, toldToEverybody(audience, withheld), worth));
  return withoutNeedless(withheld, first, worth, audience);
}

/** Who reads the tables: everybody, and desks that know their own enterprises besides. */
interface Audience {
  readonly everybody: readonly Reader[];
  readonly desks: readonly Desk[];
  readonly isAlone: (atom: Atom, of: System) => boolean;
}

interface Desk {
  readonly readers: readonly Reader[];
  /** Would tell the desk too much of enterprises that are not its own. */
  readonly isKept: (group: PrintedGroup) => boolean;
}

function audienceOf(
  groups: readonly PrintedGroup[],
  limits: WithheldLimits,
  named: Known,
  readers: readonly Known[],
): Audience {
  const systems = [...new Set(groups.map(({ sample }) => sample))].map((sample) =>
    systemOf(groups.filter((one) => one.sample === sample)),
  );
  return {
    everybody: systems.map((system) => readerOf(system, named)),
    desks: readers.map((own) => {
      const known = new Set([...named, ...own]);
      return {
        readers: systems.map((system) => readerOf(system, known)),
        isKept: remembered((group) => isSmall(group, limits, known)),
      };
    }),
    isAlone: (atom, of) => isSmall({ ...of.groups[atom.groups[0]!]!, rows: atom.rows }, limits, named),
  };
}

const toldToEverybody = ({ everybody, isAlone }: Audience, withheld: ReadonlySet<string>): Told[] =>
  everybody.flatMap((one) => [...aloneIn(one, withheld, isAlone), ...hiddenIn(one, withheld)]);

const toldToDesk = ({ readers, isKept }: Desk, withheld: ReadonlySet<string>): Told[] =>
  readers.flatMap((one) => hiddenIn(one, withheld, isKept));

/** Gives up the cheapest of what tells each; says whether anything had to be. */
function giveUp(withheld: Set<string>, told: readonly Told[], worth: ReadonlyMap<string, number>): boolean {
  const before = withheld.size;
  for (const by of told)
    if (!by.some((key) => withheld.has(key)))
      withheld.add(by.reduce((least, key) => (worth.get(key)! < worth.get(least)! ? key : least)));
  return withheld.size > before;
}

/** A group given up early can have become needless by one given up later: the dearest are told again first. */
function withoutNeedless(
  withheld: ReadonlySet<string>,
  first: ReadonlySet<string>,
  worth: ReadonlyMap<string, number>,
  audience: Audience,
): ReadonlySet<string> {
  const given = [...withheld].filter((key) => !first.has(key)).toSorted((a, b) => worth.get(b)! - worth.get(a)!);
  let least = withheld;
  for (const key of given) {
    const fewer = new Set([...least].filter((one) => one !== key));
    if (isSafe(audience, fewer)) least = fewer;
  }
  return least;
}

const isSafe = ({ everybody, desks, isAlone }: Audience, withheld: ReadonlySet<string>): boolean =>
  everybody.every((one) => toldToEverybody({ everybody: [anew(one)], desks, isAlone }, withheld).length === 0) &&
  desks.every(({ readers, isKept }) => toldToDesk({ readers: readers.map(anew), isKept }, withheld).length === 0);

/** Readers are asked about the same groups again and again. */
function remembered<Of>(is: (one: Of) => boolean): (one: Of) => boolean {
  const known = new Map<Of, boolean>();
  return (one) => {
    const answer = known.get(one) ?? is(one);
    known.set(one, answer);
    return answer;
  };
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
