import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskOf } from "../../jobs/web/desk.ts";
import type { Month } from "../../models/month.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";

describe.each(oneDatabase())("alerts that a person closes between two months on $name", ({ open }) => {
  let db: Db;
  let last: Month;
  let closed: string[];
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 300, 16));
    for (let month = last - 5; month <= last - 2; month++) await runOn(db, month);
    closed = await closeAll(db);
    for (const month of [last - 1, last]) await runOn(db, month);
  }, 240_000);
  afterAll(() => db?.close());

  const alertsOf = async (month: Month) => {
    const [row] = await db.query<{ facts: MonthlyFacts }>(
      `select p.facts from report p join run r on r.id = p.run_id
       where r.month = $1 and p.kind = 'monthly' and p.scope = '' order by r.id desc limit 1`,
      [month],
    );
    return row!.facts.alerts;
  };
  const codes = (alerts: readonly { readonly code: string }[]) => alerts.map(({ code }) => code);

  it("are told as ended once, by the next month's report, with the level they had", async () => {
    const [before, next, after] = [await alertsOf(last - 2), await alertsOf(last - 1), await alertsOf(last)];
    const opened = codes(next.open);
    const gone = before.open.filter(({ code }) => closed.includes(code) && !opened.includes(code));
    expect(gone.length).toBeGreaterThan(1);
    for (const { code, level } of gone)
      expect(next.ended.find((one) => one.code === code)).toMatchObject({ level: null, levelBefore: level });
    expect(codes(after.ended).filter((code) => codes(gone).includes(code))).toEqual([]);
    const [settled] = await db.query<{ count: number }>(
      "select count(*)::integer as count from alert_decision where month = $1 and month_reason = 'settled'",
      [last],
    );
    expect(settled!.count).toBeGreaterThan(0); // whose level still stands: it would be told again
  });
});

async function closeAll(db: Db): Promise<string[]> {
  const desk = deskOf({ db, profile: wushan, clock: () => Date.parse("2025-11-20T02:00:00Z") });
  const open = await db.query<{ number: string; subject: string }>(
    "select number, subject from alert where subject_kind = 'enterprise' and state <> 'closed' order by id",
  );
  for (const { number } of open)
    await db.transaction(async (tx) => {
      await desk.act(tx, number, { action: "acknowledge", actor: "某人" });
      await desk.act(tx, number, { action: "close", actor: "某人", outcome: "no-layoff", reason: "核实无异常" });
    });
  return open.map(({ subject }) => subject);
}
