import { type Dimension, UNKNOWN } from "./figure.ts";
import type { Industry, Profile } from "./profile.ts";

/** The groups of one dimension, and which group each industry or region belongs to. */
export interface Grouping {
  readonly dimension: Dimension;
  readonly codes: readonly string[];
  readonly parents: readonly (string | null)[];
  /** Position in profile.industries or profile.regions plus 1 → position in codes; entry 0 is "unknown". */
  readonly groupOf: Int32Array;
}

/** A profile's codes as positions, so that a million enterprises are grouped without looking at a string. */
export interface ProfileIndex {
  readonly place: string;
  readonly sector: Grouping;
  readonly section: Grouping;
  readonly division: Grouping;
  /** The sector code of each division group. */
  readonly sectorOf: readonly string[];
  readonly region: Grouping;
  /** Lower limits of the size bands, ascending from 0. */
  readonly sizeBands: readonly number[];
}

/** Throws RangeError when an industry names a parent that is not there or its parents go in a circle. */
export function profileIndex(profile: Profile): ProfileIndex {
  const lineages = profile.industries.map(lineageFinder(profile.industries));
  const byLineage = (dimension: Dimension, key: (line: readonly Industry[]) => [string, string | null]) =>
    grouping(dimension, lineages.map(key));
  const sector = byLineage("sector", (line) => [String(line.find((i) => i.sector !== null)?.sector ?? UNKNOWN), null]);
  const division = byLineage("division", (line) => {
    const section = line.at(-1)!.code;
    return [line.at(-2)?.code ?? section + UNKNOWN, section];
  });
  return {
    place: profile.place,
    sector,
    section: byLineage("section", (line) => [line.at(-1)!.code, null]),
    division,
    sectorOf: sectorsOf(sector, division),
    region: grouping(
      "region",
      profile.regions.map((r) => [r.code, null]),
    ),
    sizeBands: profile.sizeBands,
  };
}

/** The one sector of each division group. Throws RangeError when an industry below a division has another sector. */
function sectorsOf(sector: Grouping, division: Grouping): string[] {
  const sectors: string[] = [];
  for (const [i, group] of division.groupOf.entries()) {
    const code = sector.codes[sector.groupOf[i]!]!;
    sectors[group] ??= code;
    if (sectors[group] !== code)
      throw new RangeError(`division ${division.codes[group]} lies in sectors ${sectors[group]} and ${code}`);
  }
  return sectors;
}

/** An industry followed by its parents, up to the section. */
function lineageFinder(industries: readonly Industry[]): (industry: Industry) => Industry[] {
  const byCode = new Map(industries.map((i) => [i.code, i]));
  return (industry) => {
    const line = [industry];
    while (line.at(-1)!.parent !== null) {
      const parent = byCode.get(line.at(-1)!.parent!);
      if (!parent) throw new RangeError(`industry ${line.at(-1)!.code} names an unknown parent ${line.at(-1)!.parent}`);
      if (line.includes(parent)) throw new RangeError(`the parents of industry ${industry.code} go in a circle`);
      line.push(parent);
    }
    return line;
  };
}

function grouping(dimension: Dimension, keys: readonly (readonly [code: string, parent: string | null])[]): Grouping {
  const unknown: readonly [string, string | null] = [UNKNOWN, dimension === "division" ? UNKNOWN : null];
  const parents = new Map([unknown, ...keys]);
  const codes = [...parents.keys()];
  const position = new Map(codes.map((code, i) => [code, i]));
  return {
    dimension,
    codes,
    parents: [...parents.values()],
    groupOf: Int32Array.from([unknown, ...keys], ([code]) => position.get(code)!),
  };
}
