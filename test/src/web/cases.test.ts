import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

describe.each(oneDatabase())("a case in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let path: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 30, 14);
    await runOn(db, last);
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    office = await signedIn(service, await person(service, "office"));
  }, 120_000);
  /** Each test has a case of its own: they come in any order. */
  beforeEach(async () => {
    const [{ code }] = (await db.query<{ code: string }>(
      "select code from enterprise e where not exists (select from alert a where a.subject = e.code) order by id limit 1",
    )) as [{ code: string }];
    await office.post(`/enterprises/${code}/events`, { kind: "closure", on: "2026-01-09" });
    const [{ number }] = (await db.query<{ number: string }>("select number from alert where subject = $1", [
      code,
    ])) as [{ number: string }];
    await office.post(`/enterprises/${code}/alerts/${number}/take`);
    const [one] = await db.query<{ number: string }>("select number from enterprise_case where enterprise = $1", [
      code,
    ]);
    path = `/enterprises/${code}/cases/${one!.number}`;
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const step = (way: string, fields: Readonly<Record<string, string>>) => office.post(`${path}/${way}`, fields);
  const page = async () => (await office.get(path)).text;
  const stepTable = async () => (await page()).slice((await page()).indexOf("处置经过"));

  it("a visit may be written down the day after, and none that is still to come", async () => {
    expect((await step("steps", { kind: "visit", on: "2026-01-11", note: "订单减少四成" })).status).toBe(303);
    expect(await stepTable()).toContain("（发生于2026-01-11）");
    expect(await page()).toContain("已走访（2026-01-11）");
    const ahead = await step("steps", { kind: "visit", on: "2026-01-13", note: "尚未去" });
    expect([ahead.status, ahead.text]).toEqual([400, expect.stringContaining("发生日期在今天之后")]);
  });

  it("difficulties, one or several, measures, urgency and who takes part stand in its head", async () => {
    const [first, second] = wushan.casework.difficulties;
    const [measure, other] = wushan.casework.measures;
    await step("steps", { kind: "difficulties", difficulties: first!.code });
    const two = new URLSearchParams({ csrf: office.formToken(), kind: "difficulties", difficulties: first!.code });
    two.append("difficulties", second!.code); // two boxes ticked
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await office.ask("POST", `${path}/steps`, two.toString(), form)).status).toBe(303);
    await step("steps", { kind: "measure", measure: measure!.code, due: "2026-02-01" });
    await step("steps", { kind: "criticality", criticality: "low", note: "订单恢复" });
    expect(await page()).not.toContain("退出协同");
    await step("assign", { kind: "join", person: "王五" });
    const seen = await page();
    expect(seen).toContain(`<dt>困难</dt><dd>${first!.name.zh}、${second!.name.zh}</dd>`);
    expect(seen).toContain(`<dt>措施</dt><dd>${measure!.name.zh}</dd>`);
    expect(seen).toContain("<dt>协同人员</dt><dd>王五</dd>");
    expect(seen).toContain("，关注，");
    expect(seen).toContain("退出协同");
    const carriedOut = seen.slice(seen.indexOf('id="choose-measure-measure-done"')).split("</select>")[0]!;
    expect(carriedOut, "only what was agreed").toContain(measure!.name.zh);
    expect(carriedOut).not.toContain(other!.name.zh);
  });

  it("closing says how many kept their jobs", async () => {
    await step("close", { kind: "close", outcome: "reduced", intervened: "yes", kept: "12", note: "撤回方案" });
    expect(await page()).toContain("<dt>保住岗位</dt><dd>12</dd>");
    const { now } = JSON.parse((await office.get(`/api${path}`)).text).case;
    expect([now.outcome, now.intervened, now.kept]).toEqual(["reduced", true, 12]);
  });
});
