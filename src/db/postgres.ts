import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { asBytes } from "./copy.ts";
import type { Db, Row } from "./db.ts";
import { explainedDatabase } from "./explain.ts";
import { PARSERS } from "./parsers.ts";
import { scanCursor } from "./scan.ts";

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: "text" | "binary") =>
    (format !== "binary" && PARSERS[id]) || pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/** Opens a PostgreSQL 15–18 server by its connection address. */
export async function openPostgres(url: string): Promise<Db> {
  const pool = new pg.Pool({ connectionString: url, max: 4, types, application_name: "wengang" });
  pool.on("error", () => {}); // an idle connection that dies is replaced by the pool; the next query tells if it can't
  await explainedDatabase(() => pool.query("select 1")).catch(async (error) => {
    await pool.end();
    throw error;
  });
  return {
    kind: "postgres",
    query: (sql, params) => explainedDatabase(() => queryRows(pool, sql, params)),
    transaction: (work) => explainedDatabase(() => inTransaction(pool, work)),
    bulkLoad: (table, columns, chunks) =>
      explainedDatabase(() => inTransaction(pool, (tx) => tx.bulkLoad(table, columns, chunks))),
    copyOut: () => {
      throw new TypeError("copyOut needs a transaction: its rows come over one connection");
    },
    scan: () => {
      throw new TypeError("scan needs a transaction: its cursor lives in one");
    },
    close: () => pool.end(),
  };
}

async function queryRows<R>(
  client: pg.Pool | pg.PoolClient,
  sql: string,
  params: readonly unknown[] = [],
): Promise<R[]> {
  const result = await client.query(sql, params as unknown[]);
  return result.rows as R[];
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A backend that dies between two queries reports here; without a listener the process would die with it.
  const ignore = () => {};
  client.on("error", ignore);
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(transactionDb(client));
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off("error", ignore);
    client.release(broken);
  }
}

function transactionDb(client: pg.PoolClient): Db {
  const tx: Db = {
    kind: "postgres",
    query: (sql, params) => queryRows(client, sql, params),
    transaction: (work) => work(tx),
    bulkLoad: async (table, columns, chunks) => {
      const sink = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
      await pipeline(Readable.from(asBytes(chunks), { objectMode: true, highWaterMark: 4 }), sink);
      return sink.rowCount;
    },
    copyOut: (sql) => client.query(copyTo(`copy (${sql}) to stdout`)),
    scan: <R = Row>(sql: string, params: readonly unknown[], size: number) => scanCursor<R>(tx, sql, params, size),
    close: async () => {},
  };
  return tx;
}
