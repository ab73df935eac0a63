import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { schedule } from "node-cron";
import { Problem } from "../models/problem.ts";
import { type Text, text } from "../models/text.ts";
import { scopeRest } from "../src/db/scope/enterprise-scope.ts";
import { webApp } from "../src/web/app.ts";
import { warmUp } from "../src/web/warm-up.ts";
import { catchUp } from "./catch-up.ts";
import { dateInShanghai } from "./clock.ts";
import type { CommandContext } from "./commands/command.ts";
import { printFailure } from "./console.ts";
import { bringAllUpToForm } from "./reports/kept-facts.ts";
import type { Session } from "./session.ts";
import { openSender, tickFully, tickOften } from "./tick.ts";
import { setUpLines } from "./web/set-up-link.ts";
import { type Served, webOptions } from "./web/web-options.ts";

const EVERY_TEN_MINUTES = "*/10 * * * *";
/** An event is an alert, and a red alert a message, within seconds. */
const EVERY_FIVE_SECONDS = "*/5 * * * * *";
const EVERY_MINUTE = "* * * * *";
const SHANGHAI = "Asia/Shanghai";

/** Serves a place until the signal; who has no account yet is shown the way in. */
export async function servePlace(session: Session, where: Omit<ServeOrder, "greet">, context: CommandContext) {
  const served = await webOptions(session, context);
  const greet = (at: string) => setUpLines(session.db, at, context.clock());
  await serveUntilStopped(served, { ...where, greet }, context);
}

export interface ServeOrder {
  readonly port: number;
  /** Null: nothing stands before us, and the address is this machine's. */
  readonly origin: string | null;
  /** What is said once the address is known, such as a way in. */
  greet(origin: string): Promise<readonly Text[]>;
}

/** Listens and keeps the calendar until the signal; both share the process, so the embedded database has one owner. */
export async function serveUntilStopped(served: Served, order: ServeOrder, context: CommandContext): Promise<void> {
  const { db, profile } = served;
  const server = await listenOn(order.port);
  const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = order.origin ?? local;
  server.on("request", webApp({ ...served, origin, behindProxy: order.origin !== null }));
  context.say(text(`正在服务：${origin}/（Ctrl-C 停止）`, `Serving ${origin}/ (Ctrl-C stops it)`));
  for (const line of await order.greet(origin)) context.say(line);
  let running: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  /** One thing at a time, and what is behind does not pile up. */
  const queue = (work: () => Promise<unknown>) => {
    if (waiting > 1) return;
    waiting++;
    running = running
      .then(work)
      .catch((error) => warn(error, context))
      .finally(() => waiting--);
  };
  let warming: Promise<unknown> = Promise.resolve();
  const months = () =>
    queue(async () => {
      await db.transaction((tx) => scopeRest(tx, profile, dateInShanghai(context.clock())));
      await catchUp(db, profile, context);
      warming = warming.then(() => warmUp(served)).catch((error) => warn(error, context)); // beside what is due meanwhile
    });
  queue(() => bringAllUpToForm(db, profile));
  months();
  const sender = await openSender(context);
  const alarms = [
    schedule(EVERY_TEN_MINUTES, months, { timezone: SHANGHAI }),
    schedule(EVERY_MINUTE, () => queue(() => tickFully(db, profile, sender, context)), { timezone: SHANGHAI }),
    schedule(EVERY_FIVE_SECONDS, () => queue(() => tickOften(db, profile, sender, context)), { timezone: SHANGHAI }),
  ];
  await stopped(context.signal);
  for (const alarm of alarms) await alarm.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await running;
  await warming;
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** A month that can't be run yet is told and tried again at the next tick; the pages go on. */
function warn(error: unknown, { language, signal }: CommandContext): void {
  if (signal.aborted) return;
  const writeError = (line: string) => void process.stderr.write(`${line}\n`);
  printFailure({ language, json: false, write: writeError, writeError }, error);
}

/** A slow sender holds a connection, not the service: headers within ten seconds, the whole request within thirty. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000 };

function listenOn(port: number): Promise<Server> {
  const server = createServer(PATIENCE).listen(port, "127.0.0.1");
  return new Promise((resolve, reject) => {
    server.once("listening", () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? taken(port) : error));
  });
}

const taken = (port: number): Problem =>
  new Problem(
    "usage",
    "port-taken",
    text(`端口 ${port} 已被占用。`, `Port ${port} is taken.`),
    text("请用 --port 指定其他端口。", "Name another one with --port."),
  );
