import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { person, type Service, serve, signedIn } from "./service.ts";

describe.each(testDatabases())("an event reported in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let code: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 40, 12);
    await runOn(db, last);
    const [one] = await db.query<{ code: string }>(
      "select code from enterprise e where not exists (select from alert a where a.subject = e.code) order by id limit 1",
    );
    code = one!.code;
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
    const [note] = await db.query<{ subject: string }>("select subject from audit where action = 'event-report'");
    expect(note).toEqual({ subject: `enterprise:${code}` });
  });

  it("that cannot be is refused with its cause, and nothing of it is kept", async () => {
    const browser = await signedIn(service, await person(service, "office"));
    const before = await db.query("select count(*) from event");
    const answer = await browser.post(`/enterprises/${code}/events`, { kind: "no-such-thing", on: "2026-01-10" });
    expect(answer.status).toBe(422);
    expect(await db.query("select count(*) from event")).toEqual(before);
  });
});
