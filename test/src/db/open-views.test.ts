import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn } from "../../county.ts";
import { testDatabases } from "../../databases.ts";

describe.each(testDatabases())("views for reading from outside on $name", ({ open }) => {
  let db: Db;
  let names: string[];
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 30, 14);
    await runOn(db, last);
    const rows = await db.query<{ name: string }>(
      "select viewname as name from pg_views where schemaname = 'open' order by 1",
    );
    names = rows.map(({ name }) => name);
  });
  afterAll(() => db?.close());

  /** Asks as a tool's user would: a member of the role and nothing else. */
  const asReader = <R>(sql: string): Promise<R[]> =>
    db.transaction(async (tx) => {
      await tx.query("set local role wengang_reader");
      const rows = await tx.query<R>(sql);
      await tx.query("reset role");
      return rows;
    });

  it("explain every view and every column", async () => {
    const silent = await db.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where n.nspname = 'open' and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)`,
    );
    expect(silent).toEqual([]);
    expect(names).toEqual(["alert", "delivery", "enterprise_case", "enterprise_month", "event", "figure", "run"]);
  });

  it("are all that their reader sees, and change nothing", async () => {
    for (const name of names) await asReader(`select * from open.${name} limit 1`);
    const tables = await db.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    );
    expect(tables.length).toBeGreaterThan(30);
    const readable = await db.query(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
         and has_table_privilege('wengang_reader', c.oid, 'select')`,
    );
    expect(readable).toEqual([]);
    for (const sql of ["select * from enterprise", "delete from open.alert", "select * from person"])
      await expect(asReader(sql), sql).rejects.toThrow(/permission denied|does not exist/);
  });

  it("say what the run stored, by the month's first day", async () => {
    const [told] = await asReader<{ month: string; change: number; headcount: number }>(
      "select month::text as month, change, headcount from open.figure where dimension = 'place' and baseline = 'previous'",
    );
    const [stored] = await db.query<{ body: { change: number; headcount: number } }>(
      "select body from figure where dimension = 'place' and baseline = 'previous' and scope = 'all'",
    );
    expect(told).toEqual({ month: "2025-12-01", change: stored!.body.change, headcount: stored!.body.headcount });
    const [people] = await asReader<{ sum: number }>(
      "select sum(headcount)::integer as sum from open.enterprise_month",
    );
    expect(people!.sum).toBe(stored!.body.headcount);
  });
});
