import { COUNTS, type Dimension, type Figure } from "./figure.ts";

/** Two ways of reaching one number that did not meet. */
export interface Disagreement {
  /** Where: "section:C/previous/grossLoss". */
  readonly cell: string;
  /** What the parts give, and what stands in the cell. */
  readonly expected: number;
  readonly found: number;
  /** The parts, in words a reader can follow: "sum of divisions". */
  readonly rule: string;
}

/** Names the cell of a figure in messages and links. */
export const cellOf = (figure: Figure, column: string): string =>
  `${figure.dimension}:${figure.code}/${figure.baseline}/${column}`;

const ADDITIVE = [...COUNTS, "change", "dispatch", "dispatchChange", "hidden"] as const;

/** Where the figures do not add up; empty when they do. What they are compared with is checked apart. */
export function crossFoot(figures: readonly Figure[]): Disagreement[] {
  return [...new Set(figures.map((f) => f.baseline))].flatMap((baseline) => {
    const sameBase = figures.filter((f) => f.baseline === baseline);
    return [...sameBase.flatMap(withinFigure), ...acrossFigures(sameBase)];
  });
}

/** The same for figures that stand alone, without the groups they are the sum of. */
export const footAlone = (figures: readonly Figure[]): Disagreement[] => figures.flatMap(withinFigure);

const IDENTITIES: readonly [column: keyof Figure, rule: string, value: (f: Figure) => number][] = [
  ["change", "current − base", (f) => f.current - f.base],
  ["change", "grossGain − grossLoss", (f) => f.grossGain - f.grossLoss],
  ["matched", "down + up + flat", (f) => f.down + f.up + f.flat],
  ["reporting", "matched + entered", (f) => f.matched + f.entered],
  ["headcount", "current + enteredPeople", (f) => f.current + f.enteredPeople],
];

function withinFigure(figure: Figure): Disagreement[] {
  return IDENTITIES.flatMap(([column, rule, value]) => differ(figure, column, value(figure), rule));
}

function acrossFigures(figures: readonly Figure[]): Disagreement[] {
  const of = (dimension: Dimension) => figures.filter((f) => f.dimension === dimension);
  const sections = of("section");
  const divisions = of("division");
  const orphans = divisions.filter((f) => !sections.some((s) => s.code === f.parent));
  const divisionsOf = (section: Figure) => divisions.filter((f) => f.parent === section.code);
  return [
    ...sections.flatMap((s) => sumsTo(s, divisionsOf(s), "sum of divisions")),
    ...orphans.map((f) => ({ cell: cellOf(f, "parent"), expected: 1, found: 0, rule: "section of a division" })),
    ...of("place").flatMap((place) => [
      ...(["sector", "section", "region", "sizeBand"] as const).flatMap((d) => sumsTo(place, of(d), `sum of ${d}s`)),
      ...(of("size").length > 0 ? sumsTo(place, of("size"), "sum of sizes") : []),
      ...of("department").flatMap((f) => within(f, place)),
    ]),
  ];
}

function sumsTo(whole: Figure, parts: readonly Figure[], rule: string): Disagreement[] {
  return ADDITIVE.flatMap((column) =>
    differ(
      whole,
      column,
      parts.reduce((sum, f) => sum + (f[column] ?? 0), 0),
      rule,
    ),
  );
}

/** Departments share enterprises, so each is only a part of the place. */
const within = (part: Figure, place: Figure): Disagreement[] =>
  COUNTS.filter((column) => part[column] > place[column]).map((column) => ({
    ...{ cell: cellOf(part, column), expected: place[column], found: part[column] },
    rule: "at most the place",
  }));

function differ(figure: Figure, column: keyof Figure, expected: number, rule: string): Disagreement[] {
  const found = Number(figure[column] ?? 0);
  return found === expected ? [] : [{ cell: cellOf(figure, column), expected, found, rule }];
}
