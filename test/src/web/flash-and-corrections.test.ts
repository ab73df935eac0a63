import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth, parseMonth } from "../../../models/month.ts";
import type { Role } from "../../../models/rights/roles.ts";
import type { Db } from "../../../src/db/db.ts";
import { scopedTo } from "../../../src/db/scope/scoped-to.ts";
import { fillCounty, runOn } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

describe.each(testDatabases())("reports that no run writes, in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  const month = parseMonth("2025-09");
  let [analyst, office, regulator]: Client[] = [];
  beforeAll(async () => {
    db = await open();
    await fillCounty(db, 120, 26);
    await runOn(db, month);
    service = await serve(db, { now: Date.parse("2026-02-10T02:00:00Z") });
    const desk = async (role: Role) => signedIn(service, await person(service, role, { departments: ["miit"] }));
    [analyst, office, regulator] = [await desk("analyst"), await desk("office"), await desk("regulator")];
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const issue = async (path: string) => {
    for (const [client, deed] of [
      [analyst!, "review"],
      [office!, "issue"],
    ] as const)
      expect([deed, (await client.post(`${path}/${deed}`)).headers.location]).toEqual([deed, path]);
  };

  it("a flash report is found at its event, reviewed, issued and listed, and its draft is for who sees the whole place", async () => {
    const [{ code }] = (await db.query<{ code: string }>(
      "select e.code from enterprise e join enterprise_scope s on s.enterprise_id = e.id where 'miit' = any (s.departments) order by e.id limit 1",
    )) as [{ code: string }];
    await office!.post(`/enterprises/${code}/events`, { kind: "closure", on: "2026-02-09", people: "61" });
    const page = (await office!.get(`/enterprises/${code}`)).text;
    const path = /href="(\/reports\/2026-02\/flash\/[^"]+)">突发专报/.exec(page)![1]!;
    expect(path).not.toContain("%2F");
    expect((await regulator!.get(`/enterprises/${code}`)).text).not.toContain("突发专报");
    expect((await regulator!.get(path)).status).toBe(404);
    expect((await analyst!.get(path)).text).toMatch(/草稿，尚未审核。[\s\S]*61人/);
    await issue(path);
    expect((await office!.get(path)).text, "nothing to correct yet").not.toContain("印发更正通知");
    const docx = await office!.get(`${path}/files/docx`);
    expect([docx.status, docx.text.slice(0, 2)]).toEqual([200, "PK"]);
    expect((await office!.get("/reports?month=2026-02")).text).toContain(`${code} 关闭歇业（2026-02-09）`);
    await office!.post(`/enterprises/${code}/events`, { kind: "closure", on: "2026-02-09", people: "12" });
    const standing = async () => (JSON.parse((await office!.get(`/api${path}`)).text) as { state: string }).state;
    expect(await standing()).toBe("outdated");
    expect((await office!.get(path)).text).toMatch(/此后有更新的数据，下面仍为印发时的内容[\s\S]*印发更正通知/);
    expect((await office!.post(`${path}/correct`)).status).toBe(303);
    expect(await standing(), "it said so").toBe("issued");
    expect((await office!.get(path)).text).toMatch(/更正通知：<a href="\/reports\/2026-02\/correction\/report%3A\d+">/);
    const feed = (await office!.get("/reports.atom")).text;
    expect(feed).toContain(`<title>突发专报 · ${code} 关闭歇业（2026-02-09）</title>`);
    expect(feed).toContain("<title>更正通知 · 突发专报</title>");
    const links = [...feed.matchAll(/<link href="https:\/\/wengang\.test(\/reports\/[^"]+)"/g)].map(([, to]) => to!);
    expect(links).toContain(path);
    for (const to of links) expect((await office!.get(to)).status, to).toBe(200);
  });

  it("a correction is issued where later data changed what was printed, once, and found at the report", async () => {
    const own = `/reports/${formatMonth(month)}/monthly/place`;
    await issue(own);
    expect((await office!.post(`${own}/correct`)).status, "no new data").toBe(400);
    await runOn(db, month, { asOf: "2026-01-31" }); // late and revised reports have come
    expect((await office!.get(own)).text).toContain("印发更正通知");
    expect((await analyst!.post(`${own}/correct`)).status, "who issues, corrects").toBe(403);
    const { report } = JSON.parse((await office!.post(`/api${own}/correct`)).text);
    expect(report).toMatchObject({ kind: "correction", state: "issued" });
    const again = await office!.post(`/api${own}/correct`);
    expect([again.status, JSON.parse(again.text).code]).toEqual([400, "nothing-to-correct"]);
    const read = JSON.parse((await analyst!.get(`/api${own}`)).text);
    expect(read.corrections.map(({ id }: { id: number }) => id)).toEqual([report.id]);
    const notice = `/reports/${formatMonth(month)}/correction/${encodeURIComponent(report.scope)}`;
    expect((await analyst!.get(notice)).text).toContain("更正");
    expect((await regulator!.get(notice)).status).toBe(404);
  });

  it("a correction is within the reach of who reads the report that it corrects, and of no other part", async () => {
    const keep = async (kind: string, scope: string) =>
      (
        await db.query<{ id: number }>(
          `insert into issued_report (kind, scope, month, form, facts, state, reviewed_by, reviewed_at)
           values ($1, $2, $3, 0, '{}', 'reviewed', 'x', now()) returning id`,
          [kind, scope, month],
        )
      )[0]!.id;
    const notice = await keep("correction", `report:${await keep("monthly", "department:miit")}`);
    const seen = (departments: readonly string[]) =>
      scopedTo(db, { all: false, departments, regions: [], specialist: null }, (tx) =>
        tx.query("select id from issued_report where kind = 'correction' and id = $1", [notice]),
      );
    expect(await seen(["miit"])).toEqual([{ id: notice }]);
    expect(await seen(["education"])).toEqual([]);
  });
});
