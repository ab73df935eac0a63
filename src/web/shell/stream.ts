import type { Request, Response } from "express";
import type { Answer, StreamEvent } from "../answer.ts";
import { LIVE_LIMITS } from "../live/limits.ts";
import { admit } from "./admit.ts";
import { contextOf } from "./context.ts";
import type { Shell } from "./shell.ts";
import { visitorOf } from "./visitor.ts";

type StreamAnswer = Extract<Answer, { kind: "stream" }>;

/** Keeps an answer open: what happens as it happens, a heartbeat between, and the end once the reader may no longer look. */
export function sendStream(shell: Shell, request: Request, response: Response, answer: StreamAnswer): void {
  response.set({ "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" });
  response.flushHeaders();
  response.write(`retry: ${LIVE_LIMITS.pulse.value}\n\n`);
  const step = inTurn(async () => {
    if (!(await mayGoOn(shell, request))) return void response.end();
    const events = await answer.next();
    if (!response.writableEnded) response.write(events.map(lines).join("") || ": \n\n");
  }, response);
  answer.opened();
  const stop = answer.listen(step);
  const heart = setInterval(step, LIVE_LIMITS.heartbeat.value).unref();
  response.on("close", () => {
    clearInterval(heart);
    stop();
    answer.closed();
  });
  contextOf(request).tell();
  step();
}

const lines = ({ id, event, data }: StreamEvent): string => `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`;

/** One step at a time, so that none tells what another is telling; a step asked for meanwhile follows. A fault ends it. */
function inTurn(work: () => Promise<void>, response: Response): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await work();
    } while (again && !response.writableEnded && !response.destroyed);
    running = false;
  };
  return () => {
    if (running) again = true;
    else run().catch(() => response.end()); // the browser comes back and is told what is wrong
  };
}

/** Looked up afresh, as for any request, but without counting as a sign of life: an open page is nobody at the keyboard. */
async function mayGoOn({ options }: Shell, request: Request): Promise<boolean> {
  const context = contextOf(request);
  const now = options.clock();
  const visitor = await visitorOf(request, context.cookies, { ...options, now, unseen: true }).catch(() => null);
  if (visitor === null || visitor.kind === "nobody" || context.visitor.kind === "nobody" || !context.route)
    return false;
  const same = rightsOf(visitor.person) === rightsOf(context.visitor.person);
  return same && (await admit(context.route, visitor, {}, options.db)).admitted;
}

const rightsOf = ({ roles, departments, regions, specialist }: Rights): string =>
  JSON.stringify([roles, departments, regions, specialist]);

interface Rights {
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly regions: readonly string[];
  readonly specialist: string | null;
}
