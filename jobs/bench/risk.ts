import { join } from "node:path";
import { DEEP_REDUCTION, LARGE_REDUCTION } from "../../models/judging/event-definition.ts";
import { JUDGED_FROM } from "../../models/judging/judged-from.ts";
import { parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { WITHIN_FLOORS } from "../../models/replay/floors.ts";
import { byCourse } from "../../models/replay/happened.ts";
import { fittingRows } from "../../models/replay/risk-rows.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { foundPlace } from "../../src/db/place.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { courseAsKnown } from "../../src/db/timeline.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { walkMonths } from "../backtest/walk.ts";
import { importDeliveries } from "../import.ts";
import { noProgress } from "../progress.ts";
import { compareRisk } from "./risk/compare.ts";
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
    const span = { from: FIRST, to: LAST, fewest: JUDGED_FROM.value, definition: LARGE_REDUCTION };
    const walk = { profile, detector, model: null, workers: 1, ...span };
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
          compareRisk(definition, rows, beside, profile),
        ];
      }),
    );
  } finally {
    await db.close();
  }
}
