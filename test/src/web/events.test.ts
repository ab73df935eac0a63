import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { person, type Service, serve, signedIn } from "./service.ts";

describe.each(oneDatabase())("an event reported in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let code: string;
  let other: string;
  let third: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 40, 12);
    await runOn(db, last);
    const calm = await db.query<{ code: string }>(
      "select code from enterprise e where not exists (select from alert a where a.subject = e.code) order by id limit 3",
    );
    [code, other, third] = calm.map((one) => one.code) as [string, string, string];
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  it("raises an alert at once, is written into the log, and shows on the enterprise's page", async () => {
    const browser = await signedIn(service, await person(service, "office"));
    const page = await browser.get(`/enterprises/${code}`);
    expect(page.text).toContain("报送动态");
    const fields = { kind: "wage-arrears", on: "2026-01-10", people: "", note: "来电反映" };
    const answer = await browser.post(`/enterprises/${code}/events`, fields);
    expect([answer.status, answer.headers.location]).toEqual([303, `/enterprises/${code}`]);
    const [alert] = await db.query<{ level: string; state: string }>(
      "select level, state from alert where subject = $1",
      [code],
    );
    expect(alert).toEqual({ level: "yellow", state: "raised" });
    const after = await browser.get(`/enterprises/${code}`);
    expect(after.text).toContain(wushan.eventKinds.find(({ code: kind }) => kind === "wage-arrears")!.name.zh);
    expect(after.text).toContain("此后报送的1件动态已按规则即时研判，评分构成在下次月度任务时计入。");
    expect(
      (JSON.parse((await browser.get(`/api/enterprises/${code}`)).text) as { eventsSince: number }).eventsSince,
    ).toBe(1);
    const [{ number } = { number: "" }] = await db.query<{ number: string }>(
      "select number from alert where subject = $1",
      [code],
    );
    expect((await browser.get(`/enterprises/${code}/alerts/${number}`)).text).toContain(
      "这一等级由报送的动态按规则即时判定",
    );
    const notes = await db.query<{ subject: string }>("select subject from audit where action = 'event-report'");
    expect(notes).toContainEqual({ subject: `enterprise:${code}` });
  });

  it("leads to an alert that the desk calls useful or not, in the browser", async () => {
    const office = await signedIn(service, await person(service, "office"));
    await office.post(`/enterprises/${other}/events`, { kind: "closure", on: "2026-01-09" });
    expect((await office.get(`/enterprises/${other}`)).text).toContain("有用吗");
    const [alert] = await db.query<{ number: string }>("select number from alert where subject = $1", [other]);
    const rate = (reason: string) => office.post(`/enterprises/${other}/alerts/${alert!.number}/useful`, { reason });
    expect((await rate("no-such-reason")).status).toBe(400);
    const [reason] = wushan.casework.feedback;
    expect((await rate(reason!.code)).status).toBe(303);
    expect(await db.query("select useful, reason from alert_feedback")).toEqual([
      { useful: reason!.useful, reason: reason!.code },
    ]);
  });

  it("leads to an alert whose forms lead back to the page they were sent from, and to no other site", async () => {
    const office = await signedIn(service, await person(service, "office"));
    await office.post(`/enterprises/${third}/events`, { kind: "closure", on: "2026-01-09" });
    const [{ number } = { number: "" }] = await db.query<{ number: string }>(
      "select number from alert where subject = $1",
      [third],
    );
    const narrowed = "/alerts?level=&state=all";
    const page = await office.get(narrowed);
    const sent = new RegExp(
      `action="(/enterprises/${third}/alerts/${number}/assign)".*?name="back" value="([^"]*)"`,
      "s",
    );
    const [, action, back] = sent.exec(page.text)!;
    const assign = async (to: Readonly<Record<string, string>>) =>
      (await office.post(action!, { owner: "李四", ...to })).headers.location;
    expect(await assign({ back: back!.replaceAll("&amp;", "&") })).toBe(narrowed);
    expect(await assign({})).toBe(`/enterprises/${third}`);
    expect(await assign({ back: "/..//evil.example/x" })).toBe(`/enterprises/${third}`);
  });

  it("that cannot be is refused with its cause, and nothing of it is kept", async () => {
    const browser = await signedIn(service, await person(service, "office"));
    const before = await db.query("select count(*) from event");
    const answer = await browser.post(`/enterprises/${code}/events`, { kind: "no-such-thing", on: "2026-01-10" });
    expect(answer.status).toBe(422);
    expect(await db.query("select count(*) from event")).toEqual(before);
  });
});
