import { inject } from "vitest";
import { createDatabase } from "../jobs/bench/temporary-postgres.ts";
import type { Db } from "../src/db/db.ts";
import { openMemory } from "../src/db/pglite.ts";
import { openPostgres } from "../src/db/postgres.ts";

export interface TestDatabase {
  readonly name: "pglite" | "postgres";
  /** A fresh, empty database; close it when done. */
  open(): Promise<Db>;
}

/** The databases every database test runs on: PGlite always, PostgreSQL whenever there is one. */
export function testDatabases(): TestDatabase[] {
  const url = inject("postgres");
  const embedded: TestDatabase = { name: "pglite", open: openEmptied };
  if (!url) return [embedded];
  return [embedded, { name: "postgres", open: async () => openPostgres(await createDatabase(url)) }];
}

/**
 * The one that a test of what is made from the rows, rather than of the SQL, runs on: PostgreSQL when there is one. The pages run
 * on PGlite too, in the browser tests and the demonstration.
 */
export const oneDatabase = (): TestDatabase[] => testDatabases().slice(-1);

const idle: Db[] = [];

/** Making an embedded database takes three seconds, emptying one a twentieth of one: closed ones are emptied and used again. */
async function openEmptied(): Promise<Db> {
  const db = idle.pop() ?? (await openMemory());
  const close = async () => {
    await db.query("drop schema public cascade");
    await db.query("create schema public");
    idle.push(db);
  };
  return { ...db, close };
}
