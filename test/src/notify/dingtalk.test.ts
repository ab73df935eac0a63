import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { dingtalk } from "../../../src/notify/dingtalk/dingtalk.ts";
import { dingtalkSign } from "../../../src/notify/dingtalk/sign.ts";
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

const SECRET = "SECtest";
const OK = { errcode: 0, errmsg: "ok" };

/** What DingTalk does: HTTP says 200 always, the signature is computed anew from the published formula. */
const platform: Answer = (response, { path, body }) => {
  const timestamp = path.searchParams.get("timestamp");
  const expected = createHmac("sha256", SECRET).update(`${timestamp}\n${SECRET}`, "utf8").digest().toString("base64");
  const late = Math.abs(Number(timestamp) - NOW) > 3_600_000;
  const signed = path.searchParams.get("sign") === expected && !late;
  const { msgtype, markdown } = JSON.parse(body);
  const known = path.searchParams.get("access_token") === "t0ken" && msgtype === "markdown" && markdown.title !== "";
  if (!known) return json({ errcode: 300001, errmsg: "token is not exist" })(response, {} as never);
  json(signed ? OK : { errcode: 310000, errmsg: "sign not match" })(response, {} as never);
};

const addressOf = ({ origin }: Receiver, secret = ` ${SECRET}`) => `${origin}/robot/send?access_token=t0ken${secret}`;
const bodyAt = ({ received }: Receiver, index = 0) => JSON.parse(received[index]!.body);

describe("the signature", () => {
  it("is the one of the vector", () => {
    expect(encodeURIComponent(dingtalkSign(1700000000000, "SECtest"))).toBe(
      "aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D",
    );
  });

  it("is accepted by a robot that computes it anew; a wrong secret is not, and trying again would not help", async () => {
    const robot = await receiver(platform);
    expect(await send(dingtalk(tools()), addressOf(robot))).toEqual({ kind: "delivered", receipt: null });
    expect(robot.received[0]!.path.search).toContain("sign=aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D");
    expect(await send(dingtalk(tools()), addressOf(robot, " SECother"))).toMatchObject({
      kind: "failed",
      permanent: true,
      code: "platform-310000",
    });
  });

  it("is left out for a robot that checks keywords or addresses instead", async () => {
    const robot = await receiver(json(OK));
    expect(await send(dingtalk(tools()), addressOf(robot, ""))).toMatchObject({ kind: "delivered" });
    expect(robot.received[0]!.path.search).toBe("?access_token=t0ken");
  });
});

describe("a message", () => {
  it("is Markdown with the link and the number, a blank line between all lines", async () => {
    const robot = await receiver(json(OK));
    await send(dingtalk(tools()), addressOf(robot));
    expect(bodyAt(robot)).toEqual({
      msgtype: "markdown",
      markdown: {
        title: "红色预警：神女药业",
        text: [
          "#### 红色预警：神女药业",
          "本月减少 23 人（12%），三个月减少 41 人。",
          "同类企业持平。",
          "[查看详情](https://wengang.example.gov.cn/alerts/17?from=notice)",
          "消息编号：n-17-a",
        ].join("\n\n"),
      },
      at: { atMobiles: [], atUserIds: [], isAtAll: false },
    });
  });

  it("points at people in its text as well as beside it, and at nobody else", async () => {
    const robot = await receiver(json(OK));
    const mentions = ["13800001234", "manager7", "all) @x"];
    await send(dingtalk(tools()), addressOf(robot), message({ mentions, lines: ["@all 请看 @13900000000"] }));
    const { markdown, at } = bodyAt(robot);
    expect(at).toEqual({ atMobiles: ["13800001234"], atUserIds: ["manager7"], isAtAll: false });
    expect(markdown.text).toContain("\n\n@13800001234 @manager7\n\n消息编号");
  });

  it("takes no link, picture or heading from the name of an enterprise", async () => {
    const robot = await receiver(json(OK));
    const title = "[点我](https://evil.example)\n# 大标题 ![x](y)";
    await send(dingtalk(tools()), addressOf(robot), message({ title, lines: [title], url: "https://a.example/(x)" }));
    const { text } = bodyAt(robot).markdown;
    expect(text.match(/\]\(/g)).toHaveLength(1);
    expect(text).toContain("[查看详情](https://a.example/%28x%29)");
    expect(text.match(/^#/gm)).toHaveLength(1);
  });

  it("that is too long is cut before its link and its number; the body stays under 20,000 bytes", async () => {
    const robot = await receiver(json(OK));
    const lines = Array.from({ length: 900 }, (_, index) => `企业 ${index} "减少" 23 人`);
    await send(dingtalk(tools()), addressOf(robot), message({ lines, mentions: ["13800001234"] }));
    expect(Buffer.byteLength(robot.received[0]!.body)).toBeLessThanOrEqual(20_000);
    expect(Buffer.byteLength(robot.received[0]!.body)).toBeGreaterThan(18_500);
    expect(bodyAt(robot).markdown.text).toMatch(/…\n\n\[查看详情\].*\n\n@13800001234\n\n消息编号：n-17-a$/);
  });
});

describe("an answer", () => {
  it.each([
    [{ errcode: 130101, errmsg: "send too fast, exceed 20 times per minute" }, false, 600],
    [{ errcode: 410100, errmsg: "too fast" }, false, 600],
    [{ errcode: -1, errmsg: "系统繁忙" }, false, undefined],
    [{ errcode: 400013, errmsg: "group disbanded" }, true, undefined],
    [{ errcode: 400101, errmsg: "token" }, true, undefined],
    [{ errcode: 400102, errmsg: "stopped" }, true, undefined],
    [{ errcode: 310000, errmsg: "keywords not in content" }, true, undefined],
    [{ errcode: 430102, errmsg: "text" }, true, undefined],
    [{ errcode: 777, errmsg: "new" }, false, undefined],
  ])("of 200 with %o is a failure (permanent: %s, wait: %s)", async (answer, permanent, wait) => {
    const robot = await receiver(json(answer));
    const sent = await send(dingtalk(tools()), addressOf(robot));
    expect(sent).toMatchObject({ kind: "failed", permanent, code: `platform-${answer.errcode}` });
    expect(sent.kind === "failed" && sent.retryAfterSeconds).toBe(wait);
  });

  it.each([
    ["429", status(429, { "retry-after": "30" }), false, "http-429", 30],
    ["429 without a time", status(429), false, "http-429", 60],
    ["500", status(500), false, "http-500", undefined],
    ["503", status(503), false, "http-503", undefined],
    ["404", status(404), true, "http-404", undefined],
    ["redirect", status(302, { location: "https://evil.example/" }), true, "http-302", undefined],
    ["garbage", garbage, false, "answer-unreadable", undefined],
    ["200 and no code", json({ ok: true }), false, "answer-unreadable", undefined],
    ["huge", huge, false, "answer-unreadable", undefined],
    ["half", halfway, false, "answer-unreadable", undefined],
    ["reset", reset, false, "connection-failed", undefined],
    ["silence", silence, false, "receiver-slow", undefined],
  ] as const)("of %s is a failure", async (_name, answer, permanent, code, wait) => {
    const robot = await receiver(answer);
    const sent = await send(dingtalk(tools({ patience: 1000 })), addressOf(robot));
    expect(sent).toMatchObject({ kind: "failed", permanent, code });
    expect(sent.kind === "failed" && sent.retryAfterSeconds).toBe(wait);
  });

  it("holds whoever sends a twenty-first message in a minute for ten", async () => {
    let count = 0;
    const limited: Answer = (response, received) =>
      ++count > dingtalk(tools()).perMinute!
        ? json({ errcode: 130101, errmsg: "send too fast" })(response, received)
        : platform(response, received);
    const robot = await receiver(limited);
    const sent = [];
    for (let index = 0; index < 21; index++)
      sent.push(await send(dingtalk(tools()), addressOf(robot), message({ key: `n-${index}` })));
    expect(sent.filter(({ kind }) => kind === "delivered")).toHaveLength(20);
    expect(sent[20]).toMatchObject({ permanent: false, retryAfterSeconds: 600 });
  });
});

describe("an address", () => {
  const channel = dingtalk(tools({ allow: "" }));

  it("is a robot's, with its secret or without", () => {
    expect(channel.check("https://oapi.dingtalk.com/robot/send?access_token=abc SECabc")).toBeNull();
    expect(channel.check("https://oapi.dingtalk.com/robot/send?access_token=abc")).toBeNull();
  });

  it.each([
    ["http://oapi.dingtalk.com/robot/send?access_token=t0ken", "address-plain"],
    ["https://oapi.dingtalk.com/robot/send t0ken", "dingtalk-address-wrong"],
    ["https://oapi.dingtalk.com/robot/send?access_token= SEC", "dingtalk-address-wrong"],
    ["https://oapi.dingtalk.com/robot/send?access_token=t0ken SECa SECb", "dingtalk-address-wrong"],
    ["https://10.0.0.1/robot/send?access_token=t0ken", "address-refused"],
    ["SEC t0ken", "address-wrong"],
    ["", "address-wrong"],
  ])("%j is told as wrong before it is stored and when it is used, and not repeated", async (address, code) => {
    const problem = channel.check(address);
    expect(problem).toMatchObject({ kind: "input", code });
    expect(JSON.stringify(problem) + problem?.message).not.toContain("t0ken");
    expect(await send(channel, address)).toMatchObject({ kind: "failed", permanent: true, code });
  });
});
