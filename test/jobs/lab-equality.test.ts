import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labSide } from "../../models/lab/side.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import { beyondFloors } from "../../models/replay/floors.ts";
import type { Db } from "../../src/db/db.ts";
import { keptMonth, keptRuns } from "../../src/db/kept-month.ts";
import { saveVersion, stepVersion } from "../../src/db/threshold-version.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";
import { manyAlerts } from "../many-alerts.ts";

const MONTHS = 12;

// One database: what is held against each other is how alerts are decided, and a thousand of them take minutes.
describe.each(oneDatabase().slice(-1))("a threshold set tried in the lab on $name", ({ open }) => {
  let db: Db;
  let last: Month;
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 1300, 16));
    for (let month = last - MONTHS + 1; month <= last; month++) await runOn(db, month);
  }, 240_000);
  afterAll(() => db?.close());

  it("shows, alert for alert, what the months raise once it is in force: at least a thousand of them", async () => {
    expect(beyondFloors(manyAlerts)).toEqual([]);
    const runs = await keptRuns(db, last - 35);
    expect(runs.map(({ month }) => formatMonth(month)).length).toBe(MONTHS);
    const months = await Promise.all(runs.map(({ run }) => keptMonth(db, run)));
    const shown = labSide(manyAlerts, { months, events: [], interventions: [] }, wushan).outcome;
    const other = await open();
    try {
      await fillCounty(other, 1300, 16);
      await other.transaction(async (tx) => {
        const deed = { reason: "test", at: "2025-01-01T00:00:00Z" };
        const id = await saveVersion(tx, manyAlerts, last - MONTHS + 1, { ...deed, actor: "one" });
        await stepVersion(tx, id, "approved", { ...deed, actor: "another" });
      });
      for (let month = last - MONTHS + 1; month <= last; month++) await runOn(other, month);
      const raised = await openedIn(other);
      const previewed = shown.changes.filter(({ before }) => before < 0);
      expect(raised.length).toBeGreaterThanOrEqual(1000);
      expect(inOrder(previewed)).toEqual(inOrder(raised));
      console.log(`lab: ${raised.length} of ${previewed.length} alerts as shown`);
    } finally {
      await other.close();
    }
  }, 240_000);
});

interface Opened {
  readonly enterprise: number;
  readonly month: Month;
  readonly after: number;
}

const inOrder = (opened: readonly Opened[]): Opened[] =>
  opened
    .map(({ enterprise, month, after }) => ({ enterprise, month, after }))
    .toSorted((a, b) => a.month - b.month || a.enterprise - b.enterprise);

async function openedIn(db: Db): Promise<Opened[]> {
  const rows = await db.query<{ enterprise: number; month: number; level: string }>(
    `select e.id as enterprise, d.month, d.level_after as level
     from alert_decision d join enterprise e on e.code = d.subject and d.subject_kind = 'enterprise'
     where d.level_before is null and d.level_after is not null`,
  );
  return rows.map(({ enterprise, month, level }) => ({
    ...{ enterprise, month },
    after: wushan.levels.findIndex(({ code }) => code === level),
  }));
}
