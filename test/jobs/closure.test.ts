import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importDeliveries } from "../../jobs/import.ts";
import { noProgress } from "../../jobs/progress.ts";
import { missedMonths } from "../../jobs/schedule.ts";
import { formatMonth, parseMonth } from "../../models/month.ts";
import { decisionsOf } from "../../src/db/alert.ts";
import type { Db } from "../../src/db/db.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { foundPlace } from "../../src/db/place.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { runOn, wushan } from "../county.ts";

const LAST = parseMonth("2025-03");
let db: Db;
let folder: string;
beforeEach(async () => {
  db = await openMemory();
  folder = mkdtempSync(join(tmpdir(), "wengang-closure-"));
  await migrate(db);
  await foundPlace(db, wushan.name);
  await keepThresholds(db, wushan.thresholds, "test", "first set");
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function take(name: string, lines: readonly string[], publishedOn: string): Promise<void> {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  const order = {
    profile: wushan,
    source: "county",
    mappings: wushan.mappings.county!,
    publishedOn,
    today: "2025-12-01",
    by: "test",
  };
  const [result] = await importDeliveries(db, await fileDeliveries([join(folder, name)]), order, noProgress);
  expect(result?.kind).toBe("accepted");
}

/** Thirty steady enterprises from `from` to `to`, and a plant of 250 people that stops reporting after 2025-02. */
function reports(from: string, to: string): string[] {
  const lines = ["统一社会信用代码,月份,用工人数"];
  for (let month = parseMonth(from); month <= parseMonth(to); month++) {
    for (let i = 0; i < 30; i++) lines.push(`STEADY${i},${formatMonth(month)},${40 + i}`);
    if (month < LAST) lines.push(`PLANT,${formatMonth(month)},250`);
  }
  return lines;
}

const register = ["统一社会信用代码,企业名称,行业代码,注销日期", "PLANT,大厂,20,2025-03-10"];

describe("a plant of 250 people that the register says has closed", () => {
  it("raises a red alert in its month, and is a fall of the place in that month only", async () => {
    await take("headcount.csv", reports("2024-03", "2025-05"), "2025-03-05");
    await take("register.csv", register, "2025-03-12");
    const place: (string | null)[] = [];
    for (const month of ["2025-03", "2025-04", "2025-05"]) {
      const { run } = await runOn(db, parseMonth(month), { asOf: "2025-11-01" });
      const decisions = await decisionsOf(db, run.id);
      if (month === "2025-03")
        expect(decisions).toContainEqual(
          expect.objectContaining({ subject: "PLANT", levelAfter: "red", reason: "opened" }),
        );
      place.push(decisions.find((d) => d.subjectKind === "place")?.foundLevel ?? null);
    }
    expect(place).toEqual(["red", null, null]);
  });
});

describe("a month that was interrupted", () => {
  it("runs on newer data when that has come, and the interrupted run counts for nothing", async () => {
    await take("headcount.csv", reports("2024-03", "2025-03"), "2025-04-01");
    const stop = () => {
      throw new Error("pulled the plug");
    };
    await expect(runOn(db, LAST, { onStep: (step) => (step === "decide" ? stop() : undefined) })).rejects.toThrow(
      "plug",
    );
    await take("register.csv", register, "2025-04-08");
    const { run, changed } = await runOn(db, LAST);
    expect({ changed, vintage: run.vintage.publishedOn }).toEqual({ changed: true, vintage: "2025-04-08" });
    expect(await db.query("select state, count(*)::integer as count from run group by state order by state")).toEqual([
      { state: "abandoned", count: 1 },
      { state: "done", count: 1 },
    ]);
  });
});

describe("catching up", () => {
  it("goes past a month nobody reported", async () => {
    await take("before.csv", reports("2024-03", "2024-12"), "2025-04-01");
    await take("after.csv", reports("2025-02", "2025-03"), "2025-04-02");
    await runOn(db, parseMonth("2024-11"), { asOf: "2025-04-10" });
    const missed = await missedMonths(db, wushan, "2025-04-15");
    expect(missed.map(formatMonth)).toEqual(["2024-12", "2025-02", "2025-03"]);
  });
});
