import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { feishu } from "../../../src/notify/feishu/feishu.ts";
import { feishuSign } from "../../../src/notify/feishu/sign.ts";
import { message, NOW, send, tools } from "./given.ts";
import { type Answer, garbage, json, type Receiver, receiver, reset, silence, status } from "./receiver.ts";

const SECRET = "SECtest";
const OK = { StatusCode: 0, StatusMessage: "success", code: 0, data: {}, msg: "success" };

/** What Feishu does: the pair of time and secret is the key of an HMAC over nothing, both stand in the body. */
const platform: Answer = (response, received) => {
  const { timestamp, sign, msg_type } = JSON.parse(received.body);
  const expected = createHmac("sha256", Buffer.from(`${timestamp}\n${SECRET}`))
    .update(Buffer.alloc(0))
    .digest("base64");
  const late = typeof timestamp !== "string" || Math.abs(Number(timestamp) * 1000 - NOW) > 3_600_000;
  const answer =
    Buffer.byteLength(received.body) > 20_480 || msg_type !== "post"
      ? { code: 9499, msg: "Bad Request", data: {} }
      : sign === expected && !late
        ? OK
        : { code: 19021, msg: "sign match fail or timestamp is not within one hour from current time", data: {} };
  json(answer)(response, received);
};

const addressOf = ({ origin }: Receiver, secret = ` ${SECRET}`) => `${origin}/open-apis/bot/v2/hook/t0ken-1${secret}`;
const postAt = ({ received }: Receiver) => JSON.parse(received[0]!.body).content.post.zh_cn;

describe("the signature", () => {
  it("is the one of the vector", () => {
    expect(feishuSign(1700000000, "SECtest")).toBe("G7XpBpG8NgG02fJOAhX6FRAObIljmFoxVReo8I62pEk=");
  });

  it("is accepted by a robot that computes it anew, a wrong one is not", async () => {
    const robot = await receiver(platform);
    expect(await send(feishu(tools()), addressOf(robot))).toEqual({ kind: "delivered", receipt: null });
    expect(JSON.parse(robot.received[0]!.body)).toMatchObject({
      timestamp: "1700000000",
      sign: "G7XpBpG8NgG02fJOAhX6FRAObIljmFoxVReo8I62pEk=",
    });
    const refused = { kind: "failed", permanent: true, code: "platform-19021" };
    expect(await send(feishu(tools()), addressOf(robot, " other"))).toMatchObject(refused);
    expect(await send(feishu(tools()), addressOf(robot, ""))).toMatchObject(refused);
  });
});

describe("a message", () => {
  it("is rich text: a line each, the number, the link", async () => {
    const robot = await receiver(json(OK));
    await send(feishu(tools()), addressOf(robot, ""), message({ mentions: ["ou_1a", "13800001234"] }));
    expect(JSON.parse(robot.received[0]!.body)).toEqual({
      msg_type: "post",
      content: {
        post: {
          zh_cn: {
            title: "红色预警：神女药业",
            content: [
              [{ tag: "text", text: "本月减少 23 人（12%），三个月减少 41 人。" }],
              [{ tag: "text", text: "同类企业持平。" }],
              [{ tag: "text", text: "消息编号：n-17-a" }],
              [{ tag: "a", text: "查看详情", href: "https://wengang.example.gov.cn/alerts/17?from=notice" }],
              [{ tag: "at", user_id: "ou_1a" }], // a robot can't point at a telephone number
            ],
          },
        },
      },
    });
  });

  it("has no <at> made of an enterprise's name", async () => {
    const robot = await receiver(json(OK));
    const line = '<at user_id="all">所有人</at>';
    await send(feishu(tools()), addressOf(robot, ""), message({ lines: [line], mentions: ['all"></at>'] }));
    expect(postAt(robot).content[0]).toEqual([{ tag: "text", text: line }]);
    expect(JSON.stringify(postAt(robot))).not.toContain('"tag":"at"');
  });

  it.each([
    ["many short lines", Array.from({ length: 2000 }, () => "a")],
    ["one long line full of quotes", ['"红'.repeat(10_000)]],
  ])("of %s fits into 20 kB and keeps its number", async (_what, lines) => {
    const robot = await receiver(platform);
    const sent = await send(feishu(tools()), addressOf(robot), message({ lines, mentions: ["ou_1a2b3c"] }));
    expect(sent).toMatchObject({ kind: "delivered" });
    expect(JSON.stringify(postAt(robot))).toContain('消息编号：n-17-a"');
    expect(Buffer.byteLength(robot.received[0]!.body)).toBeGreaterThan(17_000);
  });
});

describe("an answer", () => {
  it.each([
    [json({ code: 11232, msg: "frequency limited" }), false, "platform-11232", 60],
    [json({ code: 11232, msg: "frequency limited" }, 429), false, "platform-11232", 60],
    [status(429, { "retry-after": "5" }), false, "http-429", 5],
    [json({ code: 9499, msg: "Bad Request" }), true, "platform-9499", undefined],
    [
      json({ code: 19001, msg: "param invalid: incoming webhook access token invalid" }),
      true,
      "platform-19001",
      undefined,
    ],
    [json({ code: 19022, msg: "Ip Not Allowed" }), true, "platform-19022", undefined],
    [json({ code: 19024, msg: "Key Words Not Found" }), true, "platform-19024", undefined],
    [json({ code: 19024, msg: "Key Words Not Found" }, 400), true, "platform-19024", undefined],
    [json({ code: 5 }), false, "platform-5", undefined],
    [json({ code: 0 }, 500), false, "http-500", undefined],
    [json([0]), false, "answer-unreadable", undefined],
    [garbage, false, "answer-unreadable", undefined],
    [reset, false, "connection-failed", undefined],
    [silence, false, "receiver-slow", undefined],
  ] as const)("%# is a failure", async (answer, permanent, code, wait) => {
    const robot = await receiver(answer);
    const sent = await send(feishu(tools({ patience: 1000 })), addressOf(robot));
    expect(sent).toMatchObject({ kind: "failed", permanent, code });
    expect(sent.kind === "failed" && sent.retryAfterSeconds).toBe(wait);
  });
});

it.each([
  ["https://open.feishu.cn/open-apis/bot/v2/hook/abc-1 secret", null],
  ["https://open.feishu.cn/open-apis/bot/v2/hook/abc-1", null],
  ["https://open.feishu.cn/open-apis/bot/v2/hook/", "feishu-address-wrong"],
  ["https://open.feishu.cn/open-apis/bot/v2/hook/abc a b", "feishu-address-wrong"],
  ["http://open.feishu.cn/open-apis/bot/v2/hook/abc", "address-plain"],
])("the address %s is checked: %s", (address, code) => {
  expect(feishu(tools({ allow: "" })).check(address)?.code ?? null).toBe(code);
});
