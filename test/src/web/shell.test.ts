import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { openMemory } from "../../../src/db/pglite.ts";
import { formTokenOf } from "../../../src/web/shell/forms.ts";
import { fillCounty, runOn } from "../../county.ts";
import { client, type Made, person, type Service, serve, signedIn, withToken } from "./service.ts";

describe("the shell around every route", () => {
  let db: Db;
  let service: Service;
  let office: Made;
  beforeAll(async () => {
    db = await openMemory();
    const { last } = await fillCounty(db, 30, 14);
    await runOn(db, last);
    service = await serve(db);
    office = await person(service, "office");
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  it("sends the same strict headers with pages, programs' answers, redirects, errors and files", async () => {
    const browser = await signedIn(service, office);
    const stranger = client(service);
    const sheet = /href="(\/assets\/[^"]+)"/.exec((await stranger.get("/sign-in")).text)![1]!;
    const answers = {
      page: await browser.get("/account"),
      report: await browser.get("/reports"),
      api: await browser.get("/api/alerts"),
      redirect: await stranger.get("/"),
      unsigned: await stranger.get("/api/alerts"),
      refused: await browser.get("/audit"),
      missing: await stranger.get("/no/such/page"),
      wrong: await stranger.ask("POST", "/sign-in", "{", { "content-type": "application/json" }),
      large: await stranger.post("/sign-in", { account: "x".repeat(70_000) }),
      method: await stranger.ask("DELETE", "/sign-in"),
      host: await stranger.get("/", { host: "evil.test" }),
      file: await stranger.get(sheet),
      alive: await stranger.get("/healthz"),
    };
    for (const [what, { headers }] of Object.entries(answers)) {
      const policy = String(headers["content-security-policy"]);
      expect(policy, what).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(policy, what).not.toContain("unsafe");
      expect(headers["x-content-type-options"], what).toBe("nosniff");
      expect(headers["referrer-policy"], what).toBe("same-origin");
      expect(headers["cross-origin-opener-policy"], what).toBe("same-origin");
      expect(headers["strict-transport-security"], what).toMatch(/^max-age=31536000/);
      expect(headers["x-request-id"], what).toMatch(/^[\w-]{12}$/);
      expect(headers["cache-control"], what).toBe(what === "file" ? "public, max-age=31536000, immutable" : "no-store");
      expect(headers["x-powered-by"], what).toBeUndefined();
    }
    const statuses = Object.fromEntries(Object.entries(answers).map(([what, { status }]) => [what, status]));
    expect(statuses).toEqual({
      ...{ page: 200, report: 200, api: 200, redirect: 303, unsigned: 401, refused: 403, missing: 404 },
      ...{ wrong: 400, large: 413, method: 404, host: 400, file: 200, alive: 200 },
    });
  });

  it("packs scripts and style sheets where that is asked for, and no page", async () => {
    const stranger = client(service);
    const sheet = /href="([^"]*shell\.css)"/.exec((await stranger.get("/sign-in")).text)![1]!;
    const plain = await stranger.get(sheet);
    const packed = await stranger.get(sheet, { "accept-encoding": "br, gzip" });
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    expect(gunzipSync(packed.bytes).toString()).toBe(plain.text);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const page = await stranger.get("/sign-in", { "accept-encoding": "gzip" });
    expect(page.headers["content-encoding"]).toBeUndefined();
  });

  it("gives cookies that only this host's encrypted pages are sent, and no script can read", async () => {
    const stranger = client(service);
    const { cookies } = await stranger.get("/sign-in?lang=en");
    expect(cookies.length).toBe(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toContain("; Path=/; HttpOnly; SameSite=Lax; Secure");
      expect(cookie).not.toMatch(/domain=/i);
    }
  });

  it("over plain http on this machine has neither the prefix nor Secure, and both its names", async () => {
    const local = await serve(db, { origin: "http://127.0.0.1:8237" });
    const stranger = client(local);
    const { cookies, headers } = await stranger.get("/sign-in");
    expect(cookies).toEqual([expect.stringMatching(/^form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect((await stranger.get("/sign-in", { host: "localhost:8237" })).status).toBe(200);
    expect((await stranger.get("/sign-in", { host: "localhost" })).status).toBe(400);
    await local.close();
  });

  it("carries out no change without the form's token, from another site, or with another session's", async () => {
    const [browser, other] = [await signedIn(service, office), await signedIn(service, office)];
    const refused = [
      await browser.post("/sign-out", { csrf: "" }),
      await browser.post("/sign-out", { csrf: "x" }),
      await browser.post("/sign-out", { csrf: other.formToken() }),
      await browser.post("/sign-out", { csrf: formTokenOf("") }),
      await browser.post("/sign-out", {}, { origin: "https://evil.test" }),
      await browser.post("/sign-out", {}, { origin: "null" }),
      await browser.post("/sign-out", {}, { "sec-fetch-site": "cross-site" }),
      await browser.post("/sign-out", {}, { "sec-fetch-site": "same-site" }),
      await browser.ask("POST", "/sign-out", undefined, { "x-csrf-token": "x" }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    for (const { text } of refused) expect(text).toContain("form-stale");
    expect((await browser.get("/account")).status).toBe(200);
    expect((await browser.ask("POST", "/sign-out", undefined, { "x-csrf-token": browser.formToken() })).status).toBe(
      303,
    );
  });

  it("asks the same of the sign-in form, so that nobody is signed in as somebody else", async () => {
    const stranger = client(service);
    expect((await stranger.post("/sign-in", { account: "a", password: "b" })).status).toBe(403);
  });

  it("tells programs an error as problem+json in their language, with code, cause and next step", async () => {
    const program = client(service);
    const zh = await program.get("/api/alerts");
    const en = await program.get("/api/alerts", { "accept-language": "en" });
    expect(zh.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(zh.headers["www-authenticate"]).toBe("Bearer");
    expect(JSON.parse(zh.text)).toMatchObject({
      ...{ type: "urn:wengang:problem:not-signed-in", status: 401, code: "not-signed-in" },
      ...{ cause: "尚未登录，或登录已失效。", request: zh.headers["x-request-id"] },
    });
    expect(JSON.parse(en.text)).toMatchObject({ cause: "You are not signed in, or no longer." });
    expect(JSON.parse(en.text).next).toContain("token");
  });

  it("tells programs in their language also what was refused before anything else was known of them", async () => {
    const english = { "accept-language": "en" };
    const json = { ...english, "content-type": "application/json" };
    const program = client(service, "10.250.0.9");
    const hasty = client(service, "10.250.0.10");
    for (let i = 0; i < 600; i++) await hasty.get("/healthz");
    const answers = [
      await program.ask("POST", "/api/alerts", "{", json),
      await program.ask("POST", "/api/alerts", JSON.stringify({ x: "x".repeat(70_000) }), json),
      await program.get("/api/alerts", { ...english, host: "evil.test" }),
      await hasty.get("/api/alerts", english),
    ].map(({ status, text }) => ({ status, ...JSON.parse(text) }));
    expect(answers).toMatchObject([
      { status: 400, code: "body-unreadable", next: expect.stringContaining("Content-Type") },
      { status: 413, code: "body-too-large", cause: "The request body is too large (at most 65536 bytes)." },
      { status: 400, code: "host-wrong", cause: "The host asked for is not this service's." },
      { status: 429, code: "too-many-requests", cause: "Too many requests." },
    ]);
    const page = await program.ask("POST", "/sign-in", "{", { "content-type": "application/json" });
    expect(page.text).toContain("请刷新页面后重新提交");
  });

  it("tells a program with a token so also where it fetches a file", async () => {
    const program = await withToken(service, office, "read");
    const answer = await program.get("/reports/2020-01/monthly/place/files/docx");
    expect([answer.status, answer.headers["content-type"]]).toEqual([404, "application/problem+json; charset=utf-8"]);
  });

  it("tells people an error as a page with the same, in Chinese unless they chose English", async () => {
    const browser = await signedIn(service, office);
    const zh = await browser.get("/audit", { "accept-language": "en" });
    for (const part of ["没有完成", "您的角色没有这项权限", "请求编号", String(zh.headers["x-request-id"])])
      expect(zh.text).toContain(part);
    const en = await browser.get("/audit?lang=en");
    expect(en.text).toContain("Your role does not include this.");
    expect((await browser.get("/audit")).text, "kept in a cookie").toContain("Next step");
  });

  it("names wrong fields, and gives nothing back that no form of ours has", async () => {
    const browser = await signedIn(service, office);
    const answer = await browser.post("/account/tokens", {
      name: "x",
      scope: "everything",
      days: "1",
      extra: "canary-7f3a",
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("范围、extra");
    expect(answer.text).not.toContain("canary-7f3a");
  });

  it("takes a field once and no more fields than it knows", async () => {
    const browser = await signedIn(service, office);
    expect((await browser.get("/account?lang=en&lang=zh")).status).toBe(400);
    expect((await browser.get("/account?x=1")).status).toBe(400);
    expect((await browser.get("/account?__proto__=1")).status).toBe(400);
    const many = Array.from({ length: 200 }, (_, i) => `f${i}=1`).join("&");
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await browser.ask("POST", "/sign-out", many, form)).status).toBe(413);
  });

  it("slows down who asks too often: an address, a person from many addresses, and proofs most of all", async () => {
    const hasty = client(service, "10.250.0.1");
    const statuses = [];
    for (let i = 0; i < 601; i++) statuses.push((await hasty.get("/healthz")).status);
    expect([statuses.indexOf(429), (await hasty.get("/healthz")).status]).toEqual([600, 429]);
    expect((await client(service, "10.250.0.2").get("/healthz")).status).toBe(200);
    const prover = client(service, "10.250.0.3");
    const proofs = [];
    for (let i = 0; i < 31; i++) proofs.push((await prover.get("/set-up/x")).status);
    expect(proofs.indexOf(429)).toBe(30);
    const browser = await signedIn(service, await person(service, "auditor"));
    const asked = [];
    for (let i = 0; i < 301; i++)
      asked.push((await browser.get("/account", { "x-forwarded-for": `10.251.0.${i % 250}` })).status);
    expect(asked.indexOf(429)).toBe(300);
  });

  it("answers a fault of its own with 500, keeps the cause in the log and goes on", async () => {
    const broken = { ...db, query: () => Promise.reject(new Error("canary-db-fault")) };
    const failing = await serve({ ...broken, transaction: broken.query } as Db);
    const answer = await client(failing).get("/readyz");
    expect([answer.status, answer.text.includes("canary")]).toEqual([500, false]);
    expect((await client(failing).get("/healthz")).status).toBe(200);
    expect(failing.lines.filter((line) => line.includes("canary-db-fault")).length).toBe(1);
    await failing.close();
  });

  it("counts requests by route for who may read metrics, over tokens", async () => {
    const administrator = await person(service, "administrator");
    const program = await withToken(service, administrator, "read");
    await program.get("/healthz");
    const answer = await program.get("/metrics");
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/wengang_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d+/);
    expect((await client(service).get("/metrics")).status).toBe(401);
    expect((await (await withToken(service, office, "change")).get("/metrics")).status).toBe(403);
  });

  it("shows the auditor the log, newest first, and page by page", async () => {
    const browser = await signedIn(service, await person(service, "auditor"));
    for (let i = 0; i < 3; i++) await browser.post("/account/tokens", { name: `t${i}`, scope: "read", days: "1" });
    await browser.post("/account/tokens/999999/revoke");
    const page = (await browser.get("/audit?lang=en")).text;
    expect(page).toContain("token-made");
    expect(page.indexOf("t2")).toBeLessThan(page.indexOf("t0"));
    const earlier = (await browser.get("/audit?before=2&lang=en")).text;
    expect(earlier).not.toContain("t2");
    expect(earlier, "the other language shows the same rows").toContain('href="?lang=zh&amp;before=2"');
    expect((await browser.get("/audit?before=x")).status).toBe(400);
  });
});
