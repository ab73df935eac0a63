import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lastDay } from "../../models/month.ts";
import type { Scorecard } from "../../models/scorecard/scorecard.ts";
import type { Db } from "../../src/db/db.ts";
import { latestRun } from "../../src/db/run.ts";
import { interventionsBetween, sampledIn, scorecardOfRun } from "../../src/db/scorecard.ts";
import { fillCounty, runOn } from "../county.ts";
import { testDatabases } from "../databases.ts";

describe.each(testDatabases())("the scorecard of a month run on $name", ({ open }) => {
  let db: Db;
  let card: Scorecard;
  let last: number;
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 300, 30));
    for (let month = last - 14; month <= last; month++) await runOn(db, month);
    card = (await scorecardOfRun(db, (await latestRun(db, last))!.id))!;
  }, 180_000);
  afterAll(() => db.close());

  it("judges every alert that stood beyond the month it opened in, each once", async () => {
    const [opened] = await db.query<{ count: number }>(
      `select count(*)::integer as count from alert a where subject_kind = 'enterprise' and opened_month between $1 and $2
         and exists (select 1 from alert_decision d where d.alert_id = a.id and d.level_after is not null)`,
      [last - 11, last],
    );
    expect(card).toMatchObject({ from: last - 11, to: last });
    expect(card.all.alerts).toBe(opened!.count);
    expect(card.levels.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(card.all.alerts);
    expect(Object.values(card.all.verdicts).reduce((sum, count) => sum + count, 0)).toBe(card.all.alerts);
    expect(card.all.alerts).toBeGreaterThan(5);
  });

  it("finds the large reductions that the reported headcounts show", async () => {
    const rows = await db.query<{ code: string; month: number; headcount: number }>(
      "select distinct on (e.code, h.month) e.code, h.month, h.headcount from headcount h join enterprise e on e.id = h.enterprise_id order by e.code, h.month, h.published_on desc, h.batch_id desc",
    );
    const counts = new Map<string, number>(rows.map(({ code, month, headcount }) => [`${code}/${month}`, headcount]));
    const fell = new Set<string>();
    for (const { code, month, headcount } of rows)
      for (let back = 1; back <= 3 && month >= card.from; back++) {
        const before = counts.get(`${code}/${month - back}`) ?? 0;
        if (before - headcount >= 20 && (before - headcount) / before >= 0.1) fell.add(code);
      }
    expect(fell.size).toBeGreaterThan(0);
    // Falls of a transfer are none, exits are some: so about as many enterprises as have events.
    expect(Math.abs(card.all.events - fell.size)).toBeLessThanOrEqual(Math.max(4, fell.size / 2));
  });

  it("draws five enterprises without an alert each month, and knows what came of the first ones", async () => {
    const run = (await latestRun(db, last))!;
    const sample = await sampledIn(db, [run.id]);
    expect(sample).toHaveLength(5);
    const open = await db.query<{ subject: string }>(
      "select subject from alert_decision where run_id = $1 and level_after is not null",
      [run.id],
    );
    for (const { code } of sample) expect(open.map(({ subject }) => subject)).not.toContain(code);
    expect(card.audit.looked).toBe(60); // twelve months whose window is over, five each
    expect(card.risk!.rows).toBeGreaterThan(200);
    expect(card.risk!.calibration).toBeNull(); // the shipped model claims no probability
  });

  it("had what each risk rests on kept for those at a level, and for the calm whose alert was still open", async () => {
    const known = await db.query<{ level: number | null; open: boolean; features: boolean }>(
      `select s.level, d.subject is not null as open, s.features is not null as features
       from run r join score s on s.run_id = r.id join enterprise e on e.id = s.enterprise_id
       left join alert_decision d
         on d.run_id = r.after_run and d.subject_kind = 'enterprise' and d.subject = e.code and d.level_after is not null
       where s.status = 0 and s.headcount > 0`,
    );
    expect(known.filter(({ level, open }) => level === null && open).length).toBeGreaterThan(5);
    expect(known.filter(({ level, open, features }) => features !== (level !== null || open))).toEqual([]);
  });

  it("counts a visit and an agreed measure of a case as help, a comment not", async () => {
    const [one] = await db.query<{ code: string; id: number }>("select code, id from enterprise order by id limit 1");
    const day = `${lastDay(last - 1)}T04:00:00Z`;
    const [made] = await db.query<{ id: number }>(
      "insert into enterprise_case (number, enterprise, opened_at, referent, criticality) values ('T1', $1, $2, 'x', 'high') returning id",
      [one!.code, day],
    );
    for (const [step, kind] of ["open", "comment", "visit", "visit"].entries())
      await db.query(
        "insert into case_step (case_id, step, at, kind, actor, body) values ($1, $2, $3, $4, 'x', '{}')",
        [...[made!.id, step + 1, day, kind]],
      );
    expect(await interventionsBetween(db, lastDay(last - 3), lastDay(last))).toEqual([
      { enterprise: one!.id, month: last - 1 },
    ]);
  });
});
