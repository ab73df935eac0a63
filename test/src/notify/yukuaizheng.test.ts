import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { governmentSign } from "../../../src/notify/yukuaizheng/sign.ts";
import { yukuaizheng } from "../../../src/notify/yukuaizheng/yukuaizheng.ts";
import { message, send, tools } from "./given.ts";
import { type Answer, garbage, json, type Receiver, receiver, reset, silence, status } from "./receiver.ts";

const SECRET = "app-s3cret";

/**
 * The gateway as its documents and the programs that use it describe it; the real one was never within reach. The text to
 * sign is put together here by hand: method, timestamp, nonce, path and the parameters by name, a line each.
 */
const gateway: Answer = (response, { method, path, headers, body }) => {
  const parameters = new URLSearchParams(body);
  const [msg, receivers] = [parameters.get("msg") ?? "", parameters.get("receiverIds")];
  const line = `bizMsgId=${parameters.get("bizMsgId")}&msg=${msg}&receiverIds=${receivers}&tenantId=${parameters.get("tenantId")}`;
  const text = `${method}\n${headers["x-hmac-auth-timestamp"]}\n${headers["x-hmac-auth-nonce"]}\n${path.pathname}\n${line}`;
  const signed = createHmac("sha256", SECRET).update(text).digest("base64") === headers["x-hmac-auth-signature"];
  const known = headers.apikey === "app-k3y" && Buffer.byteLength(msg) <= 2048;
  if (!signed || !known) return json({ success: false, bizErrorCode: "403" }, 403)(response, {} as never);
  json({ success: true, content: { msgId: "aeb07a615a5e4294a55d65925f84bb3a" } })(response, {} as never);
};

const channel = ({ origin }: Receiver, change: { appSecret?: string; patience?: number; path?: string } = {}) =>
  yukuaizheng(
    {
      gateway: `${origin}${change.path ?? ""}`,
      tenantId: "196729",
      appKey: "app-k3y",
      appSecret: change.appSecret ?? SECRET,
    },
    tools({ patience: change.patience ?? 5000 }),
  );

describe("a work notification", () => {
  it("is signed as documented and carries the key by which the gateway knows a repetition", async () => {
    const other = await receiver(gateway);
    expect(await send(channel(other), "1234567")).toEqual({
      kind: "delivered",
      receipt: "aeb07a615a5e4294a55d65925f84bb3a",
    });
    const { path, headers, body } = other.received[0]!;
    expect(path.pathname).toBe("/message/workNotification");
    expect(headers).toMatchObject({
      "x-hmac-auth-timestamp": "2023-11-15T06:13:20.000+08:00", // 22:13:20 UTC
      "x-hmac-auth-version": "1.0",
      "x-hmac-auth-nonce": "17000000000005500", // the milliseconds and four digits
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
    });
    const parameters = Object.fromEntries(new URLSearchParams(body));
    expect({ ...parameters, msg: JSON.parse(parameters.msg!) }).toEqual({
      bizMsgId: "n-17-a",
      receiverIds: "1234567",
      tenantId: "196729",
      msg: {
        msgtype: "text",
        text: {
          content:
            "红色预警：神女药业\n本月减少 23 人（12%），三个月减少 41 人。\n同类企业持平。\n" +
            "https://wengang.example.gov.cn/alerts/17?from=notice\n消息编号：n-17-a",
        },
      },
    });
  });

  it("has a signature that anybody can compute", () => {
    // printf 'POST\n2023-11-15T06:13:20.000+08:00\n17000000000005500\n/message/workNotification\na=1&b=2&c=3' |
    //   openssl dgst -sha256 -hmac app-s3cret -binary | base64
    const request = {
      timestamp: "2023-11-15T06:13:20.000+08:00",
      nonce: "17000000000005500",
      path: "/message/workNotification",
      parameters: { c: "3", a: "1", b: "2" },
    };
    expect(governmentSign(request, SECRET)).toBe("sZEv4TWZkjG1SeTHgq+s8h1ssrqcDk1Uu20iNfXAOVE=");
  });

  it("reaches a gateway below a path, which is signed with it", async () => {
    const other = await receiver(gateway);
    expect(await send(channel(other, { path: "/ykz/" }), "1")).toMatchObject({ kind: "delivered" });
    expect(other.received[0]!.path.pathname).toBe("/ykz/message/workNotification");
  });

  it("that is too long is cut to 2,048 bytes of message and keeps its number", async () => {
    const other = await receiver(gateway);
    const lines = [`"红"`.repeat(2000)];
    expect(await send(channel(other), "1", message({ lines }))).toMatchObject({ kind: "delivered" });
    const { content } = JSON.parse(new URLSearchParams(other.received[0]!.body).get("msg")!).text;
    expect(content).toMatch(/…\nhttps:.*\n消息编号：n-17-a$/);
  });
});

describe("an answer", () => {
  it.each([
    ["text in text", json({ success: true, content: '{"success":true,"content":{"msgId":"m1"}}' }), "m1"],
    ["no content", json({ success: true }), null],
    ["a repetition, so that an earlier try arrived", json({ success: false, errorMsg: "bizMsgId重复" }), null],
  ] as const)("of %s is a delivery", async (_name, answer, receipt) => {
    expect(await send(channel(await receiver(answer)), "1")).toEqual({ kind: "delivered", receipt });
  });

  it.each([
    [json({ success: false, errorMsg: "x" }), false, "gateway-refused"],
    [json({ success: true, content: '{"success":false}' }), false, "gateway-refused"],
    [json({ errcode: 0 }), false, "answer-unreadable"],
    [garbage, false, "answer-unreadable"],
    [status(401), false, "http-401"],
    [status(403), false, "http-403"],
    [status(404), false, "http-404"],
    [status(302, { location: "https://x.example" }), false, "http-302"],
    [status(500), false, "http-500"],
    [reset, false, "connection-failed"],
    [silence, false, "receiver-slow"],
  ] as const)("%# is a failure", async (answer, permanent, code) => {
    const sent = await send(channel(await receiver(answer), { patience: 1000 }), "1");
    expect(sent).toMatchObject({ kind: "failed", permanent, code });
  });

  it("is not waited for where the gateway stands inside and is not listed, which loses no message either", async () => {
    const inside = yukuaizheng(
      { gateway: "https://10.1.2.3", tenantId: "1", appKey: "k", appSecret: "s" },
      tools({ allow: "" }),
    );
    expect(await send(inside, "1")).toMatchObject({ kind: "failed", permanent: false, code: "address-refused" });
  });

  it("of a wrong secret of ours loses no message: it may be tried again", async () => {
    const sent = await send(channel(await receiver(gateway), { appSecret: "wrong" }), "1");
    expect(sent).toMatchObject({ kind: "failed", permanent: false, code: "http-403" });
  });
});

it.each([
  ["1234567", null],
  ["GE_0123456789abcdef", null],
  ["1,2", "yukuaizheng-address-wrong"],
  ["", "yukuaizheng-address-wrong"],
  ["1&tenantId=2", "yukuaizheng-address-wrong"],
])("the address %s is checked: %s", async (address, code) => {
  const { check } = channel({ origin: "http://127.0.0.1", received: [] });
  expect(check(address)?.code ?? null).toBe(code);
});
