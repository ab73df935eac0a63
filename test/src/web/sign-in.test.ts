import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldRecoveryCode } from "../../../src/auth/recovery-code.ts";
import { hashOf } from "../../../src/auth/secret.ts";
import { codeAt, stepAt } from "../../../src/auth/totp.ts";
import type { Db } from "../../../src/db/db.ts";
import { disablePerson } from "../../../src/db/people/person.ts";
import { setRecoveryCodes } from "../../../src/db/people/proof.ts";
import { oneDatabase } from "../../databases.ts";
import { emptyPlace } from "../../takes.ts";
import {
  type Client,
  client,
  codeNow,
  type Made,
  PASSWORD,
  person,
  SECRET,
  type Service,
  serve,
  signedIn,
} from "./service.ts";

const MINUTE = 60_000;

describe.each(oneDatabase())("signing in on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    service = await serve(db);
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const showPassword = async (browser: Client, account: string, password = PASSWORD) => {
    await browser.get("/sign-in");
    return browser.post("/sign-in", { account, password });
  };
  const showCode = (browser: Client, code = codeNow(service)) => browser.post("/sign-in/code", { code });
  const signIn = async (made: Made): Promise<Client> => {
    const browser = client(service);
    await showPassword(browser, made.account);
    service.clock.now += MINUTE; // each code once, whichever test used the last
    expect((await showCode(browser)).status).toBe(303);
    return browser;
  };
  const isIn = async (browser: Client) => (await browser.get("/account")).status === 200;

  it("takes a password and a code, and leads where one wanted to go", async () => {
    const made = await person(service, "office");
    const browser = client(service);
    const sent = await browser.get("/enterprises/A1?lang=zh");
    expect(sent.headers.location).toBe("/sign-in?next=%2Fenterprises%2FA1%3Flang%3Dzh");
    const page = await browser.get(String(sent.headers.location));
    expect(page.text).toContain('value="/enterprises/A1?lang=zh"');
    const first = await browser.post("/sign-in", {
      account: made.account,
      password: PASSWORD,
      next: "/enterprises/A1",
    });
    expect([first.status, first.headers.location]).toEqual([303, "/sign-in/code?next=%2Fenterprises%2FA1"]);
    expect((await browser.get("/account")).headers.location).toBe("/sign-in/code");
    const second = await browser.post("/sign-in/code", { code: codeNow(service), next: "/enterprises/A1" });
    expect([second.status, second.headers.location]).toEqual([303, "/enterprises/A1"]);
    expect(await isIn(browser)).toBe(true);
  });

  it.each([
    "//evil.test/x",
    "https://evil.test/",
    "/\\evil.test",
    "/\t/evil.test",
    "javascript:alert(1)",
    "x",
    "/a\r\nSet-Cookie: b=c",
  ])("never leads to another site, such as %j", async (next) => {
    const browser = client(service);
    await browser.get("/sign-in");
    const made = await person(service, "office");
    await browser.post("/sign-in", { account: made.account, password: PASSWORD });
    service.clock.now += MINUTE;
    const answer = await browser.post("/sign-in/code", { code: codeNow(service), next });
    expect([answer.status, answer.headers.location]).toEqual([303, "/"]);
  });

  it("gives another token at each step, and the ones before are worth nothing", async () => {
    const made = await person(service, "office");
    const browser = client(service);
    await showPassword(browser, made.account);
    const first = browser.jar.get("__Host-session")!;
    service.clock.now += MINUTE;
    await showCode(browser);
    expect(browser.jar.get("__Host-session")).not.toBe(first);
    const thief = client(service);
    thief.jar.set("__Host-session", first);
    expect(await isIn(thief)).toBe(false);
    expect((await thief.get("/sign-in/code")).headers.location).toBe("/sign-in?next=%2Fsign-in%2Fcode");
  });

  it("takes no token that was planted before", async () => {
    const made = await person(service, "office");
    const browser = client(service);
    browser.jar.set("__Host-session", "planted");
    const csrf = /name="csrf" value="([^"]*)"/.exec((await browser.get("/sign-in")).text)![1]!;
    expect((await browser.post("/sign-in", { account: made.account, password: PASSWORD, csrf })).status).toBe(303);
    expect(browser.jar.get("__Host-session")).not.toBe("planted");
  });

  it("takes no code twice, also in another browser at the same moment", async () => {
    const made = await person(service, "office");
    const browsers = [client(service), client(service)];
    for (const browser of browsers) await showPassword(browser, made.account);
    service.clock.now += MINUTE;
    const code = codeNow(service);
    const answers = await Promise.all(browsers.map((browser) => showCode(browser, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401]);
  });

  it("takes a recovery code once, however it is typed", async () => {
    const made = await person(service, "office");
    await setRecoveryCodes(db, made.id, [hashOf(foldRecoveryCode("ABCD-EFGH-IJKL-MNOP"))]);
    for (const [code, status] of [
      ["abcd efgh ijkl mnop", 303],
      ["ABCD-EFGH-IJKL-MNOP", 401],
    ] as const) {
      const browser = client(service);
      await showPassword(browser, made.account);
      expect((await showCode(browser, code)).status).toBe(status);
    }
  });

  it("says the same of an unknown account, a wrong password and a disabled person", async () => {
    const [known, disabled] = [await person(service, "office"), await person(service, "office")];
    await disablePerson(db, disabled.id, service.clock.now);
    const tries = [
      ["nobody-there", PASSWORD],
      [known.account, "wrong"],
      [disabled.account, PASSWORD],
    ] as const;
    const pages = [];
    for (const [account, password] of tries) {
      const answer = await showPassword(client(service), account, password);
      expect(answer.status).toBe(401);
      pages.push(answer.text.replace(/name="csrf" value="[^"]*"/g, ""));
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain("账号或密码不正确");
  });

  // A busy machine may stop one of the two for long; not four times running.
  it("takes as long for an unknown account as for a wrong password", { retry: 3 }, async () => {
    const made = await person(service, "office");
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 10; i++)
      for (const kind of ["known", "unknown"]) {
        const browser = client(service);
        await browser.get("/sign-in");
        service.clock.now += 20 * MINUTE; // no lock in the way
        const began = performance.now();
        await browser.post("/sign-in", { account: kind === "known" ? made.account : `no-${i}`, password: "wrong" });
        times[kind]!.push(performance.now() - began);
      }
    const ratio = Math.min(...times.unknown!) / Math.min(...times.known!);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });

  it("locks an account after five failures for a quarter of an hour, known or not, with the right password too", async () => {
    const made = await person(service, "office");
    for (const account of [made.account, "not-there"]) {
      for (let i = 0; i < 5; i++)
        expect((await showPassword(client(service), account, "wrong")).text).toContain("不正确");
      const locked = await showPassword(client(service), account);
      expect([locked.status, locked.text.includes("失败次数过多")]).toEqual([401, true]);
    }
    service.clock.now += 15 * MINUTE;
    expect((await showPassword(client(service), made.account)).status).toBe(303);
  });

  it("hears no more than five of fifty guesses that come at once", async () => {
    const made = await person(service, "office");
    const browsers = await Promise.all(Array.from({ length: 50 }, async () => client(service)));
    for (const browser of browsers) await browser.get("/sign-in");
    const answers = await Promise.all(
      browsers.map((b) => b.post("/sign-in", { account: made.account, password: "wrong" })),
    );
    expect(answers.filter(({ text }) => text.includes("账号或密码不正确")).length).toBeLessThanOrEqual(5);
  });

  it("locks an address that tries many accounts", async () => {
    const browser = client(service, "10.200.0.1");
    await browser.get("/sign-in");
    const tries = [];
    for (let i = 0; i < 22; i++)
      tries.push((await browser.post("/sign-in", { account: `many-${i}`, password: "x" })).text);
    expect(tries.map((text) => text.includes("失败次数过多")).indexOf(true)).toBe(20);
    expect((await showPassword(client(service, "10.200.0.2"), "many-1", "x")).text).toContain("不正确");
  });

  it("locks the second factor too, and a right password does not forgive wrong codes", async () => {
    const made = await person(service, "office");
    service.clock.now += MINUTE;
    const wrong = codeAt(SECRET, stepAt(service.clock.now) + 1000);
    for (let i = 0; i < 5; i++) {
      const browser = client(service);
      await showPassword(browser, made.account);
      expect((await showCode(browser, wrong)).status).toBe(401);
    }
    const browser = client(service);
    await showPassword(browser, made.account);
    const locked = await showCode(browser);
    expect([locked.status, locked.text.includes("失败次数过多")]).toEqual([401, true]);
  });

  it("ends after half an hour without use, and after twelve hours with it", async () => {
    const idle = await signIn(await person(service, "office"));
    service.clock.now += 30 * MINUTE;
    expect(await isIn(idle)).toBe(false);
    const busy = await signIn(await person(service, "office"));
    let lived = 0;
    for (; lived < 13 * 60 && (await isIn(busy)); lived += 20) service.clock.now += 20 * MINUTE;
    expect(lived).toBe(12 * 60);
  });

  it("ends at once with signing out, with disabling, and where another session ends it", async () => {
    const made = await person(service, "office");
    const [one, two, three] = [await signIn(made), await signIn(made), await signIn(made)];
    const out = await one!.post("/sign-out");
    expect([out.status, out.headers.location, one!.jar.has("__Host-session")]).toEqual([303, "/sign-in", false]);
    const listed = (await two!.get("/account")).text;
    const other = [...listed.matchAll(/\/account\/sessions\/(\d+)\/end/g)].map((match) => match[1]!);
    expect(other.length).toBe(1);
    expect((await two!.post(`/account/sessions/${other[0]}/end`)).status).toBe(303);
    expect([await isIn(two!), await isIn(three!)]).toEqual([true, false]);
    await disablePerson(db, made.id, service.clock.now);
    expect(await isIn(two!)).toBe(false);
  });

  it("keeps the token of a signed-out browser dead", async () => {
    const made = await person(service, "office");
    const browser = await signedIn(service, made);
    const token = browser.jar.get("__Host-session")!;
    await browser.post("/sign-out");
    browser.jar.set("__Host-session", token);
    expect(await isIn(browser)).toBe(false);
  });
});
