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
  const embedded: TestDatabase = { name: "pglite", open: openMemory };
  if (!url) return [embedded];
  return [embedded, { name: "postgres", open: async () => openPostgres(await createDatabase(url)) }];
}
