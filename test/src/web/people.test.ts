import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { disablePerson, personByAccount } from "../../../src/db/people/person.ts";
import { oneDatabase } from "../../databases.ts";
import { emptyPlace } from "../../takes.ts";
import { type Client, client, codeNow, PASSWORD, person, type Service, serve, signedIn } from "./service.ts";

interface View {
  readonly total: number;
  readonly securityOfficer: boolean;
  readonly next: string | null;
  readonly people: readonly { readonly account: string; readonly state: string; readonly lastSignIn: string | null }[];
}

describe.each(oneDatabase())("the list of accounts on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let administrator: Client;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    service = await serve(db);
    administrator = await signedIn(service, await person(service, "administrator"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const look = async (query: string) => JSON.parse((await administrator.get(`/api/people?${query}`)).text) as View;
  const one = async (account: string) => (await look(`q=${account}`)).people.find((each) => each.account === account)!;

  it("tells how each stands, what weighs most first", async () => {
    const works = await person(service, "office");
    const waits = await person(service, "office", { rights: "waiting" });
    const locked = await person(service, "office");
    const disabled = await person(service, "office", { rights: "waiting" });
    for (let failure = 0; failure < 5; failure++) {
      const browser = client(service);
      await browser.get("/sign-in");
      await browser.post("/sign-in", { account: locked.account, password: "wrong" });
    }
    await disablePerson(db, disabled.id, service.clock.now);
    const cases = [
      [works, "works"],
      [waits, "waiting"],
      [locked, "locked"],
      [disabled, "disabled"],
    ] as const;
    for (const [{ account }, state] of cases) {
      expect((await one(account)).state).toBe(state);
      const found = (await look(`state=${state}&q=office`)).people;
      expect(new Set(found.map((each) => each.state))).toEqual(new Set([state]));
      expect(found.map((each) => each.account)).toContain(account);
    }
    const page = (await administrator.get(`/people?q=${waits.account}`)).text;
    expect(page).toContain("待授权");
    expect((await administrator.get("/people?state=nothing-like-it")).status).toBe(400);
  });

  it("tells the last time somebody came in with both factors, and no half-way", async () => {
    const made = await person(service, "office");
    const browser = client(service);
    await browser.get("/sign-in");
    await browser.post("/sign-in", { account: made.account, password: PASSWORD });
    expect((await one(made.account)).lastSignIn).toBeNull();
    await browser.post("/sign-in/code", { code: codeNow(service) });
    expect((await one(made.account)).lastSignIn).toBe(new Date(service.clock.now).toISOString());
  });

  it("is looked through by account or name, and in pages of which none leaves one out", async () => {
    for (let i = 0; i < 60; i++) await person(service, "analyst");
    const seen: string[] = [];
    let next: string | null = "";
    let total = 0;
    while (next !== null) {
      const view: View = await look(`q=ANALYST${next === "" ? "" : `&after=${next}`}`);
      seen.push(...view.people.map(({ account }) => account));
      ({ next, total } = view);
    }
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
    expect(total).toBeGreaterThanOrEqual(60);
    const page = (await administrator.get("/people")).text;
    expect([page.includes('name="q"'), page.includes("下一页")]).toEqual([true, true]);
  });

  it("says whether a security officer is in effect who can grant", async () => {
    const officer = await person(service, "security-officer");
    expect((await look("")).securityOfficer).toBe(true);
    await db.query("update person set disabled_at = now() where 'security-officer' = any (roles)");
    expect((await look("")).securityOfficer, "not when disabled").toBe(false);
    expect((await administrator.get("/people")).text).toContain("须由服务器管理人员在服务器上授权");
    await db.query("update person set disabled_at = null where id = $1", [officer.id]);
  });
});

describe.each(oneDatabase())("a place from before rights were granted on $name", ({ open }) => {
  it("keeps for each account what it may do", async () => {
    const db = await open();
    await migrate(db);
    await db.query("drop table rights_decision");
    await db.query("delete from schema_migration where name = '090_rights.sql'");
    await db.query(
      `insert into person (account, name, roles, departments, regions, created_at, created_by)
       values ('old', '老张', '{regulator}', '{miit}', '{}', '2026-01-05T00:00:00Z', 'command line:root')`,
    );
    await migrate(db);
    expect(await personByAccount(db, "old")).toMatchObject({ rights: "granted", roles: ["regulator"] });
    await db.close();
  });
});
