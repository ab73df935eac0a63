import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wouldRaise } from "../../jobs/run/would-raise.ts";
import { deskOf } from "../../jobs/web/desk.ts";
import type { Month } from "../../models/month.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { Db } from "../../src/db/db.ts";
import { saveVersion, stepVersion } from "../../src/db/threshold-version.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { manyAlerts } from "../many-alerts.ts";

/** Two visits a month: most of it has to wait. */
const waiting: ThresholdSet = {
  ...manyAlerts,
  decision: { ...manyAlerts.decision, budget: { ...wushan.thresholds.decision.budget!, value: 0.5 } },
};

describe.each(testDatabases())("what the newest month would raise on $name", ({ open }) => {
  let db: Db;
  let last: Month;
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 300, 14));
    for (let month = last - 3; month <= last; month++) await runOn(db, month);
    await closeSome(db);
  }, 240_000);
  afterAll(() => db?.close());

  it("is what it raises once the set is in force, with what people closed and what waits counted in", async () => {
    for (const set of [waiting, manyAlerts]) {
      const [shown] = (await db.transaction((tx) => wouldRaise(tx, wushan, [set]))) ?? [];
      await putInForce(db, set, last);
      const { run } = await runOn(db, last);
      const raised = await db.query<{ code: string; level: string }>(
        `select d.subject as code, d.level_after as level from alert_decision d
         where d.run_id = $1 and d.subject_kind = 'enterprise' and d.month_reason = 'opened'`,
        [run.id],
      );
      const byCode = (alerts: readonly { code: string; level: string }[]) =>
        alerts.map(({ code, level }) => `${code} ${level}`).toSorted();
      expect(byCode(shown!.alerts)).toEqual(byCode(raised));
      expect(raised.length).toBeGreaterThan(0);
    }
  }, 240_000);
});

/** Every second open alert is closed by a person: it must not be raised again at that level. */
async function closeSome(db: Db): Promise<void> {
  const desk = deskOf({ db, profile: wushan, clock: () => Date.parse("2026-01-12T02:00:00Z") });
  const open = await db.query<{ number: string }>(
    "select number from alert where subject_kind = 'enterprise' and state <> 'closed' order by id",
  );
  for (const { number } of open.filter((_, i) => i % 2 === 0))
    await db.transaction(async (tx) => {
      await desk.act(tx, number, { action: "acknowledge", actor: "某人" });
      await desk.act(tx, number, { action: "close", actor: "某人", outcome: "no-layoff", reason: "核实无异常" });
    });
  expect(open.length).toBeGreaterThan(1);
}

const putInForce = (db: Db, set: ThresholdSet, from: Month): Promise<void> =>
  db.transaction(async (tx) => {
    const deed = { reason: "test", at: "2026-01-12T02:00:00Z" };
    const id = await saveVersion(tx, set, from, { ...deed, actor: "one" });
    await stepVersion(tx, id, "approved", { ...deed, actor: "another" });
  });
