import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { CERTIFICATE, CERTIFICATE_KEY } from "./certificate.ts";

export interface Received {
  readonly method: string;
  /** With its query. */
  readonly path: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export type Answer = (response: ServerResponse, received: Received) => void;

export interface Receiver {
  /** http or https, without a path. */
  readonly origin: string;
  readonly received: Received[];
}

/** A real server on this machine for one test: the answers one after the other, the last one again and again. */
export async function receiver(...answers: readonly Answer[]): Promise<Receiver> {
  return listen(createServer(), "http", answers);
}

export async function tlsReceiver(...answers: readonly Answer[]): Promise<Receiver> {
  return listen(createTlsServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }), "https", answers);
}

async function listen(server: Server, scheme: string, answers: readonly Answer[]): Promise<Receiver> {
  const received: Received[] = [];
  server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "", headers } = request;
    const one = { method, path: new URL(url, "http://receiver"), headers, body: await text(request).catch(() => "") };
    answers[Math.min(received.push(one), answers.length) - 1]?.(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { origin: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
  };

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end();
  };

export const garbage: Answer = (response) => {
  response.writeHead(200).end("<html>502 Bad Gateway</html>");
};

/** 200, and then without end. */
export const huge: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
};

export const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** Says 200 and the length of an answer, and is gone after half of it. */
export const halfway: Answer = (response) => {
  response.writeHead(200, { "content-length": "20" }).write('{"errcode"');
  setTimeout(() => response.socket?.destroy(), 20);
};

export const silence: Answer = () => {};

/** Says 200 and then a byte now and again, so that the connection never looks dead. */
export const drip: Answer = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
