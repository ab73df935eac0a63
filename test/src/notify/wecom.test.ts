import { describe, expect, it } from "vitest";
import { wecom } from "../../../src/notify/wecom/wecom.ts";
import { message, send, tools } from "./given.ts";
import { garbage, json, type Receiver, receiver, reset, silence, status } from "./receiver.ts";

const OK = json({ errcode: 0, errmsg: "ok" });
const addressOf = ({ origin }: Receiver) => `${origin}/cgi-bin/webhook/send?key=k3y`;
const textAt = ({ received }: Receiver) => JSON.parse(received[0]!.body).text;

describe("a message", () => {
  it("is a text with the link and the number, sent to the address as it is", async () => {
    const robot = await receiver(OK);
    expect(await send(wecom(tools()), addressOf(robot))).toEqual({ kind: "delivered", receipt: null });
    expect(robot.received[0]!.path.href).toBe("http://receiver/cgi-bin/webhook/send?key=k3y");
    expect(JSON.parse(robot.received[0]!.body)).toEqual({
      msgtype: "text",
      text: {
        content:
          "红色预警：神女药业\n本月减少 23 人（12%），三个月减少 41 人。\n同类企业持平。\n" +
          "https://wengang.example.gov.cn/alerts/17?from=notice\n消息编号：n-17-a",
        mentioned_list: [],
        mentioned_mobile_list: [],
      },
    });
  });

  it("points at account ids and at mobile numbers", async () => {
    const robot = await receiver(OK);
    await send(wecom(tools()), addressOf(robot), message({ mentions: ["13800001234", "wangqing"] }));
    expect(textAt(robot)).toMatchObject({ mentioned_list: ["wangqing"], mentioned_mobile_list: ["13800001234"] });
  });

  it("points at nobody by an enterprise's name", async () => {
    const robot = await receiver(OK);
    await send(wecom(tools()), addressOf(robot), message({ title: "<@all>", lines: ["<@wangqing> 看"] }));
    expect(textAt(robot).content).not.toContain("<@");
  });

  // Without the line: title 27 bytes, its end 1; link 52 with its end 1; number 15 + 6 with its end 1: 103 bytes around it.
  const AROUND = 27 + 1 + (1 + 52) + (1 + 21);
  it.each([
    [2048 - AROUND, false],
    [2048 - AROUND + 1, true],
    [20_000, true],
  ])("with a line of %i bytes is cut: %s; 2,048 bytes are never exceeded", async (length, isCut) => {
    const robot = await receiver(OK);
    const line = "红".repeat(Math.floor(length / 3)) + "a".repeat(length % 3);
    await send(wecom(tools()), addressOf(robot), message({ lines: [line] }));
    const { content } = textAt(robot);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
    expect(Buffer.byteLength(content)).toBeGreaterThan(2048 - 4);
    expect(content.includes("…")).toBe(isCut);
    expect(content).toMatch(/\nhttps:\/\/wengang\.example\.gov\.cn\/alerts\/17\?from=notice\n消息编号：n-17-a$/);
    expect(content).not.toContain("\uFFFD"); // what half a character would have become
  });
});

describe("an answer", () => {
  it.each([
    [json({ errcode: 45009, errmsg: "api freq out of limit" }), false, "platform-45009", 60],
    [json({ errcode: -1, errmsg: "busy" }), false, "platform--1", undefined],
    [
      json({ errcode: 93000, errmsg: "invalid webhook url, hint: [1], from ip: 1.2.3.4" }),
      true,
      "platform-93000",
      undefined,
    ],
    [json({ errcode: 40008, errmsg: "invalid message type" }), true, "platform-40008", undefined],
    [json({ errcode: 12345 }), false, "platform-12345", undefined],
    [status(500), false, "http-500", undefined],
    [status(429), false, "http-429", 60],
    [garbage, false, "answer-unreadable", undefined],
    [reset, false, "connection-failed", undefined],
    [silence, false, "receiver-slow", undefined],
  ] as const)("%# is a failure", async (answer, permanent, code, wait) => {
    const robot = await receiver(answer);
    const sent = await send(wecom(tools({ patience: 1000 })), addressOf(robot));
    expect(sent).toMatchObject({ kind: "failed", permanent, code });
    expect(sent.kind === "failed" && sent.retryAfterSeconds).toBe(wait);
  });
});

it.each([
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc", null],
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send", "wecom-address-wrong"],
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc extra", "address-wrong"],
  ["http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc", "address-plain"],
])("the address %s is checked: %s", (address, code) => {
  expect(wecom(tools({ allow: "" })).check(address)?.code ?? null).toBe(code);
});
