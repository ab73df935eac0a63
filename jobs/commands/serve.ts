import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import { schedule } from "node-cron";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { webApp } from "../../src/web/app.ts";
import { catchUp } from "../catch-up.ts";
import { printFailure } from "../console.ts";
import { monthlyPage } from "../reports/page.ts";
import { openSession } from "../session.ts";
import { openSender, tickFully, tickOften } from "../tick.ts";
import type { CommandContext, CommandSpec } from "./command.ts";
import { numberOption, required } from "./values.ts";

export const DEFAULT_PORT = "8237";
const EVERY_TEN_MINUTES = "*/10 * * * *";
/** An event is an alert, and a red alert a message, within seconds. */
const EVERY_FIVE_SECONDS = "*/5 * * * * *";
const EVERY_MINUTE = "* * * * *";
const SHANGHAI = "Asia/Shanghai";

export const serve: CommandSpec = {
  usage: "serve",
  summary: text("启动网页服务，并按关账日自动补跑到期月份", "serve the pages, and run months as they fall due"),
  options: [["--port <n>", text("端口（仅本机可访问）", "port (this machine only)"), DEFAULT_PORT]],
  examples: ["wengang serve", "wengang serve --port 9000 --database postgres://user@host/wengang"],
  run: async (_args, options, context) => {
    const port = numberOption(required(options, "port", "--port"), "--port", 0, 65535);
    const { db, profile } = await openSession(context.where, false);
    try {
      await serveUntilStopped(db, profile, port, context);
      return { lines: [text("已停止。", "Stopped.")], json: { port } };
    } finally {
      await db.close();
    }
  },
};

/** Listens and keeps the calendar until the signal; both share the process, so the embedded database has one owner. */
export async function serveUntilStopped(
  db: Db,
  profile: Profile,
  port: number,
  context: CommandContext,
): Promise<void> {
  const server = await listenOn(webApp({ db, profile, pageOf: (facts) => monthlyPage(facts, profile) }), port);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  context.say(text(`正在服务：${address}（Ctrl-C 停止）`, `Serving ${address} (Ctrl-C stops it)`));
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
  const months = () => queue(() => catchUp(db, profile, context));
  months();
  const sender = await openSender(context);
  const alarms = [
    schedule(EVERY_TEN_MINUTES, months, { timezone: SHANGHAI }),
    schedule(EVERY_MINUTE, () => queue(() => tickFully(db, profile, sender, context)), { timezone: SHANGHAI }),
    schedule(EVERY_FIVE_SECONDS, () => queue(() => tickOften(db, profile, sender, context)), { timezone: SHANGHAI }),
  ];
  await new Promise<void>((resolve) => {
    if (context.signal.aborted) resolve();
    context.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  for (const alarm of alarms) await alarm.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await running;
}

/** A month that can't be run yet is told and tried again at the next tick; the pages go on. */
function warn(error: unknown, { language, signal }: CommandContext): void {
  if (signal.aborted) return;
  const writeError = (line: string) => void process.stderr.write(`${line}\n`);
  printFailure({ language, json: false, write: writeError, writeError }, error);
}

function listenOn(app: Express, port: number): Promise<Server> {
  const server = app.listen(port, "127.0.0.1");
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
