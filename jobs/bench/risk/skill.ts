import { brierSkill, inSizeBand } from "../../../models/judging/calibration.ts";
import type { Profile } from "../../../models/profile.ts";
import type { ReductionLine } from "../../../models/risk/model.ts";
import type { RiskRows } from "../../../models/risk/rows.ts";
import { trainRisk } from "../../../models/risk/train.ts";
import type { Measure } from "../table.ts";

interface Order {
  readonly splits: readonly number[];
  readonly profile: Profile;
  readonly event: string;
  readonly line: ReductionLine;
}

/** Staff from and below, and the skill asked for. */
const BANDS = [
  ["Brier skill, all", 20, Number.POSITIVE_INFINITY, 0.1],
  ["Brier skill, 20–49 staff", 20, 50, 0],
  ["Brier skill, 50–99 staff", 50, 100, 0],
  ["Brier skill, 100–249 staff", 100, 250, 0],
  ["Brier skill, 250 and more", 250, Number.POSITIVE_INFINITY, 0],
] as const;

/**
 * Brier skill of the probabilities, by size band, the mean over the splits; each fold is calibrated by the others' earlier rows.
 * @param uncalibrated the same probabilities before calibration, one array a split
 */
export function skillMeasures(
  rows: RiskRows,
  judged: Uint32Array,
  uncalibrated: readonly Float64Array[],
  { splits, profile, event, line }: Order,
): Measure[] {
  const outcome = Int8Array.from(judged, (r) => rows.outcome[r]!);
  const size = Int32Array.from(judged, (r) => rows.headcount[r]!);
  const order = { name: "bench", event, place: profile.title, vintage: null, bands: profile.sizeBands, line };
  const calibrated = splits.map((split) => {
    const trained = trainRisk(rows, { ...order, split });
    if (trained.kind !== "trained") throw new Error(`too little to learn from: ${JSON.stringify(trained)}`);
    return trained.foretold;
  });
  const skill = (foretold: readonly Float64Array[], from: number, below: number) => {
    const each = foretold.map((values) => {
      const probability = Float64Array.from(judged, (r) => values[r]!);
      return brierSkill(inSizeBand({ probability, outcome }, size, from, below)) ?? Number.NaN;
    });
    return each.reduce((sum, v) => sum + v, 0) / each.length;
  };
  const before = skill(uncalibrated, 20, Number.POSITIVE_INFINITY);
  return [
    ...BANDS.map(([what, from, below, wanted]) => {
      const value = skill(calibrated, from, below);
      const goal = wanted === 0 ? "> 0" : `≥ ${wanted}`;
      return { what, value: value.toFixed(3), goal, reached: wanted === 0 ? value > 0 : value >= wanted };
    }),
    { what: "  all, before calibration", value: before.toFixed(3) },
  ];
}
