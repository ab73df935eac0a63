import { sigmoid } from "../../../models/calibration/logit.ts";
import { averagePrecision } from "../../../models/judging/average-precision.ts";
import { bootstrap } from "../../../models/judging/bootstrap.ts";
import type { EventDefinition } from "../../../models/judging/event-definition.ts";
import { rankRows } from "../../../models/judging/ranking.ts";
import type { Profile } from "../../../models/profile.ts";
import { CROSS_FIT, crossFit, type FitRows } from "../../../models/risk/cross-fit.ts";
import { HAZARD } from "../../../models/risk/hazard.ts";
import type { RiskRows } from "../../../models/risk/rows.ts";
import { randomOf } from "../../../src/simulate/random.ts";
import type { Measure } from "../table.ts";
import { boosting } from "./boosting.ts";
import { plainLogistic } from "./plain-logistic.ts";
import { skillMeasures } from "./skill.ts";

/** Splits of the enterprises into folds: one alone moves a figure of a hundred events by several per cent. */
const SPLITS = [0, 1, 2, 3, 4];
const NAIVE = ["persistence", "volatility"];

export interface NaiveScore {
  readonly id: string;
  readonly score: Float64Array;
}

/** Our risk beside naive rules and reference models on the same rows, every figure the mean over the splits. */
export function compareRisk(
  definition: EventDefinition,
  rows: RiskRows,
  beside: readonly NaiveScore[],
  profile: Profile,
): Measure[] {
  const line = { people: definition.people?.value ?? 0, share: definition.share.value };
  const settings = { ...HAZARD, ...CROSS_FIT, bands: profile.sizeBands, line, block: 1 };
  const bySplit = (learn?: FitRows) => SPLITS.map((split) => crossFit(rows, { ...settings, split }, learn));
  const own = bySplit();
  const judged = Uint32Array.from(own[0]!, (_, r) => r).filter((r) => own.every((score) => !Number.isNaN(score[r]!)));
  const outcome = Int8Array.from(judged, (r) => rows.outcome[r]!);
  const pick = (score: Float64Array) => Float64Array.from(judged, (r) => score[r]!);
  const precision = (score: Float64Array) => averagePrecision(rankRows(pick(score), outcome)) ?? Number.NaN;
  const ours = own.map(precision);
  const against = (what: string, theirs: readonly number[], wanted: number): Measure => {
    const ratio = mean(ours) / mean(theirs);
    const value = theirs.length > 1 ? `${mean(theirs).toFixed(3)} (${span(theirs)})` : mean(theirs).toFixed(3);
    return { what, value, ratio, goal: `≥ ${wanted}`, reached: ratio >= wanted };
  };
  const naive = beside.filter(({ id }) => NAIVE.includes(id));
  const events = outcome.reduce((sum, y) => sum + y, 0);
  return [
    {
      what: `our risk, average precision (${SPLITS.length} splits)`,
      value: `${mean(ours).toFixed(3)} (${span(ours)})`,
    },
    { what: "  80 % by enterprise, first split", value: intervalOf(rows, judged, pick(own[0]!), outcome) },
    { what: "rows, events, base rate", value: `${judged.length}, ${events}, ${(events / judged.length).toFixed(4)}` },
    ...naive.map(({ id, score }) => against(id, [precision(score)], 1.3)),
    against("size", [precision(Float64Array.from(rows.headcount))], 1.3),
    against("gradient boosting, same features", bySplit(boosting(line)).map(precision), 1),
    against("ridge logistic, same features", bySplit(plainLogistic(line)).map(precision), 1),
    ...skillMeasures(
      rows,
      judged,
      own.map((score) => score.map(sigmoid)),
      {
        ...{ splits: SPLITS, profile, event: definition.id, line },
      },
    ),
  ];
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const span = (values: readonly number[]): string =>
  `${Math.min(...values).toFixed(3)}–${Math.max(...values).toFixed(3)}`;

function intervalOf(rows: RiskRows, judged: Uint32Array, score: Float64Array, outcome: Int8Array): string {
  const ranking = rankRows(score, outcome);
  const enterprises = Int32Array.from(judged, (r) => rows.enterprise[r]!);
  const [range] = bootstrap(enterprises, (weight) => [averagePrecision(ranking, weight)], {
    ...{ random: randomOf(1, 0), resamples: 400, interval: 0.8 },
  });
  return `${range?.low?.toFixed(3) ?? "—"}–${range?.high?.toFixed(3) ?? "—"}`;
}
