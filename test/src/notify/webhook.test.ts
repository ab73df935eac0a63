import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isWebhookSecret, webhookSignature } from "../../../src/notify/webhook/sign.ts";
import { webhook } from "../../../src/notify/webhook/webhook.ts";
import { message, NOW, send, tools } from "./given.ts";
import {
  type Answer,
  garbage,
  halfway,
  huge,
  json,
  type Receiver,
  receiver,
  reset,
  silence,
  status,
} from "./receiver.ts";

const NEW = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const OLD = `whsec_${Buffer.alloc(24, 2).toString("base64")}`;

/** A receiver as the specification asks: one of the signatures matches, the time is near, an id is taken once. */
function verifying(secret: string): Answer & { readonly taken: Set<string> } {
  const taken = new Set<string>();
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const answer: Answer = (response, { headers, body }) => {
    const [id, timestamp] = [String(headers["webhook-id"]), Number(headers["webhook-timestamp"])];
    const expected = `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
    const signed = String(headers["webhook-signature"]).split(" ").includes(expected);
    const timely = Math.abs(timestamp * 1000 - NOW) <= 300_000;
    if (signed && timely) taken.add(id);
    response.writeHead(signed && timely ? 204 : 401).end();
  };
  return Object.assign(answer, { taken });
}

const addressOf = ({ origin }: Receiver, secrets = NEW) => `${origin}/hooks/county?k=1 ${secrets}`;

describe("the signature", () => {
  it("is the one the specification's own library makes", () => {
    expect(
      webhookSignature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, '{"test": 2432232314}', [
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      ]),
    ).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });

  it("is accepted by receivers that have either secret while secrets are changed, by nobody with a third", async () => {
    for (const [secret, expected] of [
      [NEW, { kind: "delivered", receipt: null }],
      [OLD, { kind: "delivered", receipt: null }],
      [`whsec_${Buffer.alloc(24, 3).toString("base64")}`, { kind: "failed", permanent: true, code: "http-401" }],
    ] as const) {
      const other = await receiver(verifying(secret));
      expect(await send(webhook(tools()), addressOf(other, `${NEW} ${OLD}`))).toMatchObject(expected);
    }
  });

  it.each([
    [NEW, true],
    [OLD, true],
    [`whsec_${Buffer.alloc(23).toString("base64")}`, false],
    [`whsec_${Buffer.alloc(64, 9).toString("base64")}`, true],
    [`whsec_${Buffer.alloc(65, 9).toString("base64")}`, false],
    [Buffer.alloc(32).toString("base64"), false],
    ["whsec_", false],
    ["whsec_not base64 at all, but long enough", false],
  ])("needs a secret of 24 to 64 bytes: %s is one: %s", (secret, is) => {
    expect(isWebhookSecret(secret)).toBe(is);
  });
});

describe("a message", () => {
  it("says what happened when, and nothing a receiver could mistake for another", async () => {
    const other = await receiver(status(200));
    await send(webhook(tools()), addressOf(other));
    expect(other.received[0]!.path.href).toBe("http://receiver/hooks/county?k=1");
    expect(other.received[0]!.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "webhook-id": "n-17-a",
      "webhook-timestamp": "1700000000",
    });
    expect(JSON.parse(other.received[0]!.body)).toEqual({
      type: "wengang.notice",
      timestamp: "2023-11-14T22:00:00Z",
      data: {
        key: "n-17-a",
        title: "红色预警：神女药业",
        lines: ["本月减少 23 人（12%），三个月减少 41 人。", "同类企业持平。"],
        url: "https://wengang.example.gov.cn/alerts/17?from=notice",
        urgent: true,
        cut: false,
      },
    });
  });

  it("that is sent again after a broken answer has the same id, so that the receiver takes it once", async () => {
    const good = verifying(NEW);
    const lossy: Answer = (response, received) => {
      good({ ...response, writeHead: () => ({ end: () => {} }) } as never, received);
      reset(response, received);
    };
    const other = await receiver(lossy, good);
    expect(await send(webhook(tools()), addressOf(other))).toMatchObject({ kind: "failed", permanent: false });
    expect(await send(webhook(tools()), addressOf(other))).toMatchObject({ kind: "delivered" });
    expect([other.received.length, [...good.taken]]).toEqual([2, ["n-17-a"]]);
  });

  it("that is too long loses its last lines and says so", async () => {
    const other = await receiver(status(200));
    // 20,000 bytes: 18,000 of the first, 2 of the line end as JSON writes it, 1,998 of the second
    const lines = ["红".repeat(6000), "b".repeat(6000), "c"];
    await send(webhook(tools()), addressOf(other), message({ lines }));
    const { data } = JSON.parse(other.received[0]!.body);
    expect(data).toMatchObject({ cut: true, url: expect.any(String), lines: ["红".repeat(6000), "b".repeat(1998)] });
  });
});

describe("an answer", () => {
  it.each([
    ["200 with anything in it", garbage],
    ["200 without end", huge],
    ["200 that breaks off", halfway],
    ["202", status(202)],
  ])("of %s is a delivery: only the status counts", async (_name, answer) => {
    expect(await send(webhook(tools()), addressOf(await receiver(answer)))).toEqual({
      kind: "delivered",
      receipt: null,
    });
  });

  it.each([
    [status(410), true, "http-410", undefined],
    [status(404), true, "http-404", undefined],
    [status(400), true, "http-400", undefined],
    [status(301, { location: "https://x.example" }), true, "http-301", undefined],
    [status(408), false, "http-408", undefined],
    [status(425), false, "http-425", undefined],
    [status(429, { "retry-after": "120" }), false, "http-429", 120],
    [status(500), false, "http-500", undefined],
    [status(502), false, "http-502", undefined],
    [status(503, { "retry-after": "7" }), false, "http-503", 7],
    [status(504), false, "http-504", undefined],
    [reset, false, "connection-failed", undefined],
    [silence, false, "receiver-slow", undefined],
    [json({}, 304), true, "http-304", undefined],
  ] as const)("%# is a failure", async (answer, permanent, code, wait) => {
    const sent = await send(webhook(tools({ patience: 1000 })), addressOf(await receiver(answer)));
    expect(sent).toMatchObject({ kind: "failed", permanent, code });
    expect(sent.kind === "failed" && sent.retryAfterSeconds).toBe(wait);
  });
});

it.each([
  [`https://receiver.example/x ${NEW}`, null],
  [`https://receiver.example/x ${NEW} ${OLD}`, null],
  ["https://receiver.example/x", "webhook-secret-wrong"],
  [`https://receiver.example/x ${NEW} secret`, "webhook-secret-wrong"],
  [`http://receiver.example/x ${NEW}`, "address-plain"],
])("the address %s is checked: %s", (address, code) => {
  expect(webhook(tools({ allow: "" })).check(address)?.code ?? null).toBe(code);
});
