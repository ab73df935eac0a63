import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

const NOW = Date.parse("2026-01-12T02:00:00Z");

interface Told {
  readonly id: number;
  readonly subjectKind: string;
  readonly subject: string;
  readonly standing: string;
  readonly end: { readonly reason: string } | null;
}

describe.each(testDatabases())("planned pauses in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let regulator: Client;
  let own: string;
  let foreign: string;
  beforeAll(async () => {
    db = await open();
    await fillCounty(db, 20, 3);
    service = await serve(db, { now: NOW });
    const [first, second] = await db.query<{ code: string; departments: string[] }>(
      `select distinct on (s.departments) e.code, s.departments from enterprise e
       join enterprise_scope s on s.enterprise_id = e.id where cardinality(s.departments) = 1 order by s.departments, e.id`,
    );
    [own, foreign] = [first!.code, second!.code];
    office = await signedIn(service, await person(service, "office"));
    regulator = await signedIn(service, await person(service, "regulator", { departments: first!.departments }));
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const told = async (reader: Client) =>
    (JSON.parse((await reader.get("/api/pauses")).text) as { pauses: Told[] }).pauses;
  const pause = (reader: Client, kind: string, subject: string, more: Readonly<Record<string, string>> = {}) =>
    reader.post("/api/pauses", { kind, subject, from: "2026-01-10", until: "2026-01-20", reason: "年度检修", ...more });
  const idOf = (answer: { readonly text: string }) => (JSON.parse(answer.text) as { id: number }).id;
  const find = async (reader: Client, id: number) => (await told(reader)).find((one) => one.id === id);

  it("stand as current, coming or ended, and each is in the log", async () => {
    const current = idOf(await pause(office, "enterprise", own));
    const coming = idOf(await pause(office, "industry", "C", { from: "2026-02-01", until: "2026-02-10" }));
    const past = idOf(await pause(office, "region", "500237001", { from: "2026-01-01", until: "2026-01-11" }));
    const all = await told(office);
    const standings = [current, coming, past].map((id) => all.find((one) => one.id === id)!.standing);
    expect(standings).toEqual(["current", "coming", "ended"]);
    const page = (await office.get("/pauses")).text;
    for (const words of ["正在停提醒", "年度检修", "2026-02-01 – 2026-02-10", "制造业"]) expect(page).toContain(words);
    const audit = await db.query<{ action: string }>("select action from audit where subject = $1", [
      `enterprise:${own}`,
    ]);
    expect(audit.map(({ action }) => action)).toContain("pause-add");
  });

  it("end before their time with a reason, once, and both ends are kept", async () => {
    const id = idOf(await pause(office, "place", ""));
    expect(await find(office, id)).toMatchObject({ subject: wushan.place, standing: "current" });
    expect((await office.post(`/pauses/${id}/end`, { reason: "检修提前完成" })).status).toBe(303);
    expect(await find(office, id)).toMatchObject({ standing: "ended", end: { reason: "检修提前完成" } });
    expect((await office.get("/pauses")).text).toContain("提前结束：检修提前完成");
    const again = await office.post(`/pauses/${id}/end`, { reason: "再次" });
    expect([again.status, again.text.includes("pause-unknown")]).toEqual([404, true]);
  });

  it("are announced and ended by a regulator for enterprises of its own alone", async () => {
    const mine = idOf(await pause(regulator, "enterprise", own));
    expect((await regulator.post(`/api/pauses/${mine}/end`, { reason: "完成" })).status).toBe(200);
    expect((await pause(regulator, "enterprise", foreign)).status).toBe(404);
    for (const [kind, subject] of [
      ["industry", "C"],
      ["region", "500237001"],
      ["place", ""],
    ] as const)
      expect([kind, (await pause(regulator, kind, subject)).status]).toEqual([kind, 403]);
    const others = idOf(await pause(office, "enterprise", foreign));
    expect(await find(regulator, others)).toBeUndefined();
    expect((await regulator.post(`/pauses/${others}/end`, { reason: "越权" })).status).toBe(404);
    const general = idOf(await pause(office, "industry", "C"));
    expect(await find(regulator, general)).toBeDefined();
    expect((await regulator.post(`/pauses/${general}/end`, { reason: "越权" })).status).toBe(403);
    const page = (await regulator.get("/pauses")).text;
    expect([page.includes("停一户企业的提醒"), page.includes("停一个行业的提醒")]).toEqual([true, false]);
  });

  it("that cannot be are refused with their cause", async () => {
    const refusals = [
      [await pause(office, "enterprise", own, { from: "2026-01-20", until: "2026-01-10" }), "pause-backwards"],
      [await pause(office, "industry", "ZZ"), "pause-subject-unknown"],
      [await pause(office, "enterprise", own, { until: "下周" }), "input-wrong"],
      [await pause(office, "enterprise", own, { reason: " " }), "input-wrong"],
      [await pause(office, "county", own), "input-wrong"],
    ] as const;
    for (const [answer, problem] of refusals) expect(answer.text).toContain(problem);
  });

  it("are one press from the inbox for those who may announce one, and filled in from an alert", async () => {
    expect((await regulator.get("/alerts")).text).toContain('href="/pauses"');
    const township = await signedIn(service, await person(service, "township", { regions: ["500237001"] }));
    expect((await township.get("/alerts")).text).not.toContain("/pauses");
    const page = (await office.get(`/pauses?enterprise=${own}`)).text;
    expect(page).toContain(`value="${own}"`);
  });
});
