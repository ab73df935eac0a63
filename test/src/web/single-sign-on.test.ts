import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../models/rights/roles.ts";
import { singleSignOn } from "../../../src/auth/single-sign-on.ts";
import { auditFound } from "../../../src/db/audit/audit.ts";
import type { Db } from "../../../src/db/db.ts";
import { disablePerson, personBySso } from "../../../src/db/people/person.ts";
import { oneDatabase } from "../../databases.ts";
import { emptyPlace } from "../../takes.ts";
import { CLIENT, type LocalProvider, localProvider } from "./local-provider.ts";
import { type Client, client, codeNow, person, type Service, serve, signedIn } from "./service.ts";

const ORIGIN = "https://wengang.test";
const BACK = "/sign-in/sso/back";
const [BOTH_FACTORS, ONE_FACTOR] = [["pwd", "mfa"], ["pwd"]];

describe.each(oneDatabase())("single sign-on by a real provider on $name", ({ open }) => {
  let db: Db;
  let provider: LocalProvider;
  let service: Service;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    provider = await localProvider(`${ORIGIN}${BACK}`);
    service = await serve(db, { sso: singleSignOn({ issuer: provider.issuer, ...CLIENT }), now: Date.now() });
  });
  afterAll(async () => {
    await service?.close();
    await provider?.close();
    await db?.close();
  });

  const known = (account: string) => person(service, "office", { ssoSubject: `${provider.issuer}|${account}` });
  /** Where the provider sends a browser back to, once it has said who there is. */
  async function sentBack(browser: Client, account: string, ways: readonly string[]): Promise<string> {
    const begun = await browser.get("/sign-in/sso");
    expect(begun.status).toBe(303);
    Object.assign(provider.who, { account, ways });
    const back = new URL(await provider.visit(String(begun.headers.location)));
    expect(`${back.origin}${back.pathname}`).toBe(`${ORIGIN}${BACK}`);
    return `${back.pathname}${back.search}`;
  }
  const isIn = async (browser: Client) => (await browser.get("/account")).status === 200;

  it("lets in whom the provider asked for more than one factor", async () => {
    await known("alice");
    const browser = client(service);
    const answer = await browser.get(await sentBack(browser, "alice", BOTH_FACTORS));
    expect([answer.status, answer.headers.location]).toEqual([303, "/"]);
    expect(await isIn(browser)).toBe(true);
  });

  it("asks for our second factor where the provider asked for one only", async () => {
    await known("bob");
    const browser = client(service);
    expect((await browser.get(await sentBack(browser, "bob", ONE_FACTOR))).status).toBe(303);
    expect(await isIn(browser)).toBe(false);
    await browser.post("/sign-in/code", { code: codeNow(service) });
    expect(await isIn(browser)).toBe(true);
  });

  it("lets nobody in who has no account, or no longer one", async () => {
    const gone = await known("carol");
    await disablePerson(db, gone.id, service.clock.now);
    for (const account of ["mallory", "carol"]) {
      const browser = client(service);
      const answer = await browser.get(await sentBack(browser, account, BOTH_FACTORS));
      expect([answer.status, answer.text.includes("sso-unknown"), await isIn(browser)], account).toEqual([
        ...[403, true, false],
      ]);
    }
  });

  /** Somebody whose password is not too old today. */
  const of = async (role: Role) => {
    const made = await person(service, role);
    await db.query("update person set password_set_at = $2 where id = $1", [
      made.id,
      new Date(service.clock.now).toISOString(),
    ]);
    return made;
  };

  it("ties an account to an identity on the page, audited, and its roles wait for the security officer", async () => {
    const administrator = await signedIn(service, await of("administrator"));
    const officer = await signedIn(service, await of("security-officer"));
    const made = await of("office");
    const desk = await signedIn(service, made);
    const sso = `${provider.issuer}|frank`;
    expect((await administrator.get("/people")).text).toContain('action="/people/identity"');
    const answer = await administrator.post("/people/identity", { account: made.account, sso });
    expect([answer.status, answer.text.includes("须经安全管理员授权后生效")]).toEqual([200, true]);
    expect((await desk.get("/account")).status, "who was in is out").toBe(303);

    const browser = client(service);
    await browser.get(await sentBack(browser, "frank", BOTH_FACTORS));
    expect((await browser.get("/alerts")).headers.location).toBe("/sign-in/waiting");
    expect((await officer.get(`/rights/${made.account}`)).text, "the officer sees who it is").toContain(sso);
    await officer.post(`/rights/${made.account}/grant`);
    expect((await browser.get("/alerts")).status).toBe(200);

    const told = await administrator.post("/api/people/identity", { account: made.account, sso: "" });
    expect(JSON.parse(told.text)).toEqual({ account: made.account, rights: "granted", disabled: false, link: null });
    expect(await isIn(browser)).toBe(false);
    const rows = await auditFound(db, { action: "person-identity" }, { before: null, size: 9 });
    expect(rows.map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([
      [`person:${made.account}`, { ssoSubject: null, before: { ssoSubject: sso }, rights: "granted" }],
      [`person:${made.account}`, { ssoSubject: sso, before: { ssoSubject: null }, rights: "waiting" }],
    ]);
  });

  it("ties no identity to two accounts, none that is not one, and none by any other desk", async () => {
    const administrator = await signedIn(service, await of("administrator"));
    const officer = await signedIn(service, await of("security-officer"));
    await known("grace");
    const made = await of("office");
    const tie = async (by: Client, sso: string) =>
      (await by.post("/api/people/identity", { account: made.account, sso })).text;
    expect(await tie(administrator, `${provider.issuer}|grace`)).toContain("account-taken");
    expect(await tie(administrator, "grace")).toContain("identity-wrong");
    expect((await officer.post("/api/people/identity", { account: made.account, sso: "" })).status).toBe(403);
    const added = { account: "heidi", name: "某", role: "office", sso: `${provider.issuer}|heidi` };
    expect(JSON.parse((await administrator.post("/api/people/add", added)).text)).toMatchObject({ rights: "waiting" });
    expect(await personBySso(db, added.sso)).toMatchObject({ account: "heidi" });
  });

  it("takes an answer once, and only in the browser that asked", async () => {
    await known("dave");
    const [browser, other] = [client(service), client(service)];
    const back = await sentBack(browser, "dave", BOTH_FACTORS);
    await other.get("/sign-in");
    expect((await other.get(back)).text).toContain("sso-not-begun");
    const again = await sentBack(browser, "dave", BOTH_FACTORS);
    expect((await browser.get(again)).status).toBe(303);
    const fresh = client(service);
    for (const [name, value] of browser.jar) fresh.jar.set(name, value);
    expect((await fresh.get(again)).text).toContain("sso-not-begun");
  });

  it("refuses a code that the provider did not give to this start", async () => {
    await known("erin");
    const [browser, thief] = [client(service), client(service)];
    const stolen = new URLSearchParams((await sentBack(browser, "erin", BOTH_FACTORS)).split("?")[1]);
    const own = new URLSearchParams((await sentBack(thief, "erin", BOTH_FACTORS)).split("?")[1]);
    own.set("code", stolen.get("code")!);
    const answer = await thief.get(`${BACK}?${own}`);
    expect([answer.status, answer.text.includes("sso-failed"), await isIn(thief)]).toEqual([403, true, false]);
  });

  it("says so when the provider is not there, and password and code still lead in", async () => {
    const sso = singleSignOn({ issuer: "http://127.0.0.1:1", ...CLIENT });
    const alone = await serve(db, { sso });
    const answer = await client(alone).get("/sign-in/sso");
    expect([answer.status, answer.text.includes("sso-failed")]).toEqual([403, true]);
    expect((await client(alone).get("/sign-in")).status).toBe(200);
    await alone.close();
  });
});
