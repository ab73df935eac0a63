import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openChannels } from "../../../src/notify/open-channels.ts";
import { tools } from "./given.ts";

const open = (json: unknown, secrets: Readonly<Record<string, string>> = {}) =>
  openChannels(json, (name) => secrets[name], tools({ allow: "" }));

const ROBOT = "https://oapi.dingtalk.com/robot/send?access_token=t0ken SECs3cret";

describe("the channels of a deployment", () => {
  it("are found by name, with the address the environment holds for them", () => {
    const channels = open(
      [
        { name: "office", kind: "dingtalk", addressEnv: "OFFICE" },
        { name: "desk", kind: "wecom" },
        { name: "try", kind: "log" },
      ],
      { OFFICE: ROBOT },
    );
    expect([...channels.values()].map(({ name, channel, address }) => [name, channel.kind, address])).toEqual([
      ["office", "dingtalk", ROBOT],
      ["desk", "wecom", null],
      ["try", "log", ""],
    ]);
  });

  it("are told to be wrong all at once: fields, names, kinds", () => {
    const json = [
      { name: "Office 1", kind: "dingtalk", addressEnv: "office" },
      { name: "a", kind: "pigeon" },
      { name: "a", kind: "email", host: "x y", port: 70_000, tls: "none", userEnv: "U", from: "nobody" },
      { name: "b", kind: "sms", gateway: "ftp://x", tokenEnv: "T", template: { code: "S", text: "no places" } },
      { name: "c", kind: "wecom", extra: 1 },
    ];
    expect(() => open(json)).toThrow(
      expect.objectContaining({
        kind: "usage",
        code: "channels-wrong",
        reason: expect.objectContaining({
          en: expect.stringMatching(
            /0\.name.*0\.addressEnv.*1\.kind.*2\.host.*2\.port.*2\.from.*3\.gateway.*3\.template\.text.*4: /s,
          ),
        }),
      }),
    );
    expect(() =>
      open([
        { name: "a", kind: "log" },
        { name: "a", kind: "log" },
      ]),
    ).toThrow(/1\.name: "a" is there twice/);
    const mail = { name: "m", kind: "email", host: "mail.example", from: "n@a.example" };
    expect(() => open([{ ...mail, userEnv: "U" }])).toThrow(/userEnv and passwordEnv go together/);
    expect(() => open([{ ...mail, tls: "none", userEnv: "U", passwordEnv: "P" }])).toThrow(/not sent without TLS/);
    expect(() => open({})).toThrow(/\[\]: /);
  });

  it("with a gateway inside that the deployment did not list are told before anything is sent", () => {
    const ykz = { name: "ykz", kind: "yukuaizheng", tenantId: "1", appKeyEnv: "AK", appSecretEnv: "AS" };
    const secrets = { AK: "a", AS: "b" };
    expect(() => open([{ ...ykz, gateway: "http://ding.example" }], secrets)).toThrow(/ykz\.gateway: .*https/);
    expect(() => open([{ ...ykz, gateway: "https://10.1.2.3" }], secrets)).toThrow(/ykz\.gateway: .*private/);
    expect(open([{ ...ykz, gateway: "https://ding.example" }], secrets).size).toBe(1);
  });

  it("are told to be wrong all at once: variables not set, addresses malformed, and no value is repeated", () => {
    const json = [
      { name: "office", kind: "dingtalk", addressEnv: "OFFICE" },
      {
        name: "mail",
        kind: "email",
        host: "mail.example",
        from: "n@a.example",
        userEnv: "USER_X",
        passwordEnv: "PASS_X",
      },
      {
        name: "ykz",
        kind: "yukuaizheng",
        gateway: "https://g.example",
        tenantId: "1",
        appKeyEnv: "AK",
        appSecretEnv: "AS",
      },
    ];
    const failing = () => open(json, { OFFICE: "https://10.0.0.1/robot/send?access_token=t0ken", AK: "k3y" });
    expect(failing).toThrow(/USER_X: not set.*PASS_X: not set.*AS: not set/);
    expect(failing).toThrow(/OFFICE: .*网络/);
    expect(failing).not.toThrow(/t0ken|k3y|10\.0\.0\.1/);
  });
});

describe.each(["channels.md", "channels.zh.md"])("docs/%s", (page) => {
  const examples = [...readFileSync(`docs/${page}`, "utf8").matchAll(/```json channels\n(.*?)```/gs)].map(
    ([, json]) => json!,
  );

  it("has an example for each kind, and each can be opened", () => {
    const kinds = examples.flatMap((json) => {
      const secrets: Readonly<Record<string, string>> = Object.fromEntries(
        [...json.matchAll(/"(\w+Env)": "(\w+)"/g)].map(([, use, name]) => [name!, use === "addressEnv" ? "" : "x"]),
      );
      const channels = openChannels(JSON.parse(json), (name) => secrets[name] || ADDRESSES[name], tools({ allow: "" }));
      return [...channels.values()].map(({ channel }) => channel.kind);
    });
    expect(kinds.toSorted()).toEqual(
      ["dingtalk", "email", "feishu", "log", "sms", "webhook", "wecom", "yukuaizheng"].toSorted(),
    );
  });
});

/** Addresses of the forms the page describes, by the variables its examples name. */
const ADDRESSES: Readonly<Record<string, string>> = {
  OFFICE_MAIL: "office@wushan.example",
  OFFICE_DINGTALK: ROBOT,
  OFFICE_WECOM: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k3y",
  OFFICE_FEISHU: "https://open.feishu.cn/open-apis/bot/v2/hook/t0ken s3cret",
  BUREAU_WEBHOOK: `https://bureau.example/hooks/wengang whsec_${Buffer.alloc(32, 7).toString("base64")}`,
  OFFICE_YKZ: "1234567",
  OFFICE_MOBILE: "13800001234",
};
