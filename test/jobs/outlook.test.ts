import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth, type Month } from "../../models/month.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { reportFacts } from "../../src/db/report.ts";
import { type Run, runBefore } from "../../src/db/run.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { monthlyPage } from "../monthly-page.ts";

describe.each(testDatabases())("what a run says of groups, counts and the months to come, on $name", ({ open }) => {
  let db: Db;
  let last: Month;
  let run: Run;
  let facts: MonthlyFacts;
  let html: string;
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 120, 30));
    await silence(db, last);
    await runOn(db, last - 1);
    ({ run } = await runOn(db, last));
    facts = (await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: "" }))!;
    html = monthlyPage(facts, wushan, "zh");
  });
  afterAll(() => db.close());

  const outlook = () => facts.outlook!;
  const one = async (sql: string) => (await db.query<{ value: number }>(sql, [run.id]))[0]!.value;

  it("sums the jobs at risk that the scores carry", async () => {
    const sum = await one("select sum(jobs_at_risk::numeric)::float as value from score where run_id = $1");
    const silent =
      "select count(*)::int as value from score where run_id = $1 and headcount is null and jobs_at_risk > 0";
    expect(await one(silent), "who is silent counts by the last report").toBeGreaterThan(0);
    expect(outlook().place.atRisk.persons).toBeCloseTo(sum, 6);
    const sections = await one(
      "select sum(persons)::float as value from jobs_at_risk where run_id = $1 and dimension = 'section'",
    );
    expect(sections).toBeCloseTo(sum, 6);
    const told = outlook().groups.section.reduce((total, { atRisk }) => total + atRisk.persons, 0);
    expect(told, "groups that are withheld are not told").toBeLessThanOrEqual(sum);
    expect(html).toContain("预期流失岗位");
  });

  it("names the enterprises that lost most, by the register's name", () => {
    const [first] = outlook().place.losses;
    expect(first!.name).toMatch(/^模拟/);
    expect(html).toContain(`${first!.name}减少${first!.base - first!.current}人`);
  });

  it("counts the enterprises that reached a level and those that are silent", async () => {
    const count = (kind: string) => outlook().counts.find((c) => c.kind === kind && c.dimension === "place")!.count;
    const levels = "select count(*)::int as value from score where run_id = $1 and level is not null";
    expect(count("alarming")).toBe(await one(levels));
    expect(count("silent")).toBe(facts.completeness.silent.count);
  });

  it("does not judge counts on two months, and says so", () => {
    expect(outlook().counts[0]!.alarm).toEqual({ kind: "too-short", have: 2, need: 8 });
    expect(html).toContain("各项数量已统计2个月，不足8个月，暂不判断是否异常。");
  });

  it("forecasts three months and tells how last month's forecast of this one did", async () => {
    const place = outlook().forecasts.find(({ made }) => made.dimension === "place")!;
    expect(place.made).toMatchObject({ month: last, persons: facts.overall.previous.whole.headcount });
    expect(place.made.path.kind === "path" && place.made.path.months.length).toBe(3);
    const before = (await runBefore(db, last))!;
    const [earlier] = await db.query<{ foretold: number }>(
      `select (body->'path'->'months'->0->>'mean')::float as foretold from forecast where run_id = $1 and dimension = 'place'`,
      [before.id],
    );
    expect(place.outcomes).toMatchObject([{ ahead: 1, madeIn: last - 1, foretold: earlier!.foretold }]);
    expect(html).toContain("1个月前预测本月");
    expect(html).toContain(`<th scope="col" class="n">${formatMonth(last + 3)}</th>`);
  });

  it("expects what it reports: the last drawn month is this month", () => {
    const { expected, place } = outlook();
    expect(expected.at(-1)).toMatchObject({ month: last, persons: facts.overall.previous.whole.headcount });
    expect(place.path).toMatchObject({ kind: "judged", observed: facts.overall.previous.whole.headcount });
  });
});

/** The sixth largest did not report the month. */
const silence = (db: Db, month: Month) =>
  db.query(
    `delete from headcount where month = $1 and enterprise_id =
       (select enterprise_id from headcount where month = $1 order by headcount desc, enterprise_id offset 5 limit 1)`,
    [month],
  );
