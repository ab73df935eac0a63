import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

export interface PostgresServer {
  /** Address of a database on it from which others are made. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL for tests and measurements: the one given, else a temporary cluster when a server binary is found, else null. */
export async function startPostgres(given: string | undefined, path: string): Promise<PostgresServer | null> {
  if (given) return { url: given, stop: async () => {} };
  const bin = findBinaries(path);
  return bin ? startCluster(bin) : null;
}

function findBinaries(path: string): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...path.split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

async function startCluster(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "wengang-pg-"));
  const owner = unprivileged();
  if (owner) execFileSync("chown", [String(owner.uid), folder]);
  const data = join(folder, "data");
  const options = owner
    ? { ...owner, stdio: "ignore" as const, cwd: folder }
    : { stdio: "ignore" as const, cwd: folder };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "wengang", "-A", "trust", "-E", "UTF8", "--no-locale"], options);
  const port = await freePort();
  const server = spawn(
    join(bin, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-k",
      folder,
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "shared_buffers=256MB",
      "-c",
      "max_wal_size=4GB",
      "-c",
      "max_connections=60",
    ],
    options,
  );
  const url = `postgres://wengang@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as nobody. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode} before it was ready`);
    const client = new pg.Client({ connectionString: url });
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("postgres was not ready within 15 s");
}

let databases = 0;

/** Makes a fresh, empty database on the server at `url`; resolves to its address. */
export async function createDatabase(url: string): Promise<string> {
  const name = `wengang_test_${process.pid}_${++databases}_${Math.random().toString(36).slice(2, 8)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
