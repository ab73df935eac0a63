import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS } from "../../jobs/run/month-run.ts";
import { lastDay } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { fillCounty, leftBehind, runOn } from "../county.ts";
import { testDatabases } from "../databases.ts";

describe.each(testDatabases())("the month run on $name", ({ open }) => {
  let db: Db;
  let last: number;
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 60, 14));
  });
  afterAll(() => db.close());

  it("goes through its steps in order and leaves a score for every enterprise that ever reported", async () => {
    const outcome = await runOn(db, last - 5);
    expect(outcome.changed).toBe(true);
    expect([...outcome.steps.keys()].toSorted()).toEqual(["pull", ...STEPS.map((step) => step.name)].toSorted());
    const [scores] = await db.query<{ count: number }>(
      "select count(*)::integer as count from score where run_id = $1",
      [outcome.run.id],
    );
    const [series] = await db.query<{ count: number }>(
      "select count(*)::integer as count from series where first_month <= $1",
      [last - 5],
    );
    expect(scores).toEqual(series);
  });

  it("changes nothing when the same month runs again on the same data", async () => {
    await runOn(db, last - 3);
    const before = await leftBehind(db);
    const again = await runOn(db, last - 3);
    expect(again.changed).toBe(false);
    expect(await leftBehind(db)).toEqual(before);
  });

  it("runs the month anew when later reports became known, and sends no notice twice", async () => {
    await runOn(db, last - 2);
    const later = await runOn(db, last - 2, { asOf: lastDay(last) });
    expect(later.changed).toBe(true);
    const twice = await db.query(
      `select subject from alert_decision where month = $1 and send and reason in ('opened', 'raised')
       group by subject, level_after having count(*) > 1`,
      [last - 2],
    );
    expect(twice).toEqual([]);
  });

  it("refuses a month nobody reported, and leaves no unfinished run behind", async () => {
    await expect(runOn(db, last + 5)).rejects.toMatchObject({ code: "month-empty" });
    expect(await db.query("select * from run where state = 'running'")).toEqual([]);
  });

  it("says what was known when asked for a date before anything was", async () => {
    await expect(runOn(db, last, { asOf: "2001-01-01" })).rejects.toMatchObject({ code: "nothing-known-yet" });
  });
});
