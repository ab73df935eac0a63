import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { quantile } from "../../models/judging/bootstrap.ts";
import type { Profile } from "../../models/profile.ts";
import { chartScript } from "../../src/chart-script.ts";
import { alertList } from "../../src/db/alert-life.ts";
import type { Db } from "../../src/db/db.ts";
import { webApp } from "../../src/web/app.ts";
import { warmUp } from "../../src/web/warm-up.ts";
import type { CommandContext } from "../commands/command.ts";
import { openSession } from "../session.ts";
import { type Served, webOptions } from "../web/web-options.ts";
import { type Measure, seconds } from "./table.ts";
import { createDatabase, dropDatabase } from "./temporary-postgres.ts";
import type { Look, Paints } from "./web/painter.ts";
import type { Visit, Visited } from "./web/people.ts";
import { fillPlace, signIn } from "./web/place.ts";

const execute = promisify(execFile);
const [PEOPLE, SECONDS] = [50, 60];
/** experience.md: list or filter p95; a page, answered or painted for the first time; client code. */
const GOALS = { list: 300, page: 1000, client: 150 } as const;

/** Fifty people for a minute in a place of `enterprises` × 36 months, who come from a second process. */
export async function measureWeb(
  server: string,
  profile: Profile,
  enterprises: number,
  context: CommandContext,
): Promise<Measure[]> {
  const url = await createDatabase(server);
  const dataDir = await mkdtemp(join(tmpdir(), "wengang-bench-"));
  const where = { database: url, dataDir, profile: profile.name };
  const session = await openSession(where, true);
  try {
    const began = performance.now();
    await fillPlace(session.db, profile, enterprises);
    const filled = performance.now() - began;
    const options = { ...(await webOptions(session, { ...context, where })), log: { write: () => {} } };
    const secrets = await signIn(session.db, profile, PEOPLE);
    const starts = performance.now();
    await warmUp(options);
    const warmed = performance.now() - starts;
    const { visited, paints } = await served(options, (origin) => lookedAt(session.db, secrets, origin));
    const what = `fill and run a month of ${enterprises.toLocaleString("en-US")} × 36`;
    return [
      { what, value: seconds(filled) },
      { what: "read what the first to look would wait for", value: seconds(warmed) },
      ...measuresOf(visited),
      ...paintsOf(paints),
      await lostUpdates(session.db, visited),
      ...sizes(),
    ];
  } finally {
    await session.db.close();
    await dropDatabase(server, url);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Serves the pages while somebody looks at them. */
async function served<T>(options: Served, look: (origin: string) => Promise<T>): Promise<T> {
  const http = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => http.once("listening", resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  http.on("request", webApp({ ...options, origin, behindProxy: true }));
  try {
    return await look(origin);
  } finally {
    http.closeAllConnections();
    http.close();
  }
}

/**
 * By the fifty people for a minute, and for another while a browser looks, where the development packages are installed: the browser
 * draws on the service's own processors, so what it costs stays out of the first minute.
 */
async function lookedAt(db: Db, secrets: readonly string[], origin: string): Promise<Looked> {
  const open = (await alertList(db, { open: true })).filter(({ subjectKind }) => subjectKind === "enterprise");
  const alerts = open.slice(0, PEOPLE * 4).map(({ subject, number }) => ({ code: subject, number }));
  const visit: Visit = { origin, secrets, seconds: SECONDS, alerts };
  const visited = (await told("people", visit)) as Visited;
  const look: Look = { origin, secret: secrets[0]!, seconds: SECONDS, code: alerts[0]!.code };
  const [again, paints] = await Promise.all([told("people", visit), painted(look)]);
  const { assigned, failed } = again as Visited;
  return {
    visited: {
      times: visited.times,
      failed: [...visited.failed, ...failed],
      assigned: [...visited.assigned, ...assigned],
    },
    paints,
  };
}

interface Looked {
  readonly visited: Visited;
  /** null: no browser is installed. */
  readonly paints: Paints | null;
}

async function painted(look: Look): Promise<Paints | null> {
  try {
    return (await told("painter", look)) as Paints;
  } catch (error) {
    if (error instanceof Error && error.message.includes("ERR_MODULE_NOT_FOUND")) return null;
    throw error;
  }
}

/** What a process of its own prints at its end. */
async function told(script: "people" | "painter", order: Visit | Look): Promise<unknown> {
  const path = fileURLToPath(new URL(`./web/${script}.js`, import.meta.url));
  const { stdout } = await execute(process.execPath, [path, JSON.stringify(order)], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
}

/** From asking for a page to the first of it on the screen, in a browser that has nothing of the service kept. */
function paintsOf(paints: Paints | null): Measure[] {
  if (paints === null) return [{ what: "first paint in a browser", value: "not measured: no browser installed" }];
  return Object.entries(paints).map(([page, all]) => {
    return { what: `first paint, ${page}, p95`, ...withinMost(all, GOALS.page, "times") };
  });
}

function measuresOf({ times, failed }: Visited): Measure[] {
  const pages = Object.entries(times).map(([page, all]) => {
    const most = page.startsWith("alerts") ? GOALS.list : GOALS.page;
    return { what: `${page}, p95`, ...withinMost(all, most, "answers") };
  });
  const wrong = { what: "answers that failed", value: String(failed.length), goal: "0", reached: failed.length === 0 };
  return [...pages, wrong];
}

function withinMost(all: readonly number[], most: number, counted: string): Omit<Measure, "what"> {
  const sorted = all.toSorted((a, b) => a - b);
  const p95 = quantile(sorted, 0.95);
  const value = `${p95.toFixed(0)} ms (median ${quantile(sorted, 0.5).toFixed(0)}, ${all.length} ${counted})`;
  return { value, goal: `≤ ${most} ms`, reached: p95 <= most };
}

/** Every assignment that was answered as done is a change of its alert and a line of the audit log. */
async function lostUpdates(db: Db, { assigned }: Visited): Promise<Measure> {
  const [kept] = await db.query<{ changes: number; log: number }>(
    `select (select count(*) from alert_change where action = 'assign')::integer as changes,
       (select count(*) from audit where action = 'alert-assign')::integer as log`,
  );
  const lost = assigned.length - Math.min(kept!.changes, kept!.log);
  return { what: `lost updates of ${assigned.length}`, value: String(lost), goal: "0", reached: lost === 0 };
}

function sizes(): Measure[] {
  const client = gzipSync(chartScript()).byteLength / 1024;
  const memory = process.resourceUsage().maxRSS / 1024;
  return [
    {
      ...{ what: "client code of a page with charts, gzipped", value: `${client.toFixed(0)} kB` },
      ...{ goal: `≤ ${GOALS.client} kB`, reached: client <= GOALS.client },
    },
    { what: "peak memory of the service, month run included", value: `${memory.toFixed(0)} MB` },
  ];
}
