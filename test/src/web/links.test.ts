import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PERSON_TASKS } from "../../../jobs/people/person-tasks.ts";
import { demoLines } from "../../../jobs/web/demo-link.ts";
import { setUpLines } from "../../../jobs/web/set-up-link.ts";
import { codeAt, stepAt } from "../../../src/auth/totp.ts";
import { verifyAudit } from "../../../src/db/audit/audit.ts";
import type { Db } from "../../../src/db/db.ts";
import { people } from "../../../src/db/people/person.ts";
import { wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { emptyPlace } from "../../takes.ts";
import { client, PASSWORD, person, type Service, serve, signedIn } from "./service.ts";

/** The secret that the page shows to be typed into the app, as bytes. */
function shownSecret(page: string): Uint8Array {
  const letters = /class="secret">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(" ", "");
  const bits = [...letters]
    .map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0"))
    .join("");
  return Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
}

describe.each(oneDatabase())("ways in without a default account on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  beforeEach(async () => {
    db = await emptyPlace(await open());
    service = await serve(db);
  });
  afterEach(async () => {
    await service?.close();
    await db?.close();
  });

  const pathOf = (lines: readonly { readonly zh: string }[]) => new URL(lines.at(-1)!.zh.trim()).pathname;
  const task = (name: keyof typeof PERSON_TASKS, account: string, options: Record<string, string> = {}) =>
    PERSON_TASKS[name]({
      db,
      profile: wushan,
      account,
      options,
      origin: service.origin,
      actor: "test",
      byHolder: true,
      now: service.clock.now,
    });
  const enrol = async (browser: ReturnType<typeof client>) => {
    const secret = shownSecret((await browser.get("/sign-in/enrol")).text);
    return browser.post("/sign-in/enrol", { code: codeAt(secret, stepAt(service.clock.now)) });
  };

  // One story in order: the first minutes of a new installation.
  it("the first start prints a link that makes one administrator, once", async () => {
    expect(await people(db)).toEqual([]);
    const replaced = pathOf(await setUpLines(db, service.origin, service.clock.now));
    const path = pathOf(await setUpLines(db, service.origin, service.clock.now));
    const browser = client(service);
    expect((await browser.get(replaced)).status, "a second start kills the first link").toBe(404);
    expect((await browser.get("/set-up/guessed")).status).toBe(404);
    expect((await browser.get(path)).status, "looking uses nothing up").toBe(200);
    const fields = { account: "Admin1", name: "王五", password: "short", again: "other" };
    const bad = await browser.post(path, fields);
    expect([bad.status, bad.text.includes("至少 12 个字符"), bad.text.includes("两次输入的密码不同")]).toEqual([
      422,
      true,
      true,
    ]);
    const good = { ...fields, password: PASSWORD, again: PASSWORD };
    const made = await Promise.all([browser.post(path, good), client(service).post(path, good)]);
    expect(made.map(({ status }) => status).sort(), "the other browser had no form of ours").toEqual([303, 403]);
    expect((await people(db)).map(({ account, roles }) => [account, roles])).toEqual([["admin1", ["administrator"]]]);
    expect((await browser.get("/")).headers.location, "nothing opens before the second factor").toBe("/sign-in/enrol");
    const codes = await enrol(browser);
    expect(codes.text.match(/<li class="secret">/g)?.length).toBe(10);
    expect((await browser.get("/account")).status).toBe(200);
    expect((await client(service).get(path)).status, "the link is dead").toBe(404);
    expect(await setUpLines(db, service.origin, service.clock.now), "and no other is printed").toEqual([]);

    const link = pathOf((await task("add", "li.si", { name: "李四", role: "township", region: "高唐街道" })).lines);
    const other = client(service);
    await other.get(link);
    expect((await other.post(link, { password: PASSWORD, again: PASSWORD })).headers.location).toBe("/sign-in/enrol");
    expect((await enrol(other)).status).toBe(200);
    expect((await other.get("/recipients")).status, "the whole county's recipients are not a township's").toBe(403);

    const late = pathOf((await task("reset", "li.si")).lines);
    expect((await other.get("/account")).status, "a reset ends sessions").toBe(303);
    service.clock.now += 72 * 3_600_000;
    expect((await client(service).get(late)).status, "a link runs out").toBe(404);

    await task("disable", "li.si");
    const again = pathOf((await task("reset", "li.si")).lines);
    expect((await client(service).get(again)).status, "a reset brings back who was disabled").toBe(200);
    await task("disable", "li.si");
    expect((await client(service).get(again)).status, "but not through an older link").toBe(404);

    const demo = pathOf(await demoLines(db, service.origin, service.clock.now));
    const visitor = client(service);
    expect((await visitor.get(demo)).status).toBe(200);
    expect((await visitor.post(demo)).headers.location).toBe("/");
    expect((await visitor.get("/reports")).status).toBe(200);
    expect((await visitor.post(demo)).status, "once").not.toBe(303);
    const { faults, rows } = await verifyAudit(db);
    expect([faults, rows > 10]).toEqual([[], true]);
  });

  it("asks for the second factor after a link where one is set up", async () => {
    const made = await person(service, "office");
    const link = await PERSON_TASKS.list({ db });
    expect(link.json.people).toContainEqual(expect.objectContaining({ account: made.account, secondFactor: true }));
    const browser = await signedIn(service, made);
    expect((await browser.get("/sign-in/code")).headers.location, "who is in has no business there").toBe("/");
  });

  it.each([
    [{ role: "regulator" }, "person-department-missing"],
    [{ role: "regulator", department: "nowhere" }, "department-unknown"],
    [{ role: "township", region: "无此镇" }, "region-unknown"],
    [{ role: "administrator,auditor" }, "person-not-apart"],
    [{ role: "king" }, "role-unknown"],
    [{}, "person-no-role"],
  ] as const)("person add %o is refused: %s", async (options, code) => {
    await expect(task("add", "someone", { name: "某", ...options })).rejects.toMatchObject({ code });
  });

  it("person add refuses a name that is taken or none", async () => {
    await task("add", "taken", { name: "某", role: "office" });
    await expect(task("add", "Taken", { name: "某", role: "office" })).rejects.toMatchObject({ code: "account-taken" });
    await expect(task("add", "张三", { name: "某", role: "office" })).rejects.toMatchObject({ code: "account-wrong" });
    await expect(task("reset", "nobody")).rejects.toMatchObject({ code: "person-unknown" });
  });
});
