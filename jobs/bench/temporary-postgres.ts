import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
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

/**
 * Makes a cluster in the folder, serves it, and removes both when told by SIGTERM or when its standard input closes: that
 * happens too when the process that started it is killed, so nothing is left behind.
 */
const KEEPER = `
folder=$1 bin=$2 port=$3 job= ended=
trap 'ended=1; [ -n "$job" ] && kill -INT "$job" 2>/dev/null' TERM
exec 3<&0
( read -r _ <&3; kill -TERM $$ 2>/dev/null ) &
watcher=$!
await() { while kill -0 "$job" 2>/dev/null; do wait "$job"; done; }
"$bin/initdb" -D "$folder/data" -U wengang -A trust -E UTF8 --no-locale & job=$!
await
[ -n "$ended" ] || {
  "$bin/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c shared_buffers=256MB \
    -c max_wal_size=4GB -c max_connections=60 & job=$!
  await
}
kill "$watcher" 2>/dev/null
rm -rf "$folder"
`;

async function startCluster(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "wengang-pg-"));
  const owner = unprivileged();
  if (owner) execFileSync("chown", [String(owner.uid), folder]);
  const port = await freePort();
  // Detached, so that Ctrl-C reaches this process alone, and the server goes when it is told or when we are gone.
  const keeper = spawn("sh", ["-c", KEEPER, "keeper", folder, bin, String(port)], {
    ...owner,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const url = `postgres://wengang@127.0.0.1:${port}/postgres`;
  await untilReady(url, keeper);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => keeper.once("exit", resolve));
      keeper.stdin?.end();
      await ended;
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
  for (let attempt = 0; attempt < 300; attempt++) {
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
  throw new Error("postgres was not ready within 30 s");
}

let databases = 0;

/** Makes a fresh, empty database on the server at `url`; resolves to its address. */
export async function createDatabase(url: string): Promise<string> {
  const name = `wengang_test_${process.pid}_${++databases}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Removes a database that createDatabase made on the server at `url`, whoever is still connected to it. */
export const dropDatabase = (url: string, address: string): Promise<void> =>
  onServer(url, `drop database if exists ${new URL(address).pathname.slice(1)} with (force)`);

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
