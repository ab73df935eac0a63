import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { reportFacts } from "../../src/db/report.ts";
import { latestRun } from "../../src/db/run.ts";
import { runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { monthlyPage } from "../monthly-page.ts";
import { csv, emptyPlace, takeIn } from "../takes.ts";

const HEADER = "统一社会信用代码,月份,用工人数";
/** `count` enterprises that report 10 people each. */
const table = (month: string, count: number) =>
  csv(`${month}.csv`, [HEADER, ...Array.from({ length: count }, (_, i) => `X${i},${month},${10 + i}`)]);

describe.each(testDatabases())("the quality part of a month's report on $name", ({ open }) => {
  let db: Db;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    await takeIn(db, table("2025-02", 20), { publishedOn: "2025-03-05" });
    await runOn(db, parseMonth("2025-02"));
    await takeIn(db, csv("lost.csv", ["乱码", "1"]), { publishedOn: "2025-03-20" });
    await takeIn(db, table("2025-03", 10), { publishedOn: "2025-04-05" });
    await takeIn(db, csv("broken.csv", ["甲,乙", "1,2"]), { publishedOn: "2025-04-06" });
    await takeIn(db, csv("later.csv", ["丙,丁", "1,2"]), { publishedOn: "2025-05-06" });
    await runOn(db, parseMonth("2025-03"), { asOf: "2025-04-12" });
    await takeIn(db, table("2025-04", 10), { publishedOn: "2025-05-05" });
    await runOn(db, parseMonth("2025-04"), { asOf: "2025-05-10" });
  });
  afterAll(() => db.close());

  const factsOf = async (month: string) => {
    const run = await latestRun(db, parseMonth(month));
    const facts = (await reportFacts<MonthlyFacts>(db, { run: run!.id, kind: "monthly", scope: "" }))!;
    return { facts, html: monthlyPage(facts, wushan, "zh") };
  };

  it("names deliveries that were blocked, also after the last one that was taken, and none that came later", async () => {
    const { facts, html } = await factsOf("2025-03");
    expect(facts.completeness.batches.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["broken.csv", "blocked"],
      ["2025-03.csv", "accepted"],
      ["lost.csv", "blocked"],
    ]);
    expect(html).toContain("整批退回2批");
    expect(html).not.toContain("later.csv");
  });

  it("shows a month that is short on day 12 as an error, and scores it all the same", async () => {
    const { facts, html } = await factsOf("2025-03");
    expect(facts.completeness.findings).toContainEqual(
      expect.objectContaining({ code: "coverage-overdue", severity: "error", count: 1 }),
    );
    expect(html).toContain("严重");
    expect(facts.completeness.reported).toBe(10);
  });

  it("does not tell of a blocked delivery again that the month before has told of", async () => {
    const { facts } = await factsOf("2025-04");
    expect(facts.completeness.batches.map(({ name }) => name)).toEqual(["2025-04.csv", "later.csv"]);
  });
});
