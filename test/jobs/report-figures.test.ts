import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importDeliveries } from "../../jobs/import.ts";
import { noProgress } from "../../jobs/progress.ts";
import { formatMonth, parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { migrate } from "../../src/db/migrate.ts";
import { foundPlace } from "../../src/db/place.ts";
import { registerFacts } from "../../src/db/register.ts";
import { reportFacts } from "../../src/db/report.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";

const MONTH = parseMonth("2025-02");
const FIRST = MONTH - 13;

/** The profile with another kind of event by which an enterprise ends, and no special word in the code for it. */
const profile: Profile = {
  ...wushan,
  eventKinds: [
    ...wushan.eventKinds.map(({ ceases: _, ...kind }) => kind),
    {
      code: "left-county",
      name: text("整体迁出", "Left the county"),
      ceases: true,
      origin: wushan.eventKinds[0]!.origin,
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "wengang-figures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function take(db: Db, name: string, lines: readonly string[], publishedOn: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  const order = { profile, source: "county", mappings: wushan.mappings.county!, today: "2025-12-01", by: "test" };
  const [result] = await importDeliveries(db, await fileDeliveries([path]), { ...order, publishedOn }, noProgress);
  expect(result?.kind).toBe("accepted");
}

const REGISTER = [
  "统一社会信用代码,企业名称,行业代码,乡镇街道,登记注册类型,营业收入(万元),就业服务专员,重点企业",
  "FELL,木材厂,2011,高唐街道,国有企业,2500,李四,是",
  "ROSE,百货店,5211,高唐街道,,50,,",
  "GONE,运输队,5411,庙宇镇,,,,",
];

/** FELL: 400 people, 300 in the last month. ROSE: 8, then 9. GONE: 30 until December. */
function headcounts(): string[] {
  const lines = ["统一社会信用代码,月份,用工人数,新招人数,减少人数,减少类型,主要原因,次要原因,第三原因,下月预计人数"];
  for (let month = FIRST; month <= MONTH; month++) {
    const last = month === MONTH;
    const fell = last ? "300,5,105,经济性裁员,订单不足,经营资金困难,季节性用工," : "400,0,0,,,,,390";
    lines.push(`FELL,${formatMonth(month)},${fell}`);
    lines.push(`ROSE,${formatMonth(month)},${last ? "9,3,1,,,,,10" : "8,0,0,,,,,8"}`);
    if (month < MONTH - 1) lines.push(`GONE,${formatMonth(month)},30,,,,,,,`);
  }
  return lines;
}

describe.each(oneDatabase())("what the register and the forms say, on $name", ({ open }) => {
  let db: Db;
  let facts: MonthlyFacts;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
    await foundPlace(db, wushan.name);
    await keepThresholds(db, wushan.thresholds, "test", "first set");
    await take(db, "register.csv", REGISTER, "2023-12-01");
    await take(db, "headcount.csv", headcounts(), "2025-03-05");
    await take(db, "events.csv", ["统一社会信用代码,动态类型,发生日期", "GONE,整体迁出,2025-01-20"], "2025-03-05");
    const totals = ["20,巫山县,2025-02,300", "52,500237,2025-02,9", "20,高唐街道,2025-02,300", "54,巫山县,2025-02,5"];
    await take(db, "industry.csv", ["行业代码,乡镇街道,月份,用工人数", ...totals], "2025-03-05");
    const { run } = await runOn(db, MONTH, { profile });
    facts = (await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: "" }))!;
  });
  afterAll(() => db.close());

  const group = (dimension: keyof MonthlyFacts["groups"], code: string) =>
    facts.groups[dimension].find((g) => g.code === code)?.previous;

  it("places enterprises in their size class and with all their departments", () => {
    // 2011, mean of the year (11 × 400 + 300) / 12 = 391.7 people, 2,500: medium. 52 with 8.1 people: micro.
    expect(group("size", "medium")).toMatchObject({ reporting: 1, base: 400, change: -100 });
    expect(group("size", "micro")).toMatchObject({ reporting: 1, base: 8, change: 1 });
    expect(group("department", "miit")).toMatchObject({ base: 400, change: -100 });
    expect(group("department", "sasac")).toMatchObject({ base: 400, change: -100 });
    expect(group("department", "commerce")).toMatchObject({ base: 8, change: 1 });
  });

  it("names who has to act on an alert", () => {
    const alert = facts.alerts.open.find((a) => a.code === "FELL");
    expect(alert).toMatchObject({ departments: ["miit", "sasac"], specialist: "李四", keyEnterprise: true });
  });

  it("joins January and February against the same two a year before, in every dimension", () => {
    // FELL: (400 + 300) / 2 = 350 against 400. ROSE: 8.5 against 8.
    expect(facts.joined).toMatchObject({ kind: "compared", whole: { matched: 2, base: 408, current: 358.5, left: 1 } });
    const rate = (dimension: keyof MonthlyFacts["groups"], code: string) =>
      facts.groups[dimension].find((g) => g.code === code)?.yearAgoRate;
    expect(rate("section", "C")).toBeCloseTo(-50 / 400, 12);
    expect(rate("region", "500237001")).toBeCloseTo(-49.5 / 408, 12);
    expect(rate("department", "commerce")).toBeCloseTo(0.5 / 8, 12);
  });

  it("shows every part of the monthly form", () => {
    // FELL: 300 − 400 = 5 − 105. ROSE: 9 − 8 is one less than 3 − 1.
    const apart = { differing: 1, apart: 1 };
    expect(facts.movements).toEqual({ enterprises: 1, hired: 5, departed: 105, change: -100, ...apart });
    expect(facts.estimated).toEqual({ enterprises: 2, estimate: 398, persons: 309 });
    expect(facts.nextMonth).toEqual({ enterprises: 1, persons: 9, estimate: 10 });
    const named = facts.reductions.reasons.map((r) => [r.name.zh, r.people, r.further]);
    expect(named[0]).toEqual(["订单不足", 100, 0]);
    expect(named.slice(1)).toEqual(
      expect.arrayContaining([
        ["经营资金困难", 0, 1],
        ["季节性用工", 0, 1],
      ]),
    );
  });

  it("knows from the profile which event ends an enterprise", () => {
    expect(facts.overall["year-start"].whole).toMatchObject({ left: 1, leftPeople: 30, silent: 0 });
  });

  it("compares a total under the county's own name or code with the whole county", () => {
    const differing = facts.completeness.findings.filter((f) => f.code === "industry-total-differs");
    expect(differing.flatMap((f) => f.examples.map((e) => e.value))).toEqual(["54: 5"]);
  });

  it("keeps what a later register entry leaves blank, and sees nothing that came after the vintage", async () => {
    const header = "统一社会信用代码,企业名称,行业代码,营业收入(万元)";
    await take(db, "later.csv", [header, "FELL,木材厂,2012,"], "2025-06-01");
    const [row] = await db.query<{ id: number }>("select id from enterprise where code = 'FELL'");
    const at = (publishedOn: string) =>
      db.transaction(async (tx) => (await registerFacts(tx, { batch: 99, publishedOn })).get(row!.id));
    expect(await at("2025-05-31")).toEqual({ industry: "2011", ownership: "110", revenue: 2500, assets: null });
    expect(await at("2025-06-01")).toEqual({ industry: "2012", ownership: "110", revenue: 2500, assets: null });
  });
});
