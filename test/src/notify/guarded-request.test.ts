import { describe, expect, it } from "vitest";
import { guardedPost } from "../../../src/notify/guarded-request.ts";
import { LIMITS } from "../../../src/notify/limits.ts";
import { tools } from "./given.ts";
import { type Answer, drip, halfway, huge, receiver, reset, silence, status, tlsReceiver } from "./receiver.ts";

const never = new AbortController().signal;

async function ask(answer: Answer, patience = 5000) {
  const { origin, received } = await receiver(answer);
  const body = '{"问":1}';
  const post = { url: `${origin}/hook?a=1`, headers: { "x-a": "b" }, body, signal: never };
  return { answer: await guardedPost(post, tools({ patience }).guard), received };
}

const saying =
  (code: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);

describe("an answer", () => {
  it("comes with its status and body, and what was posted arrived as it was", async () => {
    const { answer, received } = await ask(saying(201, "好"));
    expect(answer).toEqual({ kind: "answered", status: 201, body: "好", retryAfterSeconds: null });
    expect(received[0]).toMatchObject({ method: "POST", body: '{"问":1}' });
    expect(received[0]!.headers).toMatchObject({ "x-a": "b", "content-length": "9", connection: "close" });
    expect(received[0]!.path.pathname + received[0]!.path.search).toBe("/hook?a=1");
  });

  it.each([
    ["120", {}, 120],
    ["0", {}, 0],
    ["Wed, 01 May 2024 00:00:30 GMT", { date: "Wed, 01 May 2024 00:00:10 GMT" }, 20],
    ["Wed, 01 May 2024 00:00:00 GMT", { date: "Wed, 01 May 2024 00:00:10 GMT" }, 0],
    ["86401", {}, 86_400],
    ["99999999999999999999", {}, 86_400],
    ["soon", {}, null],
    ["-1", {}, null],
  ])("asks with Retry-After %s (%o) for %s seconds", async (value, headers, seconds) => {
    const { answer } = await ask(status(503, { "retry-after": value, ...headers }));
    expect(answer).toMatchObject({ status: 503, retryAfterSeconds: seconds });
  });

  it.each([301, 302, 303, 307, 308])("that redirects with %s is not followed", async (code) => {
    const other = await receiver(status(200));
    const { answer, received } = await ask(status(code, { location: `${other.origin}/` }));
    expect(answer).toMatchObject({ kind: "answered", status: code });
    expect([received.length, other.received.length]).toEqual([1, 0]);
  });

  it("is read up to its limit, and not at all beyond", async () => {
    const limit = LIMITS.answer.value;
    expect((await ask(saying(200, "a".repeat(limit)))).answer).toMatchObject({ body: "a".repeat(limit) });
    expect((await ask(saying(200, "a".repeat(limit + 1)))).answer).toMatchObject({ status: 200, body: null });
    expect((await ask(huge)).answer).toMatchObject({ status: 200, body: null });
  });

  it("that breaks off or never ends keeps its status", async () => {
    expect((await ask(halfway)).answer).toMatchObject({ status: 200, body: null });
    expect((await ask(drip, 200)).answer).toMatchObject({ status: 200, body: null });
  });
});

describe("no answer", () => {
  it("in time is a failure that may pass", async () => {
    const { answer } = await ask(silence, 200);
    expect(answer).toMatchObject({ kind: "failed", permanent: false, code: "receiver-slow" });
  });

  it("but a reset, nobody listening, or something that is no HTTP, is a failure that may pass", async () => {
    const { origin } = await receiver(status(200));
    const closed = "http://127.0.0.1:1/";
    const broken: Answer = (response) => response.socket?.end("what?\r\n\r\n");
    const upgraded: Answer = (response) =>
      response.socket?.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n");
    const manyHeaders: Answer = (response) =>
      response.socket?.end(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(70_000)}\r\n\r\n`);
    for (const answer of [reset, broken, upgraded, manyHeaders])
      expect((await ask(answer, 1000)).answer).toMatchObject({
        kind: "failed",
        permanent: false,
        code: "connection-failed",
      });
    const post = { headers: {}, body: "", signal: never };
    expect(await guardedPost({ ...post, url: closed }, tools().guard)).toMatchObject({ code: "connection-failed" });
    const https = origin.replace("http:", "https:");
    expect(await guardedPost({ ...post, url: https }, tools().guard)).toMatchObject({
      kind: "failed",
      permanent: false,
    });
  });

  it("because the name is unknown is a failure that may pass", async () => {
    const { guard } = tools();
    const resolve: typeof guard.resolve = (_name, _options, callback) =>
      callback(Object.assign(new Error("getaddrinfo ENOTFOUND secret.example"), { code: "ENOTFOUND" }), "", 0);
    const post = { url: "https://secret.example/t0ken", headers: {}, body: "", signal: never };
    const failed = await guardedPost(post, { ...guard, resolve });
    expect(failed).toMatchObject({ kind: "failed", permanent: false, code: "name-unresolved" });
    expect(JSON.stringify(failed)).not.toMatch(/secret|t0ken/);
  });

  it("over a certificate that nobody vouches for", async () => {
    const { origin, received } = await tlsReceiver(status(200));
    const failed = await guardedPost({ url: origin, headers: {}, body: "", signal: never }, tools().guard);
    expect(failed).toMatchObject({ kind: "failed", permanent: false, code: "certificate-untrusted" });
    expect(received).toEqual([]);
  });
});

describe("an interruption", () => {
  it("before, while waiting and while reading ends with its own reason, not as a failure of the receiver", async () => {
    for (const answer of [silence, drip]) {
      const { origin } = await receiver(answer);
      const stop = new AbortController();
      const sending = guardedPost({ url: origin, headers: {}, body: "", signal: stop.signal }, tools().guard);
      setTimeout(() => stop.abort(new DOMException("stop", "AbortError")), 100);
      await expect(sending).rejects.toMatchObject({ name: "AbortError", message: "stop" });
    }
    const post = { url: "http://127.0.0.1:1/", headers: {}, body: "", signal: AbortSignal.abort(new Error("early")) };
    await expect(guardedPost(post, tools().guard)).rejects.toThrow("early");
  });
});
