import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverDue } from "../../../jobs/deliver/deliver.ts";
import { groupNotices } from "../../../jobs/deliver/group.ts";
import { HOUR } from "../../../models/instant.ts";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { behind, hook } from "../../desks.ts";
import { openReceiver, type Receiver } from "../../receiver.ts";
import { type Client, person, type Service, serve, signedIn, withToken } from "./service.ts";

const NOW = Date.parse("2026-01-12T02:00:00Z");
const TOWN = "region:500237001";

interface Sheet {
  readonly alert: { readonly state: string; readonly owner: string | null; readonly level: string };
  readonly snoozedUntil: string | null;
  readonly case?: string | null;
  readonly changes: readonly Readonly<Record<string, string | null>>[];
  readonly decisions: readonly { readonly month: string; readonly send: boolean; readonly reason: string }[];
  readonly told: readonly {
    readonly desk: string;
    readonly name: string | null;
    readonly hint: string | null;
    readonly state: string;
    readonly routes: readonly string[];
    readonly tries: readonly { readonly outcome: string | null }[];
  }[];
  readonly feedback: readonly { readonly useful: boolean; readonly note: string | null }[];
}

describe.each(testDatabases())("the page of one alert on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let town: Receiver;
  let quiet: { code: string }[];
  let code: string;
  let path: string;
  let own: { departments: string[]; regions: string[]; specialist: string };
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 20, 14);
    await runOn(db, last);
    service = await serve(db, { now: NOW });
    office = await signedIn(service, await person(service, "office"));
    quiet = await db.query<{ code: string }>(
      "select code from enterprise e where not exists (select from alert a where a.subject = e.code) order by id",
    );
    code = quiet[0]!.code;
    await db.query(
      `update register set region = '500237001', specialist = '张三'
       where enterprise_id = (select id from enterprise where code = $1)`,
      [code],
    );
    town = await openReceiver();
    await behind(db, TOWN, town, "高唐街道群");
    path = await raised();
    await db.query(
      `update enterprise_scope set region = '500237001', specialist = '张三'
       where enterprise_id = (select id from enterprise where code = $1)`,
      [code],
    );
    const [scope] = await db.query<{ departments: string[] }>(
      "select departments from enterprise_scope where enterprise_id = (select id from enterprise where code = $1)",
      [code],
    );
    own = { departments: scope!.departments, regions: ["500237001"], specialist: "张三" };
    town.status = 503;
    await deliver(NOW);
    town.status = 200;
    await deliver(NOW + HOUR);
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await town?.close();
    await db?.close();
  });

  /** The page of a new alert, about an enterprise that had none. */
  async function raised(): Promise<string> {
    const { code } = quiet.shift()!;
    await office.post(`/enterprises/${code}/events`, { kind: "closure", on: "2026-01-12" });
    const [alert] = await db.query<{ number: string }>("select number from alert where subject = $1", [code]);
    return `/enterprises/${code}/alerts/${alert!.number}`;
  }

  async function deliver(now: number): Promise<void> {
    await groupNotices(db, { profile: wushan, simulated: false, now, which: "all" });
    const carriers = new Map([["hook", hook]]);
    const signal = new AbortController().signal;
    const order = { profile: wushan, carriers, holder: "test", clock: () => now, chance: () => 0, signal };
    await deliverDue(db, order);
  }

  const sheet = async (reader = office, at = path) => JSON.parse((await reader.get(`/api${at}`)).text) as Sheet;

  it("tells who was told what and when, by which channel, and how each try went", async () => {
    const told = (await sheet()).told.find(({ desk, name }) => desk === TOWN && name !== null)!;
    expect(told).toMatchObject({ name: "高唐街道群", hint: "…", state: "delivered", routes: ["enterprise"] });
    expect(told.tries.map(({ outcome }) => outcome)).toEqual(["temporary", "delivered"]);
    const page = (await office.get(path)).text;
    for (const words of [
      "高唐街道群",
      "本单位接收人",
      "行业主管部门与属地",
      "已送达",
      "失败，将重试：503",
      "发送：新增",
    ])
      expect(page).toContain(words);
    const english = (await office.get(`${path}?lang=en`)).text;
    await office.get(`${path}?lang=zh`); // the choice is kept
    for (const words of ["of the desk", "delivered", "failed, to be tried again: 503", "sent: new"])
      expect(english).toContain(words);
    expect(page + english).not.toContain(town.url);
  });

  it("is for those whose alert it is, with the same told to each, and to a reading token", async () => {
    const names = async (reader: Client) => (await sheet(reader)).told.map(({ name }) => name);
    const all = await names(office);
    expect(all).toContain("高唐街道群");
    for (const role of ["regulator", "township", "specialist"] as const) {
      const made = await person(service, role, own);
      expect(await names(await signedIn(service, made)), role).toEqual(all);
      expect(await names(await withToken(service, made, "read")), role).toEqual(all);
    }
    const others = { departments: ["none-of-it"], regions: ["500237002"], specialist: "李四" };
    for (const role of ["regulator", "township", "specialist"] as const) {
      const stranger = await signedIn(service, await person(service, role, others));
      expect((await stranger.get(`/api${path}`)).status, role).toBe(404);
    }
  });

  it("is of its enterprise alone: below another there is no such alert, and no deed on it", async () => {
    const [other] = await db.query<{ code: string }>("select code from enterprise where code <> $1 limit 1", [code]);
    const elsewhere = path.replace(code, other!.code);
    expect((await office.get(elsewhere)).status).toBe(404);
    expect((await office.get(path.replace(`/enterprises/${code}`, "/place"))).status).toBe(404);
    expect((await office.post(`${elsewhere}/comment`, { reason: "错处" })).status).toBe(404);
  });

  it("takes what people say about it: acknowledged with a comment, snoozed, woken, commented, closed, reopened", async () => {
    const path = await raised();
    const deeds = [
      ["acknowledge", { reason: "已电话联系" }],
      ["snooze", { until: "2026-01-20", reason: "等企业回复" }],
      ["wake", {}],
      ["comment", { reason: "企业称订单已恢复" }],
      ["close", { outcome: "no-layoff", reason: "已核实" }],
      ["reopen", { reason: "误办结" }],
    ] as const;
    for (const [deed, fields] of deeds) {
      const answer = await office.post(`/api${path}/${deed}`, fields);
      expect([deed, answer.status, answer.text]).toEqual([deed, 200, answer.text]);
      if (deed === "snooze") expect((await sheet(office, path)).snoozedUntil).toBe("2026-01-20");
    }
    const { alert, changes, snoozedUntil } = await sheet(office, path);
    expect([alert.state, snoozedUntil]).toEqual(["in-hand", null]);
    expect(changes.map(({ action, reason, until, outcome }) => [action, reason, until, outcome])).toEqual([
      ["raise", null, null, null],
      ["acknowledge", "已电话联系", null, null],
      ["snooze", "等企业回复", "2026-01-20", null],
      ["wake", null, null, null],
      ["comment", "企业称订单已恢复", null, null],
      ["close", "已核实", null, "no-layoff"],
      ["reopen", "误办结", null, null],
    ]);
    const audit = await db.query<{ action: string }>("select action from audit where subject = $1", [
      `alert:${path.split("/").at(-1)}`,
    ]);
    expect(audit.map(({ action }) => action)).toEqual(deeds.map(([deed]) => `alert-${deed}`));
    const page = (await office.get(path)).text;
    for (const words of ["企业称订单已恢复", "误办结", "至2026-01-20"]) expect(page).toContain(words);
  });

  it("refuses what cannot be, and says why", async () => {
    const path = await raised();
    const refusals = [
      [await office.post(`${path}/snooze`, { until: "2026-01-12", reason: "今天" }), "alert-until-past"],
      [await office.post(`${path}/snooze`, { until: "", reason: "无日期" }), "alert-needs-until"],
      [await office.post(`${path}/comment`), "alert-needs-reason"],
      [await office.post(`${path}/reopen`, { reason: "未办结" }), "alert-already"],
      [await office.post(`${path}/snooze`, { until: "下周", reason: "非日期" }), "input-wrong"],
    ] as const;
    for (const [answer, problem] of refusals) expect(answer.text).toContain(problem);
  });

  it("offers only what the reader may do now", async () => {
    const township = await signedIn(service, await person(service, "township", own));
    expect((await township.get(path)).text).not.toContain(`${path}/`);
    const specialist = (await (await signedIn(service, await person(service, "specialist", own))).get(path)).text;
    expect([specialist.includes(`${path}/comment`), specialist.includes(`${path}/snooze`)]).toEqual([true, false]);
  });

  it("offers at each moment what can follow", async () => {
    const path = await raised();
    const offered = async () => {
      const page = (await office.get(path)).text;
      return ["acknowledge", "close", "comment", "snooze", "wake", "reopen"].filter((deed) =>
        page.includes(`"${path}/${deed}"`),
      );
    };
    expect(await offered()).toEqual(["acknowledge", "close", "comment", "snooze"]);
    await office.post(`${path}/acknowledge`);
    await office.post(`${path}/snooze`, { until: "2026-01-20", reason: "等企业回复" });
    expect(await offered()).toEqual(["close", "comment", "snooze", "wake"]);
    await office.post(`${path}/close`, { outcome: "no-layoff", reason: "已核实" });
    expect(await offered()).toEqual(["comment", "reopen"]);
  });

  it("keeps whether it was useful, with a word more, beside the alert", async () => {
    const reason = wushan.casework.feedback.find(({ useful }) => !useful)!;
    await office.post(`${path}/useful`, { reason: reason.code, note: "年年如此" });
    expect((await sheet()).feedback).toMatchObject([{ useful: false, note: "年年如此" }]);
    expect((await office.get(path)).text).toContain(`无用：${reason.name.zh}`);
  });

  it("says of every judgement that told nobody why", async () => {
    await db.query(
      `insert into alert_decision (run_id, subject_kind, subject, month, alert_id, level_before, level_after, months_below,
         months_clear, repeat, send, reason, month_reason, rules, explanation)
       select r.id, 'enterprise', a.subject, r.month, a.id, a.level, a.level, 1, 0, false, false, 'unchanged', 'unchanged', '[]', '{"zh":"因","en":"why"}'
       from alert a, run r where a.subject = $1 and r.kind = 'month'`,
      [code],
    );
    expect((await sheet()).decisions.map(({ send, reason }) => [send, reason])).toContainEqual([false, "unchanged"]);
    expect((await office.get(path)).text).toContain("未发送：无变化");
  });

  it("stands one press from the inbox, the enterprise and the case", async () => {
    const path = await raised();
    await office.post(`${path}/take`);
    const number = (await sheet(office, path)).case!;
    const enterprise = path.slice(0, path.indexOf("/alerts/"));
    for (const from of ["/alerts", enterprise, `${enterprise}/cases/${number}`]) {
      const page = (await office.get(from)).text;
      expect([from, page.includes(`href="${path}"`)]).toEqual([from, true]);
    }
  });
});
