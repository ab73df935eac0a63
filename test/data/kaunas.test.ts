import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ImportResult, importDeliveries } from "../../jobs/import.ts";
import { noProgress } from "../../jobs/progress.ts";
import { runMonth } from "../../jobs/run/month-run.ts";
import { parseMonth } from "../../models/month.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { decisionsOf } from "../../src/db/alert.ts";
import type { Db } from "../../src/db/db.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { foundPlace } from "../../src/db/place.ts";
import { reportFacts } from "../../src/db/report.ts";
import { latestRun } from "../../src/db/run.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { monthlyPage } from "../monthly-page.ts";

const folder = fileURLToPath(new URL("../../../shared/data/kaunas_2023/", import.meta.url));
const there = existsSync(folder);
if (!there) console.log(`Kaunas tests are skipped: ${folder} is not there.`);
const profile = loadProfile("kaunas");
const TODAY = "2024-02-01";

describe.runIf(there)("the Kaunas panel", () => {
  let db: Db;
  let results: ImportResult[];
  beforeAll(async () => {
    db = await openMemory();
    await migrate(db);
    await foundPlace(db, profile.name);
    await keepThresholds(db, profile.thresholds, "test", "first set");
    const deliveries = await fileDeliveries([`${folder}enterprises.csv`, `${folder}panel_long.csv.gz`]);
    const order = {
      profile,
      source: "kaunas",
      mappings: profile.mappings.kaunas!,
      publishedOn: TODAY,
      today: TODAY,
      by: "test",
    };
    results = await importDeliveries(db, deliveries, order, noProgress);
    const run = { profile, asOf: TODAY, holder: "test", workers: 1, clock: Date.now, pull: async () => ({}) };
    for (let month = parseMonth("2023-06"); month <= parseMonth("2023-12"); month++)
      await runMonth(db, month, run, noProgress);
  });
  afterAll(() => db.close());

  const alertOf = async (code: string, month: string) => {
    const run = await latestRun(db, parseMonth(month));
    return (await decisionsOf(db, run!.id)).find((decision) => decision.subject === code);
  };

  it("comes in whole: 15,308 enterprises, 170,087 headcounts, nothing quarantined", () => {
    expect(results.map((result) => result.kind === "accepted" && result.counts)).toMatchObject([
      { read: 15_308, accepted: 15_308, quarantined: 0 },
      { read: 170_087, accepted: 170_087, quarantined: 0 },
    ]);
  });

  it("alerts on MODUS DISTRIBUTION in the month it falls from 126 to 3", async () => {
    expect(await alertOf("2020405", "2023-09")).toMatchObject({ levelAfter: "red", send: true });
  });

  it("alerts on HOSTINGER in 2023-06, because no enterprise of the city gained its people", async () => {
    expect(await alertOf("2139433", "2023-06")).toMatchObject({ levelAfter: "red" });
  });

  it("keeps the alerts of a month to what a city's desks can read", async () => {
    for (const month of ["2023-06", "2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12"]) {
      const run = await latestRun(db, parseMonth(month));
      const opened = (await decisionsOf(db, run!.id)).filter((decision) => decision.reason === "opened");
      expect(opened.length, month).toBeLessThan(40);
    }
  });

  it("makes a report of every month that adds up", async () => {
    for (let month = parseMonth("2023-06"); month <= parseMonth("2023-12"); month++) {
      const run = await latestRun(db, month);
      const facts = await reportFacts<MonthlyFacts>(db, { run: run!.id, kind: "monthly", scope: "" });
      expect(monthlyPage(facts!, profile, "zh")).toContain("<h1>");
    }
  });
});
