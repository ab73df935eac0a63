import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth } from "../../../models/month.ts";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { client, person, type Service, serve, signedIn, withToken } from "./service.ts";

const TOWN = "500237001";
const [ZIP, PDF] = ["PK", "%PDF-"];

describe.each(oneDatabase())("reports in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let whole: string;
  let month: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 60, 15);
    await runOn(db, last);
    month = formatMonth(last);
    whole = `/reports/${month}/monthly/place`;
    service = await serve(db);
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const desk = async (role: "office" | "analyst" | "regulator" | "township") =>
    signedIn(service, await person(service, role, { departments: ["miit"], regions: [TOWN] }));

  it("go from draft by review to an issued one, by two people, and each step is in the log", async () => {
    const [analyst, office] = [await desk("analyst"), await desk("office")];
    const draft = await analyst.get(whole);
    expect(draft.text).toContain("草稿，尚未审核。");
    expect(draft.text, "an analyst issues nothing").not.toContain(`action="${whole}/issue"`);
    expect((await analyst.post(`${whole}/issue`, {})).status).toBe(403);
    expect((await office.post(`${whole}/issue`, {})).status, "not reviewed yet").toBe(400);
    expect((await analyst.post(`${whole}/review`, {})).headers.location).toBe(whole);
    const reviewed = await office.get(whole);
    expect(reviewed.text).toContain("待签发");
    expect((await office.post(`${whole}/issue`, {})).headers.location).toBe(whole);
    expect((await office.get(whole)).text).toMatch(/已印发：.+〔\d{4}〕\d+号/);
    expect((await office.get("/reports")).text).toContain("已印发");
    const log = await db.query(
      "select action from audit where subject like '%/monthly/place' and action like 'report-%' order by position",
    );
    expect(log).toEqual([{ action: "report-review" }, { action: "report-issue" }]);
  });

  it("are not issued by who reviewed them", async () => {
    const office = await desk("office");
    const list = `/reports/${month}/dispatch/place`;
    expect((await office.post(`${list}/review`, {})).status).toBe(303);
    expect((await office.post(`${list}/issue`, {})).status).toBe(403);
  });

  it("come as files that their programs open, and the export is in the log", async () => {
    const office = await desk("office");
    const docx = await office.get(`${whole}/files/docx`);
    expect([docx.status, docx.text.slice(0, 2)]).toEqual([200, ZIP]);
    expect(docx.headers["content-disposition"]).toMatch(/attachment; filename=.+docx/);
    expect((await office.get(`${whole}/files/pdf`)).text.slice(0, 5)).toBe(PDF);
    expect((await office.get(`${whole}/files/exe`)).status).toBe(400);
    const csv = await office.get(`${whole}/files/csv`);
    expect(csv.text.slice(0, 2)).toBe(ZIP);
    const [{ n } = { n: 0 }] = await db.query<{ n: number }>(
      "select count(*)::integer as n from audit where action = 'export' and subject like 'report:%'",
    );
    expect(n).toBe(3);
  });

  it("of a township and a department are read by their own, and no other is there for them", async () => {
    const [town, regulator] = [await desk("township"), await desk("regulator")];
    const path = (scope: string) => `/reports/${month}/monthly/${encodeURIComponent(scope)}`;
    const scopes = await db.query<{ scope: string }>("select distinct scope from report order by scope");
    expect(scopes.length).toBeGreaterThan(5);
    for (const { scope } of scopes) {
      const at = scope === "" ? whole : path(scope);
      expect([scope, (await town.get(at)).status]).toEqual([scope, scope === `region:${TOWN}` ? 200 : 404]);
      expect([scope, (await regulator.get(at)).status]).toEqual([scope, scope === "department:miit" ? 200 : 404]);
    }
    const listed = await regulator.get("/api/reports");
    expect(JSON.parse(listed.text).reports.map(({ path: to }: { path: string }) => to)).toEqual([
      path("department:miit"),
    ]);
  });

  it("have deadlines of cases beside them, as a calendar that only those see whose cases they are", async () => {
    const [alert] = await db.query<{ number: string; subject: string }>(
      "select number, subject from alert where subject_kind = 'enterprise' and state = 'raised' order by id limit 1",
    );
    const office = await desk("office");
    await office.post(`/enterprises/${alert!.subject}/alerts/${alert!.number}/take`);
    const calendar = (await office.get("/calendar.ics")).text.replaceAll("\r\n ", "");
    expect(calendar).toMatch(/SUMMARY:首次联系 · .+（AJ[\d-]+）/);
    const stranger = await signedIn(service, await person(service, "specialist", { specialist: "别人" }));
    expect((await stranger.get("/calendar.ics")).text).not.toContain("BEGIN:VEVENT");
  });

  it("and the calendar open to a reader that can only send a name and a password, which is a token, and only to read", async () => {
    const made = await person(service, "office");
    const [program, stranger] = [await withToken(service, made, "change"), client(service)];
    const basic = { authorization: `Basic ${Buffer.from(`anybody:${program.token}`).toString("base64")}` };
    for (const path of ["/calendar.ics", "/reports.atom"]) {
      const asked = await stranger.get(path, { accept: "*/*" });
      expect([asked.status, asked.headers["www-authenticate"]]).toEqual([401, 'Basic realm="wengang"']);
      expect((await stranger.get(path, { ...basic, accept: "*/*" })).status).toBe(200);
      const wrong = { authorization: `Basic ${Buffer.from("anybody:wg_wrong").toString("base64")}` };
      expect((await stranger.get(path, { ...wrong, accept: "*/*" })).status).toBe(401);
      expect((await stranger.get(path, { accept: "text/html,*/*" })).headers.location).toMatch(/^\/sign-in/);
    }
    const [{ code }] = (await db.query("select code from enterprise order by id limit 1")) as [{ code: string }];
    const pause = { kind: "enterprise", subject: code, from: "2026-03-03", until: "2026-03-20", reason: "年度检修" };
    expect((await stranger.post("/api/pauses", pause, basic)).status, "a browser sends it by itself").toBe(401);
    expect((await program.post("/api/pauses", pause)).status).toBe(200);
  });

  it("that are not there are said to be not there", async () => {
    const office = await desk("office");
    expect((await office.get(`/reports/1999-01/monthly/place`)).status).toBe(404);
    expect((await office.get(`/reports/${month}/no-such-kind/place`)).status).toBe(400);
  });
});
