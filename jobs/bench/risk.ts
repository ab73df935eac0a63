import { join } from "node:path";
import { sigmoid } from "../../models/calibration/logit.ts";
import { averagePrecision } from "../../models/judging/average-precision.ts";
import { bootstrap } from "../../models/judging/bootstrap.ts";
import { brierSkill, inSizeBand } from "../../models/judging/calibration.ts";
import { DEEP_REDUCTION, type EventDefinition, LARGE_REDUCTION } from "../../models/judging/event-definition.ts";
import { rankRows } from "../../models/judging/ranking.ts";
import { parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { WITHIN_FLOORS } from "../../models/replay/floors.ts";
import { byCourse } from "../../models/replay/happened.ts";
import { fittingRows } from "../../models/replay/risk-rows.ts";
import { CROSS_FIT, crossFit } from "../../models/risk/cross-fit.ts";
import { HAZARD } from "../../models/risk/hazard.ts";
import { trainRisk } from "../../models/risk/train.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { foundPlace } from "../../src/db/place.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { courseAsKnown } from "../../src/db/timeline.ts";
import { randomOf } from "../../src/simulate/random.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { JUDGED_FROM } from "../backtest/judged-from.ts";
import { walkMonths } from "../backtest/walk.ts";
import { importDeliveries } from "../import.ts";
import { noProgress } from "../progress.ts";
import { boosting } from "./risk/boosting.ts";
import { plainLogistic } from "./risk/plain-logistic.ts";
import type { Measure } from "./table.ts";

/** The city's twelve months, and the day by which all of it was known. */
const [FIRST, LAST] = [parseMonth("2023-01"), parseMonth("2023-12")];
const KNOWN_ON = "2024-02-01";

/** Our risk beside naive rules and reference models, on enterprises and months none of them was fitted on. */
export async function measureRisk(dir: string, profile: Profile): Promise<Record<string, Measure[]>> {
  const db = await openMemory();
  try {
    await migrate(db);
    await foundPlace(db, profile.name);
    await keepThresholds(db, profile.thresholds, "bench", "first set");
    const files = ["enterprises.csv", "panel_long.csv.gz"].map((file) => join(dir, "kaunas_2023", file));
    const order = { profile, source: "kaunas", mappings: profile.mappings.kaunas!, publishedOn: KNOWN_ON };
    await importDeliveries(db, await fileDeliveries(files), { ...order, today: KNOWN_ON, by: "bench" }, noProgress);
    const { detector } = profile.thresholds;
    const walk = { profile, detector, model: null, workers: 1, from: FIRST, to: LAST, fewest: JUDGED_FROM.value };
    const signal = new AbortController().signal;
    const { gathered } = await walkMonths(db, { ...walk, reach: WITHIN_FLOORS, signal }, noProgress);
    const course = (await courseAsKnown(db, profile, FIRST, LAST))!;
    return Object.fromEntries(
      [LARGE_REDUCTION, DEEP_REDUCTION].map((definition) => {
        const { outcome } = byCourse(gathered.rows, course, definition);
        const { rows, places } = fittingRows(gathered, outcome, course, definition);
        const beside = gathered.beside.map(({ id, score }) => ({
          id,
          score: Float64Array.from(places, (p) => score[p]!),
        }));
        return [
          `Risk, ${definition.name.en} (ratio: ours ÷ theirs, average precision)`,
          compare(definition, rows, beside, profile),
        ];
      }),
    );
  } finally {
    await db.close();
  }
}

type Rows = Parameters<typeof crossFit>[0];

function compare(
  definition: EventDefinition,
  rows: Rows,
  beside: readonly { readonly id: string; readonly score: Float64Array }[],
  profile: Profile,
): Measure[] {
  const line = { people: definition.people?.value ?? 0, share: definition.share.value };
  const settings = { ...HAZARD, ...CROSS_FIT, bands: profile.sizeBands, line, block: 1 };
  const order = {
    name: "bench",
    event: definition.id,
    place: profile.title,
    vintage: null,
    bands: profile.sizeBands,
    line,
  };
  const trained = trainRisk(rows, order);
  if (trained.kind !== "trained") throw new Error(`too little to learn from: ${JSON.stringify(trained)}`);
  const own = crossFit(rows, settings).map(sigmoid);
  const judged = Uint32Array.from(own, (_, r) => r).filter((r) => !Number.isNaN(own[r]!));
  const outcome = Int8Array.from(judged, (r) => rows.outcome[r]!);
  const size = Int32Array.from(judged, (r) => rows.headcount[r]!);
  const pick = (score: Float64Array) => Float64Array.from(judged, (r) => score[r]!);
  const precision = (score: Float64Array) => averagePrecision(rankRows(score, outcome)) ?? Number.NaN;
  const ours = precision(pick(own));
  const events = outcome.reduce((sum, y) => sum + y, 0);
  const enterprises = Int32Array.from(judged, (r) => rows.enterprise[r]!);
  const ranking = rankRows(pick(own), outcome);
  const [range] = bootstrap(enterprises, (weight) => [averagePrecision(ranking, weight)], {
    ...{ random: randomOf(1, 0), resamples: 400, interval: 0.8 },
  });
  const interval = `80 %: ${range?.low?.toFixed(3) ?? "—"}–${range?.high?.toFixed(3) ?? "—"}`;
  const probability = pick(trained.foretold);
  const skill = (from: number, below: number) =>
    brierSkill(inSizeBand({ probability, outcome }, size, from, below)) ?? Number.NaN;
  const against = (what: string, score: Float64Array, wanted: number): Measure => {
    const theirs = precision(pick(score));
    return {
      what,
      value: theirs.toFixed(3),
      ratio: ours / theirs,
      goal: `≥ ${wanted}`,
      reached: ours / theirs >= wanted,
    };
  };
  const naive = beside.filter(({ id }) => id === "persistence" || id === "volatility");
  const sizes = Float64Array.from(rows.headcount);
  return [
    { what: "our risk, average precision", value: `${ours.toFixed(3)} (${interval})` },
    { what: "rows, events, base rate", value: `${judged.length}, ${events}, ${(events / judged.length).toFixed(4)}` },
    ...naive.map(({ id, score }) => against(id, score, 1.3)),
    against("size", sizes, 1.3),
    against("gradient boosting, same features", crossFit(rows, settings, boosting(line)), 1),
    against("ridge logistic, same features", crossFit(rows, settings, plainLogistic(line)), 1),
    ...[
      ["Brier skill, all", 20, Number.POSITIVE_INFINITY, 0.1] as const,
      ["Brier skill, 20–49 staff", 20, 50, 0] as const,
      ["Brier skill, 50–99 staff", 50, 100, 0] as const,
      ["Brier skill, 100–249 staff", 100, 250, 0] as const,
      ["Brier skill, 250 and more", 250, Number.POSITIVE_INFINITY, 0] as const,
    ].map(([what, from, below, wanted]) => {
      const value = skill(from, below);
      const goal = wanted === 0 ? "> 0" : `≥ ${wanted}`;
      return { what, value: value.toFixed(3), goal, reached: wanted === 0 ? value > 0 : value >= wanted };
    }),
  ];
}
