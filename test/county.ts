import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countyOrder } from "../jobs/county-order.ts";
import { importDeliveries } from "../jobs/import.ts";
import { noProgress } from "../jobs/progress.ts";
import { type RunOrder, runMonth } from "../jobs/run/month-run.ts";
import type { Month } from "../models/month.ts";
import { firstDay, parseMonth } from "../models/month.ts";
import type { Db } from "../src/db/db.ts";
import { migrate } from "../src/db/migrate.ts";
import { foundPlace } from "../src/db/place.ts";
import { keepThresholds } from "../src/db/threshold-set.ts";
import { loadProfile } from "../src/profiles/profiles.ts";
import { simulateCounty } from "../src/simulate/county.ts";
import { writeCounty } from "../src/simulate/write.ts";
import { fileDeliveries } from "../src/sources/file.ts";

export const wushan = loadProfile("wushan");

/** A small simulated county in a migrated database, nothing run yet. */
export async function fillCounty(db: Db, enterprises: number, months: number): Promise<{ first: Month; last: Month }> {
  await migrate(db);
  await foundPlace(db, wushan.name);
  await keepThresholds(db, wushan.thresholds, "test", "first set");
  const county = simulateCounty({ enterprises, months, seed: 7, lastMonth: parseMonth("2025-12"), profile: wushan });
  const folder = mkdtempSync(join(tmpdir(), "wengang-county-"));
  try {
    await writeCounty(county, folder);
    const order = countyOrder(wushan, county);
    await importDeliveries(db, await fileDeliveries([folder]), order, noProgress);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { first: county.first, last: county.last };
}

/** Runs a month on its closing day, as it would have been. */
export const runOn = (db: Db, month: Month, extra: Partial<RunOrder> = {}) =>
  runMonth(
    db,
    month,
    {
      profile: wushan,
      asOf: `${firstDay(month + 1).slice(0, 8)}10`,
      holder: "test",
      workers: 1,
      clock: () => 0,
      pull: async () => ({}),
      ...extra,
    },
    noProgress,
  );

/** Everything a run leaves behind, without the numbers that databases give out, in a fixed order. */
export async function leftBehind(db: Db): Promise<Record<string, unknown[]>> {
  const rows = (sql: string) => db.query(sql);
  return {
    runs: await rows("select month, as_of, vintage_batch, vintage_on, model, state from run order by month, id"),
    steps: await rows(
      "select r.month, s.step, s.counts from run_step s join run r on r.id = s.run_id order by r.month, s.step",
    ),
    scores: await rows(
      `select r.month, e.code, s.status, s.headcount, s.previous, s.expected, s.lower, s.peer_change, s.peers, s.z, s.leak, s.slope,
         s.trend_p, s.fall3, s.hidden_share, s.silent_months, s.break_month, s.risk, s.level, s.rules
       from score s join run r on r.id = s.run_id join enterprise e on e.id = s.enterprise_id order by r.month, e.code`,
    ),
    figures: await rows(
      "select r.month, f.scope, f.dimension, f.code, f.baseline, f.body from figure f join run r on r.id = f.run_id order by 1, 2, 3, 4, 5",
    ),
    alerts: await rows("select subject_kind, subject, opened_month from alert order by 1, 2, 3"),
    decisions: await rows(
      `select month, subject_kind, subject, found_level, level_before, level_after, months_below, months_clear, repeat, send, reason, rules, explanation
       from alert_decision order by 1, 2, 3`,
    ),
    scorecards: await rows("select month, card from scorecard order by month, run_id"),
    findings: await rows(
      "select r.month, f.code, f.value from finding f join run r on r.id = f.run_id order by 1, 2, 3",
    ),
    reports: await rows(
      "select r.month, p.kind, p.scope, p.facts from report p join run r on r.id = p.run_id order by 1, 2, 3",
    ),
  };
}
