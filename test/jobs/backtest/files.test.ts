import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { thresholdFile } from "../../../jobs/backtest/threshold-file.ts";
import { truthFile } from "../../../jobs/backtest/truth-file.ts";
import { parseMonth } from "../../../models/month.ts";
import { Problem } from "../../../models/problem.ts";
import type { Db } from "../../../src/db/db.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { openMemory } from "../../../src/db/pglite.ts";
import { loadProfile, profileNames } from "../../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
let folder: string;
let db: Db;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wengang-backtest-files-"));
  db = await openMemory();
  await migrate(db);
  await db.query("insert into enterprise (id, code) values (1, 'A'), (2, 'B')");
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function file(content: string): Promise<string> {
  const path = join(folder, "given");
  await writeFile(path, content);
  return path;
}

const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Problem);
  return (error as Problem).reason.en;
};

describe("a threshold file", () => {
  it.each(profileNames)("takes the set of profile %s as it is printed", async (name) => {
    const profile = loadProfile(name);
    const path = await file(JSON.stringify(profile.thresholds, null, 2));
    expect(await thresholdFile(path, profile, profile.thresholds)).toEqual(profile.thresholds);
  });

  it("may leave out the season of peers, and may bring it to a place that has none yet", async () => {
    const { seasonPrior: _, ...before } = wushan.thresholds.detector;
    const older = { ...wushan.thresholds, detector: before };
    expect(await thresholdFile(await file(JSON.stringify(older)), wushan, wushan.thresholds)).toEqual(older);
    const path = await file(JSON.stringify(wushan.thresholds));
    expect(await thresholdFile(path, wushan, older)).toEqual(wushan.thresholds);
  });

  it("is refused with the field that is wrong, all of them at once", async () => {
    const set = structuredClone(wushan.thresholds) as unknown as Record<string, Record<string, unknown>>;
    set.detector!.window = { value: "36", unit: "months" };
    set.decision!.closeAfterwards = 3;
    (set.rules as unknown as { when: Record<string, unknown> }[])[3]!.when.zz = 1;
    const said = await refused(thresholdFile(await file(JSON.stringify(set)), wushan, wushan.thresholds));
    expect(said).toContain("detector.window.value");
    expect(said).toContain("closeAfterwards");
    expect(said).toContain("rules[3].when");
  });

  it("is refused when a rule names a level the place does not have", async () => {
    const rules = wushan.thresholds.rules.map((rule, i) => (i === 0 ? { ...rule, level: "purple" } : rule));
    const path = await file(JSON.stringify({ ...wushan.thresholds, rules }));
    expect(await refused(thresholdFile(path, wushan, wushan.thresholds))).toContain('level "purple"');
  });

  it("is refused when it is not JSON or not there", async () => {
    expect(await refused(thresholdFile(await file("name: x"), wushan, wushan.thresholds))).toContain("not valid JSON");
    expect(await refused(thresholdFile(join(folder, "none"), wushan, wushan.thresholds))).toContain("can't be read");
  });
});

describe("a file of true events", () => {
  it("reads as the simulator writes it, one event within a horizon, and counts who is not known", async () => {
    const path = await file(
      "\ufeff统一社会信用代码,月份,人数,类型,首个动态日期\r\nA,2025-03,20,slow-leak,\r\nA,2025-05,9,slow-leak,\r\nA,2025-07,30,mass-layoff,2025-06-01\r\nB,2025-02,,closure,\r\nC,2025-02,5,closure,\r\n",
    );
    expect(await truthFile(db, path, 3)).toEqual({
      events: [
        { enterprise: 1, month: parseMonth("2025-03"), people: 20 },
        { enterprise: 1, month: parseMonth("2025-07"), people: 30 },
        { enterprise: 2, month: parseMonth("2025-02"), people: null },
      ],
      unknown: 1,
    });
  });

  it("is refused with the line that is wrong", async () => {
    expect(await refused(truthFile(db, await file("code,month\nA,2025-03\nA,March\n"), 3))).toContain("line 3");
    expect(await refused(truthFile(db, await file("code,month,people\nA,2025-03,few\n"), 3))).toContain("line 2");
    expect(await refused(truthFile(db, join(folder, "none"), 3))).toContain("can't be read");
  });
});
