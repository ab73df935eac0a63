import { describe, expect, it } from "vitest";
import { FEATURES } from "../../../models/risk/features.ts";
import { overLine } from "../../../models/risk/foretell.ts";
import { linesByMonth, riskLines } from "../../../models/risk/risk-lines.ts";
import type { RiskRows } from "../../../models/risk/rows.ts";

/** Groups of enterprise-months of one size foretold alike: so many, of them so many with the event. */
type Group = readonly [headcount: number, foretold: number, rows: number, events: number];

function rowsOf(groups: readonly Group[]): { readonly rows: RiskRows; readonly foretold: Float64Array } {
  const all = groups.flatMap(([headcount, foretold, rows, events]) =>
    Array.from({ length: rows }, (_, i) => ({ headcount, foretold, outcome: i < events ? 1 : 0 })),
  );
  const rows: RiskRows = {
    size: all.length,
    features: new Float32Array(all.length * FEATURES),
    outcome: Uint8Array.from(all, ({ outcome }) => outcome),
    enterprise: Int32Array.from(all, (_, i) => i),
    month: new Int32Array(all.length),
    headcount: Int32Array.from(all, ({ headcount }) => headcount),
    lost: new Float32Array(all.length),
  };
  return { rows, foretold: Float64Array.from(all, ({ foretold }) => foretold) };
}

/**
 * Called at .5: 20 of 25 right, 20 of 60 found. F0.5 = 1.25·.8·.333/(.25·.8+.333) = .625, F2 = 5·.8·.333/(4·.8+.333) = .377.
 * Called at .2: 50 of 125 right, 50 of 60 found. F0.5 = 1.25·.4·.833/(.1+.833) = .446, F2 = 5·.4·.833/(1.6+.833) = .685.
 * Called at .01: 60 of 1,125 right, all found. F0.5 = .066, F2 = .220.
 */
const SMALL: readonly Group[] = [
  [30, 0.5, 25, 20],
  [30, 0.2, 100, 30],
  [30, 0.01, 1000, 10],
];

describe("the lines from which a foretold risk is called", () => {
  it("are where F0.5 is best for red and where F2 is best for orange", () => {
    const { rows, foretold } = rowsOf(SMALL);
    expect(riskLines(foretold, rows, [0])).toEqual([{ from: 0, red: 0.5, orange: 0.2 }]);
  });

  it("are those of each size, and of all sizes where one has too few events", () => {
    const { rows, foretold } = rowsOf([...SMALL, [80, 0.05, 40, 35], [80, 0.01, 500, 0], [300, 0.01, 90, 0]]);
    const [small, middle, large] = riskLines(foretold, rows, [0, 50, 250]);
    expect(small).toEqual({ from: 0, red: 0.5, orange: 0.2 });
    expect(middle).toEqual({ from: 50, red: 0.05, orange: 0.05 });
    expect(large!.from).toBe(250);
    expect(large).toEqual({ ...riskLines(foretold, rows, [0])[0], from: 250 });
  });

  it("are drawn from what was foretold: rows of the first months, and those where nothing can come, do not count", () => {
    const { rows, foretold } = rowsOf([...SMALL, [30, Number.NaN, 500, 400], [30, 0, 500, 0]]);
    expect(riskLines(foretold, rows, [0])).toEqual([{ from: 0, red: 0.5, orange: 0.2 }]);
  });

  it("are none where nothing ever happened", () => {
    const { rows, foretold } = rowsOf([[30, 0.1, 50, 0]]);
    expect(riskLines(foretold, rows, [0])).toEqual([{ from: 0, red: null, orange: null }]);
  });

  it("make a risk a multiple of the line of its size", () => {
    const lines = [
      { from: 0, red: 0.5, orange: 0.25 },
      { from: 50, red: 0.125, orange: null },
    ];
    expect(overLine(lines, "red", 0.25, 49)).toBe(0.5);
    expect(overLine(lines, "red", 0.25, 50)).toBe(2);
    expect(overLine(lines, "orange", 0.25, 49)).toBe(1);
    expect(overLine(lines, "orange", 0.25, 50)).toBeNaN();
    expect(overLine(undefined, "red", 0.9, 49)).toBeNaN();
  });
});

describe("the lines by what was known before each month", () => {
  /** The same rows every month, by another order of outcomes in the later ones. */
  const months = (groups: readonly (readonly Group[])[]) => {
    const each = groups.map(rowsOf);
    const { rows, foretold } = rowsOf(groups.flat());
    const month = Int32Array.from(each.flatMap((one, m) => Array.from(one.foretold, () => 24_000 + m)));
    return { rows: { ...rows, month }, foretold };
  };
  const TURNED: readonly Group[] = [[30, 0.05, 40, 40]];

  it("are drawn on months whose three are over, never on the months that they are held against", () => {
    const { rows, foretold } = months([SMALL, TURNED, TURNED, TURNED, TURNED]);
    const lines = linesByMonth(foretold, rows, [0]);
    expect([...lines.keys()]).toEqual([24_000, 24_001, 24_002, 24_003, 24_004]);
    expect(lines.get(24_002)).toEqual([]);
    expect(lines.get(24_003)).toEqual([{ from: 0, red: 0.5, orange: 0.2 }]);
    const turned = { ...rows, outcome: rows.outcome.map((y, r) => (rows.month[r]! > 24_000 ? 1 - y : y)) };
    expect(linesByMonth(foretold, turned, [0]).get(24_003)).toEqual(lines.get(24_003));
    expect(linesByMonth(foretold, turned, [0]).get(24_004)).not.toEqual(lines.get(24_004));
  });

  it("are none while too few events came before to train a model", () => {
    const few: readonly Group[] = [[30, 0.5, 60, 29]];
    const { rows, foretold } = months([few, few, few, few]);
    expect(linesByMonth(foretold, rows, [0]).get(24_003)).toEqual([]);
    // 30 events, only 9 of which were foretold
    const told = months([
      [
        [30, Number.NaN, 60, 21],
        [30, 0.5, 20, 9],
      ],
      few,
      few,
      few,
    ]);
    expect(linesByMonth(told.foretold, told.rows, [0]).get(24_003)).toEqual([]);
  });
});
