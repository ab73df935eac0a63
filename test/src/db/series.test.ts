import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HeadcountRecord } from "../../../models/record.ts";
import { closeBatch, openBatch } from "../../../src/db/batch.ts";
import type { Db } from "../../../src/db/db.ts";
import { HEADCOUNT_COLUMNS, headcountLine, indexNewRows } from "../../../src/db/headcount.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { packSeries } from "../../../src/db/pack-series.ts";
import { keepRegister } from "../../../src/db/register.ts";
import { type Vintage, vintageAsOf } from "../../../src/db/vintage.ts";
import { randomOf } from "../../../src/simulate/random.ts";
import { testDatabases } from "../../databases.ts";

const FIRST = 24276; // 2023-01
const ENTERPRISES = 25;
const random = randomOf(3, 0);
const below = (n: number) => Math.floor(random() * n);
const day = (n: number) =>
  `2023-${String(1 + Math.floor(n / 28)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;

const record = (month: number, headcount: number): HeadcountRecord => ({
  code: "",
  month,
  headcount,
  dispatch: random() < 0.3 ? below(headcount + 1) : null,
  hidden: random() < 0.2 ? below(headcount + 1) : null,
  hired: null,
  departed: null,
  reductionType: null,
  reasons: [],
  nextMonth: null,
  publishedOn: null,
});

/** A delivery: either a whole month on one day, or scattered late and revised figures on several days. */
async function deliver(tx: Db, number: number, month: number): Promise<void> {
  const head = { source: "test", name: String(number), sizeBytes: 0, publishedOn: day(number), importedBy: "test" };
  const batch = await openBatch(tx, { ...head, kind: "headcount", sha256: String(number) }, "accepted");
  const lines = new Map<string, [line: string, on: string]>();
  const whole = random() < 0.6;
  for (let i = 1; i <= ENTERPRISES; i++) {
    if (random() < (whole ? 0.1 : 0.7)) continue;
    const on = whole ? day(number) : day(Math.max(0, number - below(6)));
    const of = whole ? month : month - below(5);
    lines.set(`${i}/${of}/${on}`, [headcountLine(record(of, 1 + below(99)), i, on, batch), on]);
  }
  await tx.bulkLoad("headcount", HEADCOUNT_COLUMNS, [[...lines.values()].map(([line]) => line).join("")]);
  await indexNewRows(tx);
  const published = new Map<string, number>();
  for (const [, on] of lines.values()) published.set(on, (published.get(on) ?? 0) + 1);
  await closeBatch(tx, batch, { read: lines.size, accepted: lines.size, quarantined: 0, warned: 0 }, published);
  if (random() < 0.4) await registerSomebody(tx, number + 500);
}

async function registerSomebody(tx: Db, number: number): Promise<void> {
  const on = day(number - 500);
  const head = { source: "test", name: String(number), sizeBytes: 0, publishedOn: on, importedBy: "test" };
  const batch = await openBatch(tx, { ...head, kind: "register", sha256: String(number) }, "accepted");
  const industry = random() < 0.7 ? String(10 + below(30)) : null;
  const validTo = random() < 0.3 ? `${on.slice(0, 7)}-28` : null;
  const record = {
    code: "",
    name: null,
    industry,
    region: null,
    ownership: null,
    revenue: null,
    assets: null,
    keyEnterprise: null,
    specialist: null,
    successor: null,
    successorKind: null,
    validFrom: null,
    validTo,
    publishedOn: null,
  };
  await keepRegister(tx, batch, [
    { enterprise: 1 + below(ENTERPRISES), publishedOn: on, record, industry, region: null },
  ]);
  await closeBatch(tx, batch, { read: 1, accepted: 1, quarantined: 0, warned: 0 }, new Map([[on, 1]]));
}

const packed = (db: Db) => db.query("select * from series order by enterprise_id");

async function packedAnew(db: Db, vintage: Vintage): Promise<unknown[]> {
  await db.query("delete from series_state");
  await db.transaction((tx) => packSeries(tx, vintage));
  return packed(db);
}

describe.each(testDatabases())("the packed series on $name", ({ open }) => {
  let db: Db;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
  });
  afterAll(() => db.close());

  it("patched by 60 random deliveries, late and revised ones too, equals one packed anew each time, and so do the ways back and forth", async () => {
    const counts = { patched: 0, rebuilt: 0 };
    for (let number = 0; number < 60; number++) {
      await db.transaction((tx) => deliver(tx, number, FIRST + 4 + Math.floor(number / 4)));
      const vintage = await vintageAsOf(db, day(Math.max(0, number - below(3))));
      if (!vintage) continue;
      const { patched, rebuilt } = await db.transaction((tx) => packSeries(tx, vintage));
      counts.patched += patched;
      counts.rebuilt += rebuilt;
      const inPlace = await packed(db);
      expect(await packedAnew(db, vintage), `delivery ${number}`).toEqual(inPlace);
    }
    expect(counts.patched).toBeGreaterThan(50);
    expect(counts.rebuilt).toBeGreaterThan(50);
    await backAndForth();
  });

  /** To an earlier date and forward again: the same rows both times. */
  async function backAndForth(): Promise<void> {
    const last = (await vintageAsOf(db, "2024-01-01"))!;
    const newest = await packedAnew(db, last);
    const early = (await vintageAsOf(db, day(20)))!;
    const then = await packedAnew(db, early);
    await db.transaction((tx) => packSeries(tx, last));
    expect(await packed(db)).toEqual(newest);
    await db.transaction((tx) => packSeries(tx, early));
    expect(await packed(db)).toEqual(then);
  }
});
