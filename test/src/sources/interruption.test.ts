import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { pullHttp } from "../../../src/sources/http.ts";
import { type Answer, serve, type TestServer } from "./http-server.ts";

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Pulls from a server that gives this answer, with real waits that end with the signal. */
async function pull(answer: Answer, signal: AbortSignal) {
  const server = await serve(answer);
  servers.push(server);
  const sleep = (milliseconds: number) => delay(milliseconds, undefined, { signal });
  const pulled = pullHttp({ source: "statistics", url: server.url }, { sleep, random: () => 1, signal });
  await expect(pulled).rejects.toMatchObject({ name: "AbortError" });
  return server.asked.length;
}

describe("Ctrl-C", () => {
  test("ends the wait before another try", async () => {
    const interruption = new AbortController();
    const began = performance.now();
    const busy: Answer = (_, response) => {
      response.writeHead(503, { "retry-after": "60" }).end();
      setTimeout(() => interruption.abort(), 100);
    };
    expect(await pull(busy, interruption.signal)).toBe(1);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test("ends a request that is under way, without another try", async () => {
    const interruption = new AbortController();
    const silent: Answer = () => interruption.abort();
    expect(await pull(silent, interruption.signal)).toBe(1);
  });
});
