import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import type { Panel } from "../../../models/panel.ts";
import { closeBatch, openBatch } from "../../../src/db/batch.ts";
import type { Db } from "../../../src/db/db.ts";
import { HEADCOUNT_COLUMNS } from "../../../src/db/headcount.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { packSeries } from "../../../src/db/pack-series.ts";
import { readPanel } from "../../../src/db/panel.ts";
import { type MonthAsKnown, monthsAsKnown } from "../../../src/db/timeline.ts";
import { type Vintage, vintageAsOf } from "../../../src/db/vintage.ts";
import { fillCounty, wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";

async function walked(db: Db, from: number, to: number): Promise<MonthAsKnown[]> {
  const months: MonthAsKnown[] = [];
  for await (const month of monthsAsKnown(db, wushan, from, to)) months.push(month);
  return months;
}

const packedPanel = (db: Db, month: number, vintage: Vintage): Promise<Panel> =>
  db.transaction(async (tx) => {
    await packSeries(tx, vintage);
    return readPanel(tx, wushan, month, vintage);
  });

/** One delivery of headcounts: enterprise, month, persons; everything known on one day. */
async function deliver(db: Db, on: string, rows: readonly (readonly [number, string, number])[]): Promise<void> {
  await db.transaction(async (tx) => {
    const head = { source: "test", name: on, sizeBytes: 0, publishedOn: on, importedBy: "test", sha256: on };
    const batch = await openBatch(tx, { ...head, kind: "headcount", simulated: false }, "accepted");
    const lines = rows.map(([id, month, persons]) => `${id}\t${parseMonth(month)}\t${on}\t${batch}\t${persons}\n`);
    await tx.bulkLoad("headcount", HEADCOUNT_COLUMNS.slice(0, 5), lines);
    const counts = { read: rows.length, accepted: rows.length, quarantined: 0, warned: 0 };
    await closeBatch(tx, batch, counts, new Map([[on, rows.length]]));
  });
}

const lastColumn = ({ panel }: MonthAsKnown): number[] =>
  Array.from({ length: panel.size }, (_, row) => panel.headcount[(row + 1) * panel.width - 1]!);

describe.each(testDatabases())("months as known on $name", ({ open }) => {
  let county: Db;
  let span: { first: number; last: number };
  beforeAll(async () => {
    county = await open();
    span = await fillCounty(county, 250, 26);
  });
  afterAll(() => county.close());

  it("are the panels that the packed series gives at each closing day, with late and revised reports", async () => {
    const months = await walked(county, span.first, span.last);
    const latest = (await vintageAsOf(county, "9999-01-01"))!;
    let differsFromLatest = 0;
    for (const { month, asOf, vintage, panel } of months) {
      expect(await vintageAsOf(county, asOf)).toEqual(vintage);
      expect(panel).toEqual(await packedPanel(county, month, vintage));
      if (String((await packedPanel(county, month, latest)).headcount) !== String(panel.headcount)) differsFromLatest++;
    }
    expect(months.length).toBe(26);
    expect(months.every(({ vintages }) => vintages === "as-published")).toBe(true);
    expect(differsFromLatest).toBeGreaterThan(12); // or the equality would say nothing about vintages
    expect(months.some(({ panel }) => panel.closed.includes(1) && panel.transferred.includes(1))).toBe(true);
    expect(months.some(({ panel }) => panel.dispatchBefore.some((persons) => persons > 0))).toBe(true);
  });

  it("are the same wherever the walk begins", async () => {
    const later = await walked(county, span.first + 20, span.last);
    const whole = await walked(county, span.first, span.last);
    expect(later).toEqual(whole.slice(20));
  });

  it("of a history imported in one go are final until reports begin to come on time", async () => {
    const db = await open();
    await migrate(db);
    await db.query("insert into enterprise (id, code) values (1, 'a'), (2, 'b')");
    await deliver(db, "2023-04-20", [
      [1, "2023-01", 10],
      [2, "2023-01", 50],
      [1, "2023-02", 11],
      [1, "2023-03", 12],
    ]);
    await deliver(db, "2023-05-08", [
      [1, "2023-04", 13],
      [1, "2023-02", 14], // a revision known before honest time begins counts
    ]);
    await deliver(db, "2023-05-20", [[1, "2023-03", 99]]); // and one known later does not
    await deliver(db, "2023-06-09", [[1, "2023-05", 15]]);
    const months = await walked(db, parseMonth("2023-01"), parseMonth("2023-05"));
    expect(months.map(({ vintages, asOf }) => `${vintages} ${asOf}`)).toEqual([
      "final 2023-05-10",
      "final 2023-05-10",
      "final 2023-05-10",
      "as-published 2023-05-10",
      "as-published 2023-06-10",
    ]);
    expect(months.map(lastColumn)).toEqual([
      [10, 50],
      [14, -1],
      [12, -1],
      [13, -1],
      [15, -1],
    ]);
    expect([...months[4]!.panel.headcount.slice(32, 37)]).toEqual([10, 14, 99, 13, 15]);
    await db.close();
  });

  it("are all final when the whole history came on one day, and none when nothing came", async () => {
    const db = await open();
    await migrate(db);
    expect(await walked(db, parseMonth("2023-01"), parseMonth("2023-02"))).toEqual([]);
    await db.query("insert into enterprise (id, code) values (1, 'a')");
    await deliver(db, "2024-01-02", [
      [1, "2023-01", 10],
      [1, "2023-02", 7],
    ]);
    const months = await walked(db, parseMonth("2023-01"), parseMonth("2023-02"));
    expect(months.map(({ vintages, asOf }) => `${vintages} ${asOf}`)).toEqual(["final 2024-01-02", "final 2024-01-02"]);
    expect(months.map(lastColumn)).toEqual([[10], [7]]);
    await db.close();
  });
});
