import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importDeliveries } from "../../jobs/import.ts";
import { noProgress } from "../../jobs/progress.ts";
import { runMonth } from "../../jobs/run/month-run.ts";
import { formatMonth, parseMonth } from "../../models/month.ts";
import type { Mapping } from "../../models/profile.ts";
import type { Db } from "../../src/db/db.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { foundPlace } from "../../src/db/place.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { fileDeliveries } from "../../src/sources/file.ts";

const file = fileURLToPath(new URL("../../../shared/data/airlines/monthly_employees.csv", import.meta.url));
const there = existsSync(file);
if (!there) console.log(`Airline tests are skipped: ${file} is not there.`);
const profile = loadProfile("kaunas");
const TODAY = "2024-02-01";
/** The mass layoffs of labelled_episodes.csv. */
const LAYOFFS = ["2001-11", "2003-03", "2012-12", "2020-10"];
const mapping: Mapping = {
  kind: "headcount",
  layout: "long",
  columns: { code: ["carrier"], name: ["name"], month: ["month"], headcount: ["total"] },
  ignore: ["full_time", "part_time"],
};

describe.runIf(there)("33 years of two airlines", () => {
  let db: Db;
  let opened: string[];
  beforeAll(async () => {
    db = await openMemory();
    await migrate(db);
    await foundPlace(db, profile.name);
    await keepThresholds(db, profile.thresholds, "test", "first set");
    const order = { profile, source: "airlines", mappings: [mapping], publishedOn: TODAY, today: TODAY, by: "test" };
    await importDeliveries(db, await fileDeliveries([file]), order, noProgress);
    const run = { profile, asOf: TODAY, holder: "test", workers: 1, clock: Date.now, pull: async () => ({}) };
    for (let month = parseMonth("1990-08"); month <= parseMonth("2023-01"); month++)
      await runMonth(db, month, run, noProgress);
    const rows = await db.query<{ month: number; subject: string }>(
      "select month, subject from alert_decision where reason = 'opened' and subject_kind = 'enterprise' order by month",
    );
    opened = rows.map((row) => `${row.subject} ${formatMonth(row.month)}`);
  });
  afterAll(() => db.close());

  it("raise alerts on all four labelled mass layoffs, in their month or up to three before", () => {
    const months = (label: string) => [0, 1, 2, 3].map((ahead) => `american ${formatMonth(parseMonth(label) - ahead)}`);
    for (const label of LAYOFFS)
      expect(
        opened.filter((alert) => months(label).includes(alert)),
        label,
      ).not.toEqual([]);
  });

  it("raise at most five others on American in 33 years", () => {
    const about = LAYOFFS.flatMap((label) => [0, 1, 2, 3].map((ahead) => formatMonth(parseMonth(label) - ahead)));
    expect(opened.filter((alert) => !about.some((month) => alert === `american ${month}`)).length).toBeLessThanOrEqual(
      5,
    );
  });

  it("raise none on mergers, reporting steps and the blip, and none on FedEx at all", () => {
    const excused = [
      "american 2015-07",
      "american 2002-01",
      "american 2005-07",
      "american 2005-08",
      "federal_express 2016-05",
    ];
    expect(opened.filter((alert) => excused.includes(alert) || alert.startsWith("federal_express"))).toEqual([]);
  });
});
