import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyLine } from "../../../src/db/copy.ts";
import type { Db } from "../../../src/db/db.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { testDatabases } from "../../databases.ts";

describe.each(testDatabases())("the $name database", ({ open }) => {
  let db: Db;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  it("returns the same JavaScript types as the other database", async () => {
    const rows = await db.query(
      `select 1::integer as count, 9007199254740991::bigint as fence, 1.5::real as risk, '2024-02-29'::date as day,
        timestamptz '2024-02-29 08:00+08' as moment, '{1,null,-3}'::integer[] as months, '{}'::smallint[] as none,
        '{"a":[1]}'::jsonb as body, true as yes, null::integer as gap, '巫山' as name, 12.25::numeric as amount`,
    );
    expect(rows).toEqual([
      {
        count: 1,
        fence: 9007199254740991,
        risk: 1.5,
        day: "2024-02-29",
        moment: "2024-02-29T00:00:00.000Z",
        months: [1, null, -3],
        none: [],
        body: { a: [1] },
        yes: true,
        gap: null,
        name: "巫山",
        amount: 12.25,
      },
    ]);
  });

  it("loads text with tabs, newlines and backslashes unchanged, and NaN as null", async () => {
    await db.query("create table loaded (id integer, note text, risk real, reasons smallint[])");
    const lines = [copyLine([1, "a\tb\\c\r\n巫", Number.NaN, [4, 2]]), copyLine([2, null, 0.5, null])];
    expect(await db.bulkLoad("loaded", ["id", "note", "risk", "reasons"], lines)).toBe(2);
    expect(await db.query("select * from loaded order by id")).toEqual([
      { id: 1, note: "a\tb\\c\r\n巫", risk: null, reasons: [4, 2] },
      { id: 2, note: null, risk: 0.5, reasons: null },
    ]);
  });

  it("loads nothing of a bulk load with one bad line", async () => {
    await db.query("create table strict (id integer primary key)");
    await expect(db.bulkLoad("strict", ["id"], ["1\n2\n", "x\n"])).rejects.toThrow();
    expect(await db.query("select * from strict")).toEqual([]);
  });

  it("walks a query in blocks inside a transaction, with parameters", async () => {
    const sizes = await db.transaction(async (tx) => {
      const blocks: number[] = [];
      for await (const rows of tx.scan("select i from generate_series(1, $1::integer) as i", [25], 10))
        blocks.push(rows.length);
      return blocks;
    });
    expect(sizes).toEqual([10, 10, 5]);
  });

  it("undoes everything in a transaction that throws", async () => {
    await db.query("create table undone (id integer)");
    await expect(
      db.transaction(async (tx) => {
        await tx.query("insert into undone values (1)");
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await db.query("select * from undone")).toEqual([]);
  });

  it("migrates once, and a second time changes nothing", async () => {
    expect(await migrate(db)).toEqual(readdirSync("src/db/migrations").toSorted());
    expect(await migrate(db)).toEqual([]);
  });
});
