import type { IncomingMessage } from "node:http";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { Failed } from "./channel.ts";
import { connectionFailure, tooSlow } from "./connection-failure.ts";
import type { AllowList } from "./guard/allow-list.ts";
import { guardedLookup, NameRefused } from "./guard/guarded-lookup.ts";
import { refused, targetOf } from "./guard/target.ts";
import { LIMITS } from "./limits.ts";

/** What keeps requests from going where they must not. */
export interface Guard {
  readonly allow: AllowList;
  /** Asks the name service, as dns.lookup. */
  readonly resolve: LookupFunction;
  /** Milliseconds for the whole exchange. */
  readonly patience: number;
}

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly kind: "answered";
  readonly status: number;
  /** null: too large, broken off or too slow; the status stands all the same. */
  readonly body: string | null;
  readonly retryAfterSeconds: number | null;
}

/**
 * The one way out: a POST to an address that people may have entered. The address connected to is the one checked, since
 * the name is looked up once, inside the connection. No redirect is followed, no proxy used, no connection kept.
 */
export async function guardedPost(post: Post, guard: Guard): Promise<Answer | Failed> {
  post.signal.throwIfAborted();
  const url = targetOf(post.url, guard.allow);
  if (!(url instanceof URL)) return url;
  const late = AbortSignal.timeout(guard.patience);
  try {
    const response = await exchange(url, post, guard, AbortSignal.any([post.signal, late]));
    const body = await readBody(response);
    post.signal.throwIfAborted();
    return { kind: "answered", status: response.statusCode ?? 0, body, retryAfterSeconds: retryAfter(response) };
  } catch (error) {
    post.signal.throwIfAborted();
    if (error instanceof NameRefused) return refused(error.refusal);
    return late.aborted ? tooSlow(guard.patience) : connectionFailure(error);
  }
}

function exchange(url: URL, post: Post, guard: Guard, signal: AbortSignal): Promise<IncomingMessage> {
  const plain = url.protocol === "http:";
  const headers = { ...post.headers, "user-agent": "wengang", "content-length": Buffer.byteLength(post.body) };
  const lookup = guardedLookup(guard.allow, plain, guard.resolve);
  return new Promise((resolve, reject) => {
    // agent: false is an agent of its own, which knows no proxy and keeps no connection for somebody else's name.
    const request = (plain ? http : https).request(url, { method: "POST", headers, lookup, signal, agent: false });
    request.on("response", resolve).on("error", reject);
    request.on("close", () => reject(new Error("closed without an answer")));
    request.end(post.body);
  });
}

async function readBody(response: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response) {
      size += (part as Buffer).length;
      if (size > LIMITS.answer.value) return null; // leaving the loop closes the connection
      parts.push(part as Buffer);
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Seconds, or a date compared with the server's own clock; nobody may hold a message back for longer than a day. */
function retryAfter({ headers }: IncomingMessage): number | null {
  const value = headers["retry-after"] ?? "";
  const isDate = /^[A-Z][a-z]{2,8},? /.test(value);
  const until = isDate ? (Date.parse(value) - Date.parse(headers.date ?? "")) / 1000 : Number.NaN;
  const seconds = /^\d+$/.test(value) ? Number(value) : until;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, Math.ceil(seconds)), LIMITS.longestWait.value);
}
