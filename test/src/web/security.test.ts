import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditFound } from "../../../src/db/audit/audit.ts";
import type { Db } from "../../../src/db/db.ts";
import { oneDatabase } from "../../databases.ts";
import { emptyPlace } from "../../takes.ts";
import { type Client, client, PASSWORD, person, type Service, serve, signedIn } from "./service.ts";

interface View {
  readonly locked: readonly { readonly account: string; readonly until: string }[];
  readonly addresses: readonly { readonly address: string }[];
  readonly strangers: number;
  readonly total: number;
  readonly sessions: readonly { readonly id: number; readonly account: string; readonly own: boolean }[];
  readonly next: string | null;
  readonly policies: readonly { readonly code: string; readonly value: { readonly zh: string } }[];
}

describe.each(oneDatabase())("the security officer's page on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let officer: Client;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    service = await serve(db);
    officer = await signedIn(service, await person(service, "security-officer"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const look = async (query = "") => JSON.parse((await officer.get(`/api/security${query}`)).text) as View;
  const tries = async (account: string, password: string, address?: string) => {
    const browser = client(service, address);
    await browser.get("/sign-in");
    return browser.post("/sign-in", { account, password });
  };

  it("names who is locked out as the lock itself counts, and lets them in again", async () => {
    const made = await person(service, "office");
    const lockedNames = async () => (await look()).locked.map(({ account }) => account);
    for (let failure = 1; failure <= 4; failure++) await tries(made.account, "wrong");
    expect(await lockedNames(), "the fifth attempt would still be heard").not.toContain(made.account);
    await tries(made.account, "wrong");
    expect(await lockedNames()).toContain(made.account);
    expect((await tries(made.account, PASSWORD)).status, "even the right password is not heard").toBe(401);
    const { locked } = await look();
    const own = locked.find(({ account }) => account === made.account);
    expect(Date.parse(own!.until)).toBe(service.clock.now + 15 * 60_000);
    expect((await officer.get("/security")).text).toContain(made.account);

    expect((await officer.post("/security/unlock", { account: made.account })).status).toBe(303);
    expect(await lockedNames()).not.toContain(made.account);
    expect((await tries(made.account, PASSWORD)).status).toBe(303);
    const [row] = await auditFound(db, {}, { before: null, size: 100 }).then((rows) =>
      rows.filter((r) => r.action === "account-unlocked"),
    );
    expect(row?.subject).toBe(`person:${made.account}`);
  });

  it("counts names that are nobody's without telling what was typed, and shows addresses that are not heard", async () => {
    const before = (await look()).strangers;
    for (let failure = 0; failure < 20; failure++)
      await tries(`nobody-${failure % 4}`, "Secret-typed-here", "10.9.9.9");
    const view = await look();
    expect(view.strangers - before).toBe(4);
    expect(view.addresses.map(({ address }) => address)).toContain("10.9.9.9");
    expect((await officer.get("/security")).text).not.toMatch(/nobody-\d|Secret-typed/);
  });

  it("ends a session of anybody's at once, but not the one it is asked from", async () => {
    const made = await person(service, "office");
    const desk = await signedIn(service, made);
    expect((await desk.get("/account")).status).toBe(200);
    const { sessions } = await look();
    const theirs = sessions.find(({ account }) => account === made.account)!;
    expect((await officer.post(`/security/sessions/${theirs.id}/end`)).status).toBe(303);
    expect((await desk.get("/account")).headers.location).toContain("/sign-in");
    const asking = await signedIn(service, await person(service, "security-officer"));
    const [newest] = (JSON.parse((await asking.get("/api/security")).text) as View).sessions;
    expect([newest!.own, (await asking.post(`/security/sessions/${newest!.id}/end`)).status]).toEqual([true, 404]);
    expect((await officer.post(`/security/sessions/${theirs.id}/end`)).status, "it has ended").toBe(404);
    expect((await look()).sessions.map(({ id }) => id)).not.toContain(theirs.id);
  });

  it("turns pages through all sessions, each once", async () => {
    const made = await person(service, "office");
    for (let i = 0; i < 60; i++) await signedIn(service, made);
    const { total } = await look();
    const seen: number[] = [];
    let next: string | null = "";
    while (next !== null) {
      const view: View = await look(next === "" ? "" : `?after=${next}`);
      seen.push(...view.sessions.map(({ id }) => id));
      ({ next } = view);
    }
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
    expect(seen.length).toBeGreaterThan(60);
  });

  it("says the rules in force by the numbers that decide", async () => {
    const { policies } = await look();
    const values = Object.fromEntries(policies.map(({ code, value }) => [code, value.zh]));
    expect(values).toMatchObject({
      ...{ idle: "30 分钟", absolute: "12 小时", "account-failures": "5 次", "lock-minutes": "15 分钟" },
      ...{ "per-person": "300 次/分钟", "single-sign-on": "未启用", "maximum-age": "90 天", classes: "3 类" },
    });
  });
});
