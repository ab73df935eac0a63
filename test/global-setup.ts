import type { TestProject } from "vitest/node";
import { startPostgres } from "../jobs/bench/temporary-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the test server, or null where no server binary and no DATABASE_URL was found. */
    readonly postgres: string | null;
  }
}

/** One PostgreSQL for the whole run; every test file makes databases of its own on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres(process.env.DATABASE_URL, process.env.PATH ?? "");
  if (!server) console.log("PostgreSQL tests are skipped: no server binary found and DATABASE_URL is not set.");
  project.provide("postgres", server?.url ?? null);
  return async () => server?.stop();
}
