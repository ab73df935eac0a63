import http from "node:http";
import { type AddressInfo, createServer, type LookupFunction, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addressKind, networkOf } from "../../../src/notify/guard/address-kind.ts";
import { parseAllowList, refusalOf } from "../../../src/notify/guard/allow-list.ts";
import { type Guard, guardedPost } from "../../../src/notify/guarded-request.ts";
import { FORMS, PUBLIC } from "./address-forms.ts";
import { receiver, status } from "./receiver.ts";

/** Something of this machine that must not be reached: it counts who connects. */
let victim: Server;
let port: number;
let connections = 0;
beforeAll(async () => {
  victim = createServer((socket) => {
    connections++;
    socket.on("error", () => {}).end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", () => socket.destroy());
  });
  await new Promise<void>((resolve) => victim.listen(0, "127.0.0.1", resolve));
  port = (victim.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => victim.close(resolve)));
beforeEach(() => {
  connections = 0;
});

const answering = (...addresses: readonly (readonly string[])[]): LookupFunction & { readonly asked: string[] } => {
  const asked: string[] = [];
  const resolve: LookupFunction = (name, _options, callback) => {
    const found = addresses[Math.min(asked.push(name), addresses.length) - 1]!;
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return Object.assign(resolve, { asked });
};

const nobody: LookupFunction = (_name, _options, callback) => callback(new Error("not to be asked"), "", 0);
const guard = (resolve: LookupFunction, allow = ""): Guard => ({
  allow: parseAllowList(allow),
  resolve,
  patience: 2000,
});
const post = (url: string, by: Guard) =>
  guardedPost({ url, headers: {}, body: "{}", signal: new AbortController().signal }, by);

describe.each(FORMS)("%s", (written, address, kind) => {
  it(`is ${kind}`, () => {
    expect(addressKind(address)).toBe(kind);
  });

  it("is refused when entered", async () => {
    for (const scheme of ["https", "http"]) {
      const sent = await post(`${scheme}://${written}:${port}/hook`, guard(nobody, "http://public.example"));
      expect(sent).toMatchObject({
        kind: "failed",
        permanent: true,
        code: expect.stringMatching(/^address-(refused|odd)$/),
      });
    }
    expect(connections).toBe(0);
  });

  it("is refused when a name leads there, alone or among others", async () => {
    const url = `https://receiver.example:${port}/hook`;
    for (const found of [[address], ["1.1.1.1", address], [address, "1.1.1.1"]]) {
      const sent = await post(url, guard(answering(found)));
      expect(sent).toMatchObject({ kind: "failed", permanent: true, code: "address-refused" });
    }
    expect(connections).toBe(0);
  });

  it("is refused when a name that led elsewhere leads there the next time", async () => {
    const good = await receiver(status(204));
    const { port: goodPort } = new URL(good.origin);
    const bad = address === "127.0.0.1" ? "127.0.0.2" : address; // the one allowed here
    const by = guard(answering(["127.0.0.1"], [bad]), "http://127.0.0.1");
    const url = `http://receiver.example:${goodPort}/hook`;
    expect(await post(url, by)).toMatchObject({ kind: "answered", status: 204 });
    expect(await post(url, by)).toMatchObject({ kind: "failed", permanent: true, code: "address-refused" });
    expect(good.received).toHaveLength(1);
  });

  it("is not gone to when a receiver redirects there", async () => {
    const good = await receiver(status(302, { location: encodeURI(`http://${written}:${port}/`) }));
    const by = guard(nobody, "http://127.0.0.1");
    expect(await post(`${good.origin}/hook`, by)).toMatchObject({ kind: "answered", status: 302 });
    expect(connections).toBe(0);
  });
});

it("there are more than sixty forms, and node without the guard does go there", async () => {
  expect(new Set(FORMS.map(([written]) => written)).size).toBeGreaterThan(60);
  for (const written of ["2130706433", "0x7f.1", "0177.0.0.1", "①②⑦.0.0.1"]) {
    await new Promise((resolve, reject) => {
      const answered = (response: http.IncomingMessage) => resolve(response.destroy());
      http.get(`http://${written}:${port}/`, { agent: false }, answered).on("error", reject);
    });
  }
  expect(connections).toBe(4);
});

it.each(PUBLIC)("%s is public", (address) => {
  expect(addressKind(address)).toBe("public");
  expect(refusalOf(address, "receiver.example", false, [])).toBeNull();
});

it.each(["", "localhost", "1.2.3", "1.2.3.4.5", "fe80::1%lo", "999.1.1.1"])("%j is no address at all", (address) => {
  expect(addressKind(address)).toBe("unknown");
});

it("a name is looked up once, and the connection goes where that answer said", async () => {
  const good = await receiver(status(200));
  const resolve = answering(["127.0.0.1"], ["10.0.0.1"]);
  await post(`http://receiver.example:${new URL(good.origin).port}/`, guard(resolve, "http://127.0.0.1"));
  expect(resolve.asked).toEqual(["receiver.example"]);
  expect(good.received).toHaveLength(1);
});

it.each([
  "ftp://receiver.example/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "receiver.example/hook",
  "https:\\\\receiver.example",
  " https://receiver.example/",
  "https://receiver.example/\r\nx-injected: 1",
  "https://",
  "",
])("%j is no web address", async (url) => {
  expect(await post(url, guard(nobody))).toMatchObject({ kind: "failed", permanent: true, code: "address-wrong" });
});

it("user and password in an address are refused, which hide where it leads", async () => {
  expect(await post("https://receiver.example@10.0.0.1/", guard(nobody))).toMatchObject({
    code: "address-credentials",
  });
});

it("http is refused unless the deployment wrote it", async () => {
  expect(await post("http://receiver.example/", guard(nobody, "receiver.example"))).toMatchObject({
    code: "address-plain",
  });
  const mixed = guard(answering(["10.1.2.3"]), "10.0.0.0/8 http://other.example");
  expect(await post("http://receiver.example/", mixed)).toMatchObject({ code: "address-plain" });
});

describe("the deployment's list", () => {
  const list = parseAllowList("ding.county.gov.cn, 10.20.0.0/16 http://relay http://127.0.0.1 fd00:1::/32");

  it.each([
    ["10.20.255.255", "any", false, null],
    ["10.21.0.0", "any", false, "private"],
    ["10.20.0.1", "any", true, "plain-http"],
    ["192.168.1.1", "ding.county.gov.cn", false, null],
    ["192.168.1.1", "other.county.gov.cn", false, "private"],
    ["192.168.1.1", "ding.county.gov.cn", true, "plain-http"],
    ["192.168.1.1", "relay", true, null],
    ["1.1.1.1", "relay", true, null],
    ["1.1.1.1", "other", true, "plain-http"],
    ["127.0.0.1", "any", true, null],
    ["127.0.0.2", "any", true, "loopback"],
    ["fd00:1::5", "any", false, null],
    ["fd00:2::5", "any", false, "private"],
    ["127.0.0.1", "localhost", false, null],
  ] as const)("opens %s for %s (plain: %s): %s", (address, host, plain, refusal) => {
    expect(refusalOf(address, host, plain, list)).toBe(refusal);
  });

  it("opens by name what is inside, not this machine nor a cloud's credentials", () => {
    const named = parseAllowList("relay");
    for (const address of ["127.0.0.1", "::1", "169.254.169.254", "100.100.100.200", "0.0.0.0", "224.0.0.1"])
      expect(refusalOf(address, "relay", false, named)).toBe(addressKind(address));
    expect(refusalOf("10.0.0.1", "relay", false, named)).toBeNull();
    expect(refusalOf("100.64.0.1", "relay", false, named)).toBeNull();
  });

  it("opens a cloud's credentials to nobody, even where their network is listed", () => {
    const wide = parseAllowList("169.254.0.0/16 100.64.0.0/10 fd00::/8");
    for (const address of ["169.254.169.254", "169.254.1.1", "100.100.100.200", "fd00:ec2::254"])
      expect(refusalOf(address, "x", false, wide)).not.toBeNull();
    expect(refusalOf("100.100.100.201", "x", false, wide)).toBeNull();
  });

  it("tells all that can't be read at once", () => {
    expect(() =>
      parseAllowList("10.0.0.0/33 ok.example 0.0.0.0/0 https://x.example -bad-/ 300.1.1.1 10.0.0.0/x"),
    ).toThrow(/10\.0\.0\.0\/33, 0\.0\.0\.0\/0, https:\/\/x\.example, -bad-\/, 300\.1\.1\.1, 10\.0\.0\.0\/x\./);
    expect(() => networkOf("10.0.0.0/")).toThrow(RangeError);
    expect(parseAllowList(undefined)).toEqual([]);
  });
});
