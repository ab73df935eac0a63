import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flashInput } from "../../jobs/reports/flash-input.ts";
import { parseMonth } from "../../models/month.ts";
import { anyDocument } from "../../reports/any-document.ts";
import { type CorrectionFacts, correctionFacts } from "../../reports/correction/facts.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { newestEvents } from "../../src/db/enterprise-events.ts";
import { reportFacts } from "../../src/db/report.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";
import { differences, expected } from "../reports/formats/read-back.ts";
import { THROUGH } from "../reports/formats/through.ts";

/** What a number is does not depend on the database it was stored in. */
const [embedded] = oneDatabase();

const KEPT: readonly (readonly [name: string, month: string, kind: string, scope: string])[] = [
  ["monthly", "2025-12", "monthly", ""],
  ["a department's", "2025-12", "monthly", "department:miit"],
  ["a township's", "2025-12", "monthly", "region:500237001"],
  ["dispatch", "2025-12", "dispatch", ""],
  ["quarterly", "2025-12", "quarterly", ""],
  ["half-year", "2025-06", "half-year", ""],
  ["annual", "2025-12", "annual", ""],
];
const reports = new Map<string, AnyFacts | CorrectionFacts>();

describe.each([...KEPT.map(([name]) => name), "flash", "correction"])("the %s report", (name) => {
  it.each(Object.keys(THROUGH))("has every number of every table in %s, Chinese and English", async (format) => {
    for (const language of ["zh", "en"] as const) {
      const document = anyDocument(reports.get(name)!, language, null);
      expect(expected(document).size).toBeGreaterThan(0);
      expect(differences(document, await THROUGH[format]!(document, document))).toEqual([]);
    }
  });
});

let db: Db;
beforeAll(async () => {
  db = await embedded!.open();
  await fillCounty(db, 120, 30);
  const runs = new Map<string, number>();
  for (const month of ["2025-06", "2025-12"]) runs.set(month, (await runOn(db, parseMonth(month))).run.id);
  for (const [name, month, kind, scope] of KEPT)
    reports.set(name, (await reportFacts<AnyFacts>(db, { run: runs.get(month)!, kind, scope }))!);
  const [event] = await newestEvents(db, 1);
  const id = `${event!.enterprise}/${event!.kind}/${event!.occurredOn}`;
  reports.set("flash", flashFacts(await flashInput(db, wushan, id, "2026-01-12")));
  const original = { id: 1, title: reports.get("monthly")!.title, number: { zh: "1号", en: "No. 1" } };
  const [before, after] = [reports.get("quarterly") as AnyFacts, reports.get("annual") as AnyFacts];
  reports.set("correction", correctionFacts({ ...original, issuedOn: "2026-01-12" }, before, after)!);
}, 180_000);
afterAll(() => db.close());
