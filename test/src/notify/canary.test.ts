import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { Channel } from "../../../src/notify/channel.ts";
import { dingtalk } from "../../../src/notify/dingtalk/dingtalk.ts";
import { email } from "../../../src/notify/email/email.ts";
import { feishu } from "../../../src/notify/feishu/feishu.ts";
import { log } from "../../../src/notify/log/log.ts";
import { sms } from "../../../src/notify/sms/sms.ts";
import type { Tools } from "../../../src/notify/tools.ts";
import { webhook } from "../../../src/notify/webhook/webhook.ts";
import { wecom } from "../../../src/notify/wecom/wecom.ts";
import { yukuaizheng } from "../../../src/notify/yukuaizheng/yukuaizheng.ts";
import { message, tools } from "./given.ts";
import { mailReceiver, Refusal } from "./mail-server.ts";
import { type Answer, drip, halfway, huge, json, type Received, receiver, reset, silence } from "./receiver.ts";

const CANARY = "c4n4rybird";
const PHONE = "13977778888";
const SIGNING = `whsec_${Buffer.from(`${CANARY}-and-some-more-bytes`).toString("base64")}`;
/** Whatever of these comes out of a channel anywhere is a secret that leaked. */
const SECRETS = [CANARY, PHONE, SIGNING, SIGNING.slice("whsec_".length), "127.0.0.1", "receiver.example"];

interface Bird {
  readonly open: (origin: string, by: Tools) => Channel;
  readonly address: (origin: string) => string;
}

const template = { code: "S1", text: `\${title}\${text}\${number}` };
const BIRDS: Readonly<Record<string, Bird>> = {
  dingtalk: { open: (_, by) => dingtalk(by), address: (to) => `${to}/robot/send?access_token=${CANARY} SEC${CANARY}` },
  wecom: { open: (_, by) => wecom(by), address: (to) => `${to}/cgi-bin/webhook/send?key=${CANARY}` },
  feishu: { open: (_, by) => feishu(by), address: (to) => `${to}/open-apis/bot/v2/hook/${CANARY} ${CANARY}` },
  webhook: { open: (_, by) => webhook(by), address: (to) => `${to}/${CANARY}?t=${CANARY} ${SIGNING}` },
  yukuaizheng: {
    open: (to, by) => yukuaizheng({ gateway: to, tenantId: CANARY, appKey: CANARY, appSecret: CANARY }, by),
    address: () => CANARY,
  },
  sms: { open: (to, by) => sms({ gateway: to, token: CANARY, template }, by), address: () => PHONE },
  log: { open: (_, by) => log(by), address: () => CANARY },
};

const everything = ({ method, path, headers, body }: Received) =>
  `${method} ${path.href} ${JSON.stringify(headers)} ${body} ${JSON.stringify([...new URLSearchParams(body)])}`;

/** Receivers that repeat what they were sent wherever they can. */
const parrot =
  (status: number, of: (said: string) => unknown): Answer =>
  (response, received) => {
    const said = everything(received);
    const line = encodeURIComponent(said).slice(0, 2000);
    json(of(said), status, { location: `http://127.0.0.1:1/${CANARY}`, "retry-after": CANARY, "x-said": line })(
      response,
      received,
    );
  };

const ANSWERS: Readonly<Record<string, Answer>> = {
  success: parrot(200, (said) => ({ errcode: 0, code: 0, success: true, errmsg: said, msgId: CANARY })),
  "success of a gateway": parrot(200, () => ({ code: "OK", id: PHONE, success: true, content: { msgId: CANARY } })),
  "a known error": parrot(200, (said) => ({ errcode: 310000, code: 19021, success: false, errmsg: said, msg: said })),
  "an unknown error": parrot(200, (said) => ({ errcode: 4711, code: 4711, errmsg: said, msg: said })),
  "words for a code": parrot(200, (said) => ({ errcode: said, code: said, success: said, id: said })),
  400: parrot(400, (said) => ({ errmsg: said })),
  401: parrot(401, (said) => said),
  429: parrot(429, (said) => said),
  503: parrot(503, (said) => said),
  redirect: parrot(302, (said) => said),
  garbage: (response, received) => response.writeHead(200, encodeURI(CANARY)).end(everything(received)),
  huge,
  halfway,
  reset,
  drip,
  silence,
};

/** All that a call gives away, thrown or returned, as a log would print it. */
async function givenAway(channel: Channel, address: string, signal = new AbortController().signal): Promise<string> {
  const told: unknown[] = [channel.check(address)];
  try {
    told.push(await channel.send(message(), address, signal));
  } catch (error) {
    told.push(error, error instanceof Error ? error.stack : null);
  }
  return told.map((one) => inspect(one, { depth: 10 })).join("\n");
}

const expectNothing = (told: string) => {
  for (const secret of SECRETS) expect(told).not.toContain(secret);
};

describe.each(Object.entries(BIRDS))("%s", (_kind, bird) => {
  it.each(Object.entries(ANSWERS))("gives nothing away with %s", async (_name, answer) => {
    const { origin } = await receiver(answer);
    const by = tools({ patience: 200 });
    expectNothing(await givenAway(bird.open(origin, by), bird.address(origin)));
    expectNothing(by.written.join("\n"));
  });

  it("gives nothing away when it may not connect, can't, is interrupted or has a wrong address", async () => {
    const closed = "http://127.0.0.1:1";
    expectNothing(await givenAway(bird.open(closed, tools()), bird.address(closed)));
    expectNothing(await givenAway(bird.open(closed, tools({ allow: "" })), bird.address(closed)));
    const { guard, ...rest } = tools({ allow: "http://receiver.example" });
    const resolve: typeof guard.resolve = (name, _options, callback) =>
      callback(
        Object.assign(new Error(`getaddrinfo ENOTFOUND ${name} ${CANARY}`), { code: "ENOTFOUND", hostname: name }),
        "",
        0,
      );
    const named = "http://receiver.example";
    expectNothing(await givenAway(bird.open(named, { ...rest, guard: { ...guard, resolve } }), bird.address(named)));
    const gone = await givenAway(bird.open(closed, tools()), bird.address(closed), AbortSignal.abort());
    expectNothing(gone);
    for (const wrong of [`x${CANARY}`, `https://${CANARY}@[/${CANARY}`, `${CANARY}\r\n`, `https://${CANARY} ${PHONE}`])
      expectNothing(await givenAway(bird.open(closed, tools()), wrong));
  });
});

describe("email", () => {
  const to = `${CANARY}@wushan.example`;
  const open = (port: number, login: { user: string; pass: string } | null = null) =>
    email(
      { host: "127.0.0.1", port, tls: "none", login, from: { name: "稳岗", address: "n@wengang.example" } },
      tools({ patience: 1000 }),
    );

  it.each([
    ["success", {}],
    ["an unknown recipient", { to: new Refusal(550, `5.1.1 <${to}> unknown`) }],
    ["a full box", { to: new Refusal(452, `4.2.2 <${to}> ${CANARY}`) }],
    ["refused data", { data: new Refusal(554, `5.7.1 ${to} ${CANARY}`) }],
    ["a refused sender", { from: new Refusal(550, `5.7.1 ${to}`) }],
    ["a refused connection", { connect: new Refusal(554, CANARY) }],
  ] as const)("gives nothing away with %s", async (_name, refusals) => {
    const { port } = await mailReceiver({}, refusals);
    expectNothing(await givenAway(open(port), to));
  });

  it("gives nothing away when the login is refused, nobody is there or the address is wrong", async () => {
    const server = await mailReceiver(
      { authOptional: false, allowInsecureAuth: true, disabledCommands: ["STARTTLS"] },
      { auth: new Refusal(535, `5.7.8 ${CANARY}`) },
    );
    expectNothing(await givenAway(open(server.port, { user: CANARY, pass: CANARY }), to));
    expectNothing(await givenAway(open(1), to));
    expectNothing(await givenAway(open(1), `${CANARY}\r\nRCPT TO:<x@y.example>`));
    expectNothing(await givenAway(open(1), to, AbortSignal.abort()));
  });
});
