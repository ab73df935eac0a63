import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { PGlite, type Transaction } from "@electric-sql/pglite";
import { asBytes } from "./copy.ts";
import type { Db, Row } from "./db.ts";
import { explainedDatabase } from "./explain.ts";
import { lockFolder } from "./folder-lock.ts";
import { PARSERS } from "./parsers.ts";
import { scanCursor } from "./scan.ts";

/** COPY hands PGlite one Blob at a time; larger loads go in several, inside one transaction. */
const BLOB_BYTES = 8_000_000;

/** Opens the embedded database in a folder, made if need be, and holds the folder's single-owner lock until closed. */
export async function openPglite(folder: string): Promise<Db> {
  return explainedDatabase(async () => {
    await makeFolder(folder);
    const unlock = await lockFolder(folder);
    try {
      const pglite = await PGlite.create({ dataDir: join(folder, "pglite"), parsers: { ...PARSERS } });
      return pgliteDb(pglite, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  });
}

/** As mkdir with recursive, which never ends below a parent that exists and takes no folders, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: !existsSync(dirname(resolve(folder))) });
}

/** An embedded database that lives in memory only; for tests. */
export async function openMemory(): Promise<Db> {
  return pgliteDb(await PGlite.create({ parsers: { ...PARSERS } }), async () => {});
}

function pgliteDb(pglite: PGlite, unlock: () => Promise<void>): Db {
  const transaction = <T>(work: (tx: Db) => Promise<T>) => explainedDatabase(() => inTransaction(pglite, work));
  return {
    kind: "pglite",
    query: (sql, params) => explainedDatabase(() => queryRows(pglite, sql, params)),
    transaction,
    bulkLoad: (table, columns, chunks) => transaction((tx) => tx.bulkLoad(table, columns, chunks)),
    copyOut: () => {
      throw new TypeError("copyOut needs a transaction, as on PostgreSQL");
    },
    scan: () => {
      throw new TypeError("scan needs a transaction: its cursor lives in one");
    },
    close: async () => {
      await pglite.close();
      await unlock();
    },
  };
}

/** On a full disk the rollback fails too, and would hide what went wrong: the first error is the one to tell. */
async function inTransaction<T>(pglite: PGlite, work: (tx: Db) => Promise<T>): Promise<T> {
  let first: unknown;
  const noted = async (tx: Transaction) => {
    try {
      return await work(transactionDb(tx));
    } catch (error) {
      first = error;
      throw error;
    }
  };
  try {
    return (await pglite.transaction(noted)) as T;
  } catch (error) {
    throw first ?? error;
  }
}

async function queryRows<R>(client: PGlite | Transaction, sql: string, params: readonly unknown[] = []): Promise<R[]> {
  const result = await client.query<R>(sql, params as unknown[]);
  return result.rows;
}

function transactionDb(client: Transaction): Db {
  const tx: Db = {
    kind: "pglite",
    query: (sql, params) => queryRows(client, sql, params),
    transaction: (work) => work(tx),
    bulkLoad: async (table, columns, chunks) => {
      let loaded = 0;
      for await (const blob of blobs(chunks)) {
        const result = await client.query(`copy ${table} (${columns.join(", ")}) from '/dev/blob'`, [], { blob });
        loaded += result.affectedRows ?? 0;
      }
      return loaded;
    },
    copyOut: (sql) => copyBlob(client, sql),
    scan: <R = Row>(sql: string, params: readonly unknown[], size: number) => scanCursor<R>(tx, sql, params, size),
    close: async () => {},
  };
  return tx;
}

async function* blobs(chunks: Iterable<string> | AsyncIterable<string>): AsyncIterable<Blob> {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of asBytes(chunks)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > BLOB_BYTES) {
      yield new Blob(parts);
      parts = [];
      length = 0;
    }
  }
  if (length > 0) yield new Blob(parts);
}

/** PGlite hands out the whole answer as one Blob. */
async function* copyBlob(client: Transaction, sql: string): AsyncIterable<Uint8Array> {
  const { blob } = await client.query(`copy (${sql}) to '/dev/blob'`);
  if (blob) yield new Uint8Array(await blob.arrayBuffer());
}
