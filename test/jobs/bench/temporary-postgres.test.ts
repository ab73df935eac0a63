import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { createDatabase, dropDatabase } from "../../../jobs/bench/temporary-postgres.ts";

const SERVER = fileURLToPath(new URL("../../../dist/jobs/bench/temporary-postgres.js", import.meta.url));
const url = inject("postgres");

/** A process that starts a server, tells where its data lies, and stays until it is killed. */
const SCRIPT = `import pg from ${JSON.stringify(import.meta.resolve("pg"))};
  const { startPostgres } = await import(${JSON.stringify(SERVER)});
  const server = await startPostgres(undefined, process.env.PATH);
  if (!server) { process.stdout.write("none"); process.exit(); }
  const client = new pg.Client(server.url);
  await client.connect();
  const { rows } = await client.query("show data_directory");
  process.stdout.write(rows[0].data_directory);
  setInterval(() => {}, 1000);`;

const started = (): Promise<{ data: string; kill: () => void }> => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", SCRIPT]);
  return new Promise((resolve) =>
    child.stdout.once("data", (said: Buffer) => resolve({ data: String(said), kill: () => child.kill("SIGKILL") })),
  );
};

const gone = async (path: string): Promise<boolean> => {
  for (let i = 0; i < 200 && existsSync(path); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  return !existsSync(path);
};

describe("a temporary PostgreSQL", () => {
  it("goes with its folder when the process that started it is killed", { timeout: 60_000 }, async ({ skip }) => {
    const { data, kill } = await started();
    if (data === "none") skip("no PostgreSQL server binary found");
    expect(existsSync(dirname(data))).toBe(true);
    kill();
    expect(await gone(dirname(data))).toBe(true);
  });

  it("is left without the databases that a measurement made on it", async ({ skip }) => {
    if (!url) return skip("no PostgreSQL found");
    const address = await createDatabase(url);
    const client = new pg.Client(address);
    client.on("error", () => {}); // its backend is ended under it
    await client.connect();
    await dropDatabase(url, address);
    await expect(new pg.Client(address).connect()).rejects.toMatchObject({ code: "3D000" });
  });
});
