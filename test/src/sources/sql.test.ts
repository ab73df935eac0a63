import { buffer } from "node:stream/consumers";
import pg from "pg";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { createDatabase } from "../../../jobs/bench/temporary-postgres.ts";
import { pullSql } from "../../../src/sources/sql.ts";
import { idleTools } from "./http-server.ts";

const server = inject("postgres");
let url = "";

const pull = async (query: string, limit?: number) => {
  const [delivery] = await pullSql({ name: "employees", url, query, ...(limit ? { limit } : {}) }, idleTools());
  return String(await buffer(await delivery!.open()));
};

describe.skipIf(server === null)("a query on another PostgreSQL", () => {
  beforeAll(async () => {
    url = await createDatabase(server!);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("create table employee (code text, month date, headcount integer, note text)");
    await client.query(`insert into employee values ('A', '2023-01-01', 5, 'x, "y"'), ('B', '2023-02-01', null, null)`);
    await client.end();
  });

  test("becomes csv with the names of its columns", async () => {
    expect(await pull("select code as 统一社会信用代码, month, headcount, note from employee order by code;")).toBe(
      '统一社会信用代码,month,headcount,note\nA,2023-01-01,5,"x, ""y"""\nB,2023-02-01,,\n',
    );
  });

  test("without rows is its header", async () => {
    expect(await pull("select code, month from employee where false")).toBe("code,month\n");
  });

  test("of many rows comes through the cursor whole", async () => {
    const lines = (await pull("select i from generate_series(1, 12345) i")).trim().split("\n");
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([12_346, "i", "12345"]);
  });

  test("is one statement and may not write", async () => {
    await expect(pull("select 1; drop table employee")).rejects.toMatchObject({ code: "sql-failed", permanent: true });
    await expect(pull("select set_config('a.b', '1', false), nextval('none')")).rejects.toMatchObject({
      permanent: true,
    });
    expect(await pull("select count(*) as n from employee")).toBe("n\n2\n");
  });

  test("larger than the limit is refused", async () => {
    await expect(pull("select repeat('x', 1000) from generate_series(1, 9000)", 1_000_000)).rejects.toMatchObject({
      code: "sql-too-large",
    });
  });

  test("that takes long ends with Ctrl-C, without another try", async () => {
    const interruption = new AbortController();
    setTimeout(() => interruption.abort(), 200);
    const began = performance.now();
    const tools = { ...idleTools(), signal: interruption.signal };
    const pulled = pullSql({ name: "employees", url, query: "select pg_sleep(20)" }, tools);
    await expect(pulled).rejects.toMatchObject({ name: "AbortError" });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(tools.waits).toEqual([]);
  });

  test("that is wrong says what the server said, without the address", async () => {
    const error = await pull("select nothing from employee").catch((reason: unknown) => reason);
    expect(String(error)).toContain('column "nothing" does not exist');
    expect(String(error)).not.toContain("wengang@");
  });
});

test("a PostgreSQL that is not there is tried again", async () => {
  const tools = idleTools();
  const source = { name: "employees", url: "postgres://u:password@127.0.0.1:9/db", query: "select 1" };
  const error = await pullSql(source, tools).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "sql-unreachable", permanent: false });
  expect(tools.waits).toHaveLength(4);
  expect(String(error)).not.toContain("password");
});
