import { GAP } from "../../../models/panel.ts";
import { integer, type Random } from "../../../src/simulate/random.ts";
import type { Histories } from "./histories.ts";

/** Something done to a real series, and whether it ought to raise an alert. */
export interface Injection {
  readonly name: string;
  /** Months from its beginning within which the alert must open; null when none may. */
  readonly within: number | null;
  /** Writes it into a copied row of `months` cells from cell `at` on. */
  write(cells: Int32Array, at: number, random: Random): void;
  /** Whether the register reports an end in that month. */
  readonly closes?: boolean;
  /** What the run of that month knew instead of the figure that a later run knows; left out: the same. */
  readonly firstSeen?: (persons: number) => number;
}

const scaled = (cells: Int32Array, from: number, factor: number): void => {
  for (let t = Math.max(0, from); t < cells.length; t++)
    if (cells[t] !== GAP) cells[t] = Math.round(cells[t]! * factor);
};

const step = (share: number): Injection => ({
  name: `step ${share * 100} %`,
  within: 0,
  write: (cells, at) => scaled(cells, at, 1 - share),
});

/** Three equal cuts that take this share altogether; to be found within two months of the last. */
const ramp = (share: number): Injection => ({
  name: `ramp ${share * 100} % over 3 months`,
  within: 4,
  write(cells, at) {
    for (let month = 0; month < 3; month++) scaled(cells, at + month, (1 - share) ** (1 / 3));
  },
});

const closure: Injection = {
  name: "closure",
  within: 0,
  closes: true,
  write: (cells, at) => cells.fill(GAP, at),
};

const merger: Injection = {
  name: "merger step +50 %",
  within: null,
  write: (cells, at) => scaled(cells, at, 1.5),
};

const gap: Injection = {
  name: "gap of 1 to 2 months",
  within: null,
  write(cells, at, random) {
    for (let t = at; t < Math.min(cells.length - 1, at + integer(random, 1, 2)); t++) cells[t] = GAP;
  },
};

/** One month reported a third too high and taken back to the truth by the next report: what a late revision leaves. */
const blip: Injection = {
  name: "month a third too high, then right",
  within: null,
  write(cells, at) {
    if (cells[at] !== GAP) cells[at] = Math.round((cells[at]! * 4) / 3);
  },
};

/** Two months without a report, and 30 % fewer when it reports again. */
const gapAndFall: Injection = {
  name: "step 30 % behind a gap of 2 months",
  within: 2,
  write(cells, at) {
    cells.fill(GAP, at, at + 2);
    scaled(cells, at + 2, 0.7);
  },
};

/** First reported a twentieth too low, put right by the next month. */
const revision: Injection = {
  name: "late revision: 5 % too low at first",
  within: null,
  write: () => {},
  firstSeen: (persons) => Math.round(persons * 0.95),
};

export const INJECTIONS: readonly Injection[] = [
  step(0.1),
  step(0.2),
  step(0.3),
  step(0.5),
  ramp(0.2),
  ramp(0.3),
  gapAndFall,
  closure,
  merger,
  gap,
  revision,
  blip,
];

export interface Injected {
  readonly row: number;
  /** Column of the histories in which it begins. */
  readonly at: number;
  readonly injection: Injection;
}

/** A copy of the histories with everything injected; the original is left alone. */
export function inject(histories: Histories, injected: readonly Injected[], random: Random): Histories {
  const headcount = histories.headcount.slice();
  const closed = histories.closed.slice();
  const firstSeen = new Map<number, Map<number, number>>();
  for (const { row, at, injection } of injected) {
    const persons = headcount[row * histories.months + at]!;
    if (injection.firstSeen) firstSeen.set(at, (firstSeen.get(at) ?? new Map()).set(row, injection.firstSeen(persons)));
    injection.write(headcount.subarray(row * histories.months, (row + 1) * histories.months), at, random);
    if (injection.closes) closed[row] = histories.first + at;
  }
  return { ...histories, headcount, closed, firstSeen };
}
