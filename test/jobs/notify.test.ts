import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { CERTIFICATE } from "../src/notify/certificate.ts";
import { headerText, mailReceiver, partsOf } from "../src/notify/mail-server.ts";
import { type Answer, json, receiver, tlsReceiver } from "../src/notify/receiver.ts";

const CLI = fileURLToPath(new URL("../../dist/jobs/wengang.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "wengang-notify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const authority = join(folder, "authority.pem");
writeFileSync(authority, CERTIFICATE);
let files = 0;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  readonly json: Record<string, unknown>;
}

/** Runs the compiled command line with a channels file and an environment of its own. */
function notify(channels: unknown, env: Record<string, string>, ...args: string[]): Promise<Ended> {
  const file = join(folder, `channels-${files++}.json`);
  writeFileSync(file, typeof channels === "string" ? channels : JSON.stringify(channels));
  const whole = { PATH: process.env.PATH, WENGANG_CHANNELS: file, NODE_EXTRA_CA_CERTS: authority, ...env };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, "notify", ...args, "--json"],
      { cwd: folder, env: whole },
      (_error, out, error) => {
        const last = out.trim().split("\n").at(-1) ?? "";
        resolve({ code: child.exitCode, out, error, json: last.startsWith("{") ? JSON.parse(last) : {} });
      },
    );
  });
}

const LOCAL = { WENGANG_NOTIFY_ALLOW: "127.0.0.1" };
const SECRET = "SECs3cret";

const robot: Answer = (response, received) => {
  const { searchParams } = received.path;
  const timestamp = searchParams.get("timestamp");
  const signed =
    createHmac("sha256", SECRET).update(`${timestamp}\n${SECRET}`).digest("base64") === searchParams.get("sign");
  const timely = Math.abs(Number(timestamp) - Date.now()) < 3_600_000;
  json(signed && timely ? { errcode: 0, errmsg: "ok" } : { errcode: 310000, errmsg: "sign not match" })(
    response,
    received,
  );
};

describe("wengang notify test", () => {
  it("sends one message over TLS that says it is a test, signed with the time of day", async () => {
    const office = await tlsReceiver(robot);
    const env = { ...LOCAL, OFFICE: `${office.origin}/robot/send?access_token=t0ken ${SECRET}` };
    const ended = await notify(
      [{ name: "office", kind: "dingtalk", addressEnv: "OFFICE" }],
      env,
      "test",
      "--channel",
      "office",
    );
    expect(ended).toMatchObject({
      code: 0,
      json: { ok: true, channel: "office", type: "dingtalk", kind: "delivered" },
    });
    expect(ended.out).toContain("接收方已受理");
    expect(office.received).toHaveLength(1);
    const { markdown } = JSON.parse(office.received[0]!.body);
    expect(markdown.text).toContain("测试消息，不是预警，无需处理");
    expect(markdown.text).toContain(`消息编号：${ended.json.key}`);
    expect(ended.out + ended.error).not.toMatch(/t0ken|s3cret|127\.0\.0\.1/);
  });

  it("sends mail through STARTTLS after logging in", async () => {
    const server = await mailReceiver({ disabledCommands: [], authOptional: false });
    const mail = { name: "mail", kind: "email", host: "127.0.0.1", port: server.port, from: "n@wengang.example" };
    const login = { userEnv: "MAIL_USER", passwordEnv: "MAIL_PASSWORD", addressEnv: "OFFICE" };
    const env = { MAIL_USER: "notice", MAIL_PASSWORD: "p4ss", OFFICE: "office@wushan.example" };
    const ended = await notify([{ ...mail, ...login }], env, "test", "--channel", "mail", "--lang", "en");
    expect(ended).toMatchObject({ code: 0, json: { kind: "delivered", receipt: "4F3kZ-1" } });
    expect(server.received).toMatchObject([{ secure: true, user: "notice", to: ["office@wushan.example"] }]);
    expect(headerText(partsOf(server.received[0]!.raw).headers.subject!)).toBe("[TEST] Wengang channel test");
  });

  it("says why a message was not delivered and whether to try again, and fails the script with 7", async () => {
    const office = await receiver(json({ errcode: 130101, errmsg: "send too fast" }));
    const channels = [{ name: "office", kind: "wecom", addressEnv: "OFFICE" }];
    const plain = { WENGANG_NOTIFY_ALLOW: "http://127.0.0.1", OFFICE: `${office.origin}/send?key=k3y` };
    const limited = await notify(channels, plain, "test", "--channel", "office", "--lang", "en");
    expect(limited).toMatchObject({
      code: 7,
      json: { ok: false, kind: "failed", code: "platform-130101", permanent: false },
    });
    expect(limited.out).toContain("can be tried again");
    const guarded = { OFFICE: `https://127.0.0.1:${new URL(office.origin).port}/send?key=k3y` };
    const refused = await notify(channels, guarded, "test", "--channel", "office");
    expect(refused).toMatchObject({ code: 2, json: { ok: false, error: { code: "channels-wrong" } } });
    expect(office.received).toHaveLength(1);
    expect(limited.out + refused.out + refused.error).not.toMatch(/k3y|127\.0\.0\.1/);
  });

  it("says that a channel was never tried against the real service, in the help as well", async () => {
    const ykz = await receiver(json({ success: true, content: { msgId: "m-1" } }));
    const channel = {
      name: "ykz",
      kind: "yukuaizheng",
      gateway: ykz.origin,
      tenantId: "1",
      appKeyEnv: "K",
      appSecretEnv: "S",
    };
    const env = { WENGANG_NOTIFY_ALLOW: "http://127.0.0.1", K: "k", S: "s", A: "1" };
    const ended = await notify([{ ...channel, addressEnv: "A" }], env, "test", "--channel", "ykz");
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("尚未与真实服务联调");
    expect((await notify([], {}, "test", "--help")).out).toContain("尚未与真实服务联调");
  });

  it("with the log channel needs nothing set up", async () => {
    const ended = await notify([{ name: "try", kind: "log" }], {}, "test", "--channel", "try");
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/^【测试】稳岗预警渠道测试 \| .*消息编号：test-/m);
  });

  it.each([
    ["what can't be done", [], {}, ["tell", "--channel", "x"], "command-wrong"],
    ["a channel left out", [], {}, ["test"], "option-missing"],
    ["a channel nobody configured", [{ name: "try", kind: "log" }], {}, ["test", "--channel", "x"], "channel-unknown"],
    [
      "a channel without an address",
      [{ name: "x", kind: "wecom" }],
      {},
      ["test", "--channel", "x"],
      "channel-address-missing",
    ],
    [
      "a variable that is not set",
      [{ name: "x", kind: "wecom", addressEnv: "NONE" }],
      {},
      ["test", "--channel", "x"],
      "channels-wrong",
    ],
    ["a file that is no json", "{", {}, ["test", "--channel", "x"], "channels-file-wrong"],
    [
      "a file that is not there",
      [],
      { WENGANG_CHANNELS: "/nowhere.json" },
      ["test", "--channel", "x"],
      "channels-file-wrong",
    ],
    [
      "a list that can't be read",
      [],
      { WENGANG_NOTIFY_ALLOW: "10.0.0.0/99" },
      ["test", "--channel", "x"],
      "allow-list-wrong",
    ],
  ] as const)("answers %s with its exit code, a cause and a next step", async (_what, channels, env, args, code) => {
    const ended = await notify(channels, env, ...args);
    expect(ended.code).toBe(2);
    expect(ended.json).toMatchObject({ ok: false, error: { code, cause: { zh: expect.any(String) } } });
    expect(ended.error).toContain("下一步");
  });
});
