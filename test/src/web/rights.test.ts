import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PERSON_TASKS } from "../../../jobs/people/person-tasks.ts";
import { codeAt, stepAt } from "../../../src/auth/totp.ts";
import { auditFound } from "../../../src/db/audit/audit.ts";
import type { Db } from "../../../src/db/db.ts";
import { people } from "../../../src/db/people/person.ts";
import { wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { emptyPlace } from "../../takes.ts";
import {
  type Client,
  client,
  type Made,
  PASSWORD,
  person,
  type Service,
  serve,
  signedIn,
  withToken,
} from "./service.ts";

/** The secret that the page shows to be typed into the app, as bytes. */
function shownSecret(page: string): Uint8Array {
  const letters = /class="secret">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(" ", "");
  const bits = [...letters]
    .map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0"))
    .join("");
  return Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
}

describe.each(oneDatabase())("rights in effect only once granted on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let administrator: Client;
  beforeEach(async () => {
    db = await emptyPlace(await open());
    service = await serve(db);
    administrator = await signedIn(service, await person(service, "administrator"));
  });
  afterEach(async () => {
    await service?.close();
    await db?.close();
  });

  interface Told {
    readonly account: string;
    readonly rights: string;
    readonly link: string;
  }
  const add = async (fields: Readonly<Record<string, string>>): Promise<Told> =>
    JSON.parse((await administrator.post("/api/people/add", { name: "某", ...fields })).text) as Told;
  const reset = async (account: string): Promise<Told> =>
    JSON.parse((await administrator.post("/api/people/reset", { account })).text) as Told;

  /** Follows a link to a password and a second factor, as its owner does. */
  async function comeIn({ link }: Told): Promise<Client> {
    const browser = client(service);
    const path = new URL(link).pathname;
    await browser.get(path);
    await browser.post(path, { password: PASSWORD, again: PASSWORD });
    const secret = shownSecret((await browser.get("/sign-in/enrol")).text);
    await browser.post("/sign-in/enrol", { code: codeAt(secret, stepAt(service.clock.now)) });
    return browser;
  }
  const where = async (browser: Client, path = "/alerts") => {
    const { status, headers } = await browser.get(path);
    return status === 303 ? headers.location : status;
  };
  const detailOf = async (action: string, account: string) => {
    const rows = await auditFound(db, {}, { before: null, size: 100 });
    const row = rows.find((one) => one.action === action && one.subject === `person:${account}`);
    return { actor: row?.actor, ...(JSON.parse(row?.detail ?? "{}") as Record<string, unknown>) };
  };

  it("an administrator alone cannot make an account that sees anything", async () => {
    // The very first security officer counts at once, and the log says that nobody granted it.
    const first = await add({ account: "officer-a", role: "security-officer" });
    expect(first.rights).toBe("granted");
    expect(await detailOf("person-added", "officer-a")).toMatchObject({
      firstSecurityOfficer: true,
      rights: "granted",
    });
    const officer = await comeIn(first);
    expect(await where(officer, "/rights")).toBe(200);

    const told = await add({ account: "office-a", role: "office" });
    expect(told.rights).toBe("waiting");
    const desk = await comeIn(told);
    expect([await where(desk), await where(desk, "/"), await where(desk, "/account")]).toEqual(
      Array(3).fill("/sign-in/waiting"),
    );
    const page = (await desk.get("/sign-in/waiting")).text;
    expect(page).toContain("须由安全管理员授权");
    expect(page, "and no page of anybody's is offered").not.toContain('href="/alerts"');
    expect((await administrator.post("/rights/office-a/grant")).status, "nor can the administrator grant").toBe(403);

    expect((await officer.get("/rights")).text).toContain("office-a");
    const { signIns } = JSON.parse((await officer.get("/api/rights/office-a")).text) as { signIns: { way: string }[] };
    expect(
      signIns.map(({ way }) => way),
      "from where it was taken into use",
    ).toEqual(["password", "password"]);
    expect((await officer.post("/rights/office-a/grant")).status).toBe(303);
    expect(await where(desk), "with the next request, without signing in again").toBe(200);
    expect(await detailOf("rights-grant", "office-a")).toMatchObject({ actor: "officer-a", roles: ["office"] });
  });

  it("a new link puts the roles back to waiting: whoever gave it out could use it", async () => {
    const officer = await signedIn(service, await person(service, "security-officer"));
    const made = await person(service, "office");
    const told = await reset(made.account);
    expect(told.rights).toBe("waiting");
    const desk = await comeIn(told);
    expect(await where(desk)).toBe("/sign-in/waiting");
    await officer.post(`/rights/${made.account}/grant`);
    expect(await where(desk)).toBe(200);
  });

  it("a reset of the only security officer lets the administrator put none in the place", async () => {
    await add({ account: "officer-a", role: "security-officer" });
    const told = await reset("officer-a");
    expect(told.rights).toBe("waiting");
    const other = await add({ account: "officer-b", role: "security-officer" });
    expect(other.rights, "there was one before").toBe("waiting");
    const task = { db, profile: wushan, options: {}, origin: service.origin, actor: "command line:root" };
    const grant = { ...task, account: "officer-a", byHolder: true, now: service.clock.now };
    expect((await PERSON_TASKS.grant(grant)).json).toEqual({ account: "officer-a", rights: "granted" });
    expect(await detailOf("rights-grant", "officer-a")).toMatchObject({ actor: "command line:root" });
    const list = JSON.parse((await administrator.get("/api/people")).text) as { securityOfficer: boolean };
    expect(list.securityOfficer).toBe(true);
  });

  it("of two first security officers added in the same moment one counts and the other waits", async () => {
    const task = { db, profile: wushan, origin: service.origin, actor: "made-up", byHolder: false };
    const options = { name: "某", role: "security-officer" };
    const addBoth = () =>
      ["officer-a", "officer-b"].map((account) =>
        PERSON_TASKS.add({ ...task, account, options, now: service.clock.now }),
      );
    const told = await Promise.all(db.kind === "postgres" ? await waitingForTheLog(addBoth) : addBoth());
    expect(told.map(({ json }) => json.rights).toSorted()).toEqual(["granted", "waiting"]);
    expect((await people(db)).filter(({ roles }) => roles.includes("security-officer"))).toHaveLength(1);
  });

  /** Begins what writes the audit log while somebody else writes it, until all of it waits. */
  async function waitingForTheLog<T>(begin: () => Promise<T>[]): Promise<Promise<T>[]> {
    return db.transaction(async (tx) => {
      await tx.query("select from audit_head for update");
      const begun = begin();
      const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      while ((await db.query(waits)).length < begun.length) await setTimeout(5);
      return begun;
    });
  }

  it("nobody rules on their own account", async () => {
    const made = await person(service, "security-officer");
    const officer = await signedIn(service, made);
    for (const ruling of ["grant", "refuse", "withdraw", "change"]) {
      const roles = ruling === "change" ? { role: "office" } : {};
      const answer = await officer.post(`/api/rights/${made.account}/${ruling}`, { ...roles, reason: "自批" });
      expect([ruling, answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([
        ruling,
        403,
        "rights-own-account",
      ]);
    }
    expect((await officer.get(`/rights/${made.account}`)).text).toContain("须由另一位安全管理员办理");
  });

  describe("of somebody at work", () => {
    let officer: Client;
    let made: Made;
    let desk: Client;
    let program: Client;
    beforeEach(async () => {
      officer = await signedIn(service, await person(service, "security-officer"));
      made = await person(service, "office");
      desk = await signedIn(service, made);
      program = await withToken(service, made, "read");
    });

    it("end at once when they are taken away, in the browser and for programs, and the person reads why", async () => {
      expect([await where(desk), await where(program, "/api/alerts")]).toEqual([200, 200]);
      expect((await officer.post(`/rights/${made.account}/withdraw`, { reason: "" })).status, "without a word").toBe(
        422,
      );
      await officer.post(`/rights/${made.account}/withdraw`, { reason: "调离岗位" });
      expect(await where(desk)).toBe("/sign-in/waiting");
      expect((await desk.get("/sign-in/waiting")).text).toContain("调离岗位");
      const refused = await program.get("/api/alerts");
      expect([refused.status, (JSON.parse(refused.text) as { code: string }).code]).toEqual([403, "refused-rights"]);
    });

    it("are others with the next request when the roles are changed", async () => {
      await officer.post(`/rights/${made.account}/withdraw`, { reason: "调离岗位" });
      const change = { role: "township", region: "500237001", reason: "借调乡镇" };
      const ruled = await officer.post(`/api/rights/${made.account}/change`, change);
      expect(JSON.parse(ruled.text)).toEqual({ account: made.account, rights: "granted" });
      expect([await where(desk), await where(desk, "/recipients")]).toEqual([200, 403]);
      const one = JSON.parse((await officer.get(`/api/rights/${made.account}`)).text) as {
        decisions: { state: string; roles: string[]; reason: string }[];
      };
      expect(one.decisions.map(({ state, roles, reason }) => [state, roles, reason])).toEqual([
        ["granted", ["township"], "借调乡镇"],
        ["withdrawn", ["office"], "调离岗位"],
        ["granted", ["office"], ""],
      ]);
      expect(await detailOf("rights-change", made.account)).toMatchObject({ before: { roles: ["office"] } });
    });

    it("are never those of two administrators in one, nor of a region that is not there", async () => {
      const change = async (fields: Readonly<Record<string, string>>) =>
        (JSON.parse((await officer.post(`/api/rights/${made.account}/change`, fields)).text) as { code: string }).code;
      expect(await change({ role: "regulator", reason: "缺部门" })).toBe("person-department-missing");
      expect(await change({ role: "township", region: "无此镇", reason: "错字" })).toBe("region-unknown");
      const both = new URLSearchParams({ csrf: officer.formToken(), reason: "兼任" });
      for (const role of ["administrator", "auditor"]) both.append("role", role);
      const form = { "content-type": "application/x-www-form-urlencoded" };
      const answer = await officer.ask("POST", `/api/rights/${made.account}/change`, both.toString(), form);
      expect((JSON.parse(answer.text) as { code: string }).code).toBe("person-not-apart");
    });

    it("are never in effect when they were refused, and the person reads why", async () => {
      const told = await add({ account: "office-b", role: "office" });
      await officer.post(`/rights/office-b/refuse`, { reason: "岗位不符" });
      const browser = await comeIn(told);
      expect((await browser.get("/sign-in/waiting")).text).toContain("岗位不符");
      expect(await where(browser)).toBe("/sign-in/waiting");
    });
  });
});
