import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noProgress } from "../../jobs/progress.ts";
import { runInOrder } from "../../jobs/run/in-order.ts";
import { plainMonths } from "../../jobs/run/steps-progress.ts";
import { lastDay, type Month } from "../../models/month.ts";
import type { Db } from "../../src/db/db.ts";
import { latestRuns, outdatedRuns } from "../../src/db/run.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { fillCounty, leftBehind, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";

const MONTHS = 16;
const RUN = 6;

const inOrder = (db: Db, months: readonly Month[], asOf: string) => {
  const order = { profile: wushan, asOf, holder: "test", workers: 1, clock: () => 0, pull: async () => ({}) };
  return runInOrder(db, months, order, plainMonths(noProgress));
};

/** What the runs that speak say of each month's alerts, without the numbers that databases give out. */
const said = (db: Db) =>
  db.query(
    `select d.month, d.subject_kind, d.subject, a.opened_month, d.found_level, d.level_after, d.months_below, d.months_clear,
       d.repeat, d.month_reason, d.rules, d.explanation
     from alert_decision d join (select distinct on (month) id from run where state = 'done' order by month, id desc) r
       on r.id = d.run_id left join alert a on a.id = d.alert_id
     where d.month_reason <> 'silent' order by d.month, d.subject_kind, d.subject`,
  );

/** Told at once of two alerts, or told the same level twice running. */
const toldTwice = (db: Db) =>
  db.query(
    `select * from (
       select subject, level_after, lag(level_after) over (partition by subject_kind, subject order by run_id) as known
       from alert_decision where send) as notices
     where level_after is not distinct from known`,
  );

/** Without a budget: a visit once given to somebody told is not taken back, so with one the order in which months ran stays visible. */
const { budget: _budget, ...patience } = wushan.thresholds.decision;
const unlimited = { ...wushan.thresholds, name: "no budget", decision: patience };

async function fill(db: Db) {
  const county = await fillCounty(db, 300, MONTHS);
  await keepThresholds(db, unlimited, "test", "no budget");
  return county;
}

describe.each(testDatabases())("months on $name", ({ open }) => {
  let straight: Db;
  let db: Db;
  let months: Month[];
  let asOf: string;
  beforeAll(async () => {
    [straight, db] = [await open(), await open()];
    const { last } = await fill(straight);
    await fill(db);
    months = Array.from({ length: RUN }, (_, i) => last - RUN + 1 + i);
    asOf = lastDay(last + 1);
    await inOrder(straight, months, asOf);
    for (const place of [3, 0, 5, 1, 4, 2]) await inOrder(db, [months[place]!], asOf);
  });
  afterAll(async () => {
    await straight.close();
    await db.close();
  });

  it("run in order have alerts that open and close, so that the tests below compare something", async () => {
    const [row] = await straight.query<{ opened: number; ended: number }>(
      `select (count(*) filter (where month_reason = 'opened'))::integer as opened,
         (count(*) filter (where month_reason = 'closed'))::integer as ended from alert_decision`,
    );
    expect(row!.opened).toBeGreaterThan(2);
    expect(row!.ended).toBeGreaterThan(0);
    expect(await toldTwice(straight)).toEqual([]);
  });

  it("run in any order say in the end what months run in order say, each subject with one alert at the most", async () => {
    expect(await said(db)).toEqual(await said(straight));
    expect(await outdatedRuns(db)).toEqual([]);
  });

  it("run in any order tell nobody the same thing twice", async () => {
    expect(await toldTwice(db)).toEqual([]);
  });

  it("run again on the same data change nothing", async () => {
    const before = await leftBehind(db);
    const outcomes = await inOrder(db, months, asOf);
    expect(outcomes.map(({ changed, followed }) => ({ changed, followed }))).toEqual(
      months.map(() => ({ changed: false, followed: false })),
    );
    expect(await leftBehind(db)).toEqual(before);
  });
});

describe.each(testDatabases())("a month run again on $name", ({ open }) => {
  let db: Db;
  let last: Month;
  beforeEach(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 40, MONTHS));
    for (let month = last - 3; month <= last; month++) await runOn(db, month);
  });
  afterEach(() => db.close());

  it("on newer data is followed by the months after it, and the months before it stay as they were", async () => {
    const before = await latestRuns(db);
    const outcomes = await inOrder(db, [last - 2], lastDay(last + 1));
    expect(outcomes.map(({ run, followed }) => [run.month, followed])).toEqual([
      [last - 2, false],
      [last - 1, true],
      [last, true],
    ]);
    const after = await latestRuns(db);
    expect(after[0]).toEqual(before[0]);
    expect(after.map((run) => run.afterRun)).toEqual([null, ...after.slice(0, -1).map((run) => run.id)]);
    expect(after.slice(1).map((run) => run.asOf)).toEqual([1, 2, 3].map(() => lastDay(last + 1)));
  });

  it("and interrupted before the months after it is followed by them the next time", async () => {
    await runOn(db, last - 3, { asOf: lastDay(last + 1) });
    expect((await outdatedRuns(db)).map((run) => run.month)).toEqual([last - 2, last - 1, last]);
    const outcomes = await inOrder(db, [], lastDay(last + 1));
    expect(outcomes.map(({ run, changed, followed }) => [run.month, changed, followed])).toEqual([
      [last - 2, true, true],
      [last - 1, true, true],
      [last, true, true],
    ]);
    expect(await outdatedRuns(db)).toEqual([]);
  });
});
