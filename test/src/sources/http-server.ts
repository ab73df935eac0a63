import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Tools } from "../../../src/sources/retry.ts";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
  readonly url: string;
  /** What was asked, in order. */
  readonly asked: IncomingMessage[];
  close(): Promise<void>;
}

/** A real server on this machine that gives one answer after the other; the last one is given again and again. */
export async function serve(...answers: readonly Answer[]): Promise<TestServer> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    answers[Math.min(asked.push(request), answers.length) - 1]!(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/data`, asked, close };
}

export const json =
  (value: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
  };

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };

/** Tools that wait for nothing and write down how long they would have. */
export function idleTools(): Tools & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    random: () => 1,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
}
