import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMonth, type Month } from "../../../models/month.ts";
import type { Role } from "../../../models/rights/roles.ts";
import type { Db } from "../../../src/db/db.ts";
import { keepRecipient } from "../../../src/db/recipient.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { keepAccounts, keepDesks, keepOwn, readTheLog } from "./desks-at-work.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";
import { sendFile, workbook } from "./workbook.ts";

const OWN = { departments: ["miit"], regions: ["500237001"], specialist: "张三" };
const READERS: readonly Role[] = [
  ...(["office", "analyst", "regulator", "township", "specialist"] as const),
  ...(["administrator", "security-officer", "auditor"] as const),
];

/** The client holds every answer to its schema; here each route gives one, about a county in which something goes on. */
describe.each(oneDatabase())("what programs are answered on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let last: Month;
  let office: Client;
  let analyst: Client;
  let codes: readonly string[];
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 60, 15));
    for (const month of [last - 1, last]) await runOn(db, month);
    codes = (
      await db.query<{ code: string }>(
        "select code from enterprise e where not exists (select from alert a where a.subject = e.code) order by id limit 3",
      )
    ).map(({ code }) => code);
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    const desk = async (role: Role) => signedIn(service, await person(service, role));
    [office, analyst] = [await desk("office"), await desk("analyst")];
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  async function does<T>(client: Client, path: string, fields: Readonly<Record<string, string>> = {}): Promise<T> {
    const answer = await client.post(`/api${path}`, fields);
    expect([path, answer.status, answer.text]).toEqual([path, 200, answer.text]);
    return JSON.parse(answer.text) as T;
  }
  const alertOf = async (subject: string) =>
    (await db.query<{ number: string }>("select number from alert where subject = $1", [subject]))[0]!.number;

  /** An enterprise that closes: an alert about it, called useful and taken in hand, and its case to the end. */
  async function handleCase(code: string): Promise<string> {
    await does(office, `/enterprises/${code}/events`, { kind: "closure", on: "2026-01-09" });
    const alert = `/enterprises/${code}/alerts/${await alertOf(code)}`;
    await does(office, `${alert}/acknowledge`);
    await does(office, `${alert}/useful`, { reason: wushan.casework.feedback[0]!.code });
    await does(office, `${alert}/take`);
    const { cases } = JSON.parse((await office.get("/api/cases")).text) as { cases: { number: string }[] };
    const path = `/enterprises/${code}/cases/${cases[0]!.number}`;
    await does(office, `${path}/steps`, { kind: "contact", note: "已电话联系" });
    const measure = wushan.casework.measures[0]!.code;
    await does(office, `${path}/steps`, { kind: "measure", measure, due: "2026-02-01" });
    for (const wrong of [
      { kind: "follow-up", due: "下周" },
      { kind: "visit", note: "明天才去", on: "2026-01-13" },
      { kind: "difficulties", difficulties: "不知" },
      { kind: "measure", measure: "不知", due: "2026-02-01" },
    ])
      expect((await office.post(`/api${path}/steps`, wrong)).status).toBe(400);
    expect((await office.get("/calendar.ics")).status).toBe(200);
    await does(office, `${path}/steps`, { kind: "visit", note: "已走访", on: "2026-01-10" });
    await does(office, `${path}/steps`, { kind: "difficulties", difficulties: wushan.casework.difficulties[0]!.code });
    await does(office, `${path}/steps`, { kind: "criticality", criticality: "low", note: "订单已恢复" });
    await does(office, `${path}/assign`, { kind: "join", person: "王五" });
    await does(office, `${path}/assign`, { kind: "assign", person: "张三" });
    await does(office, `${path}/placed`, { dismissed: "37", benefit: "20", placed1: "9" });
    await does(office, `${path}/close`, {
      kind: "close",
      outcome: "reduced",
      intervened: "yes",
      kept: "12",
      note: "已稳住",
    });
    const plan = { people: "37", staff: "80", ground: "difficulties", startsOn: "2026-03-31" };
    await does(office, `/enterprises/${code}/layoff-plans`, plan);
    return path;
  }

  async function handleAlerts(code: string): Promise<readonly string[]> {
    await does(office, `/enterprises/${code}/events`, { kind: "closure", on: "2026-01-09", people: "12" });
    const alert = `/enterprises/${code}/alerts/${await alertOf(code)}`;
    await does(office, `${alert}/assign`, { owner: "李四" });
    await talkOver(alert, { outcome: "data-error", reason: "误报" });
    await db.query(
      `insert into alert (number, subject_kind, subject, opened_month, opened_run)
       select 'YJ-2026-9001', 'place', $1, month, id from run order by id desc limit 1`,
      [wushan.place],
    );
    const place = "/place/alerts/YJ-2026-9001";
    await does(office, `${place}/acknowledge`);
    await does(office, `${place}/assign`, { owner: "李四" });
    await does(office, `${place}/take`);
    await talkOver(place, { outcome: "no-layoff", reason: "已核实" });
    return [alert, place];
  }

  /** What is said about an alert until it is closed, and that it was closed too early. */
  async function talkOver(alert: string, end: Readonly<Record<string, string>>): Promise<void> {
    await does(office, `${alert}/comment`, { reason: "已电话联系" });
    await does(office, `${alert}/snooze`, { until: "2026-02-01", reason: "等企业回复" });
    await does(office, `${alert}/wake`);
    await does(office, `${alert}/close`, end);
    await does(office, `${alert}/reopen`, { reason: "误办结" });
  }

  /** A file from a township to the figures, with one cell corrected on its way. Returns its path and its delivery's. */
  async function handIn(code: string): Promise<readonly string[]> {
    await db.query(
      "update enterprise_scope set region = $2 where enterprise_id in (select id from enterprise where code = $1)",
      [code, OWN.regions[0]],
    );
    const [clerk, colleague] = [
      await signedIn(service, await person(service, "township", OWN)),
      await signedIn(service, await person(service, "township", OWN)),
    ];
    const file = {
      name: "报表.xlsx",
      bytes: workbook([
        [code, "2025-12", 410],
        [code, "2025-13", 20],
      ]),
    };
    const sent = await sendFile(clerk, file, { path: "/api/data/uploads" });
    expect([sent.status, sent.text]).toEqual([200, sent.text]);
    const path = `/data/uploads/${(JSON.parse(sent.text) as { upload: { id: number } }).upload.id}`;
    await does(clerk, `${path}/import`);
    await does(colleague, `${path}/correct`, { cell: "数据!C2", value: "40", reason: "多写一个零" });
    await does(colleague, `${path}/review`, { decision: "pass" });
    const { batch } = await does<{ batch: number }>(office, `${path}/accept`, { decision: "pass" });
    return [path, `/data/${batch}`, await correctFigure(code)];
  }

  /** What came of the file is corrected once more, this time on the enterprise's page. */
  async function correctFigure(code: string): Promise<string> {
    const correction = { month: "2025-12", headcount: "41", reason: "与社保核对" };
    return `/data/uploads/${(await does<{ id: number }>(office, `/enterprises/${code}/corrections`, correction)).id}`;
  }

  async function moveThresholds(): Promise<void> {
    const save = { set: "1", from: formatMonth(last + 1), reason: "少漏小企业", "yellow-line.fallPeople": "8" };
    const { id } = await does<{ id: number }>(analyst, "/thresholds/save", save);
    await does(office, `/thresholds/${id}/approve`);
    await does(office, `/thresholds/${id}/withdraw`);
    await does(office, "/thresholds/1/restore");
  }

  /** What each is answered: what is told to all, to some of it, or not at all. */
  async function readersOf(path: string): Promise<number[]> {
    const answers = [];
    for (const role of READERS) {
      const reader = await signedIn(service, await person(service, role, OWN));
      answers.push((await reader.get(`/api${path}`)).status);
    }
    return answers;
  }

  it("is what each route's schema says, and each route has answered", { timeout: 120_000 }, async () => {
    const doing = { db, service, office, does };
    const report = `/reports/${formatMonth(last)}/monthly/place`;
    const recipient = await keepRecipient(db, {
      ...{ desk: "miit", name: "张三", channel: "webhook", address: "sealed", hint: "…", fingerprint: "f" },
      ...{ language: "zh", validFrom: null, validTo: null, actor: "test", at: "2026-01-12T02:00:00Z" },
    });
    await keepDesks(doing);
    const wanted = { recipient: String(recipient), kind: "monthly", scope: "department:miit", format: "pdf" };
    const { id } = await does<{ id: number }>(office, "/subscriptions", wanted);
    await does(office, `/subscriptions/${id}/end`);
    const parts = [await handleCase(codes[0]!), ...(await handIn(codes[2]!)), ...(await handleAlerts(codes[1]!))];
    const pause = { kind: "industry", subject: "C", from: "2026-01-10", until: "2026-02-10", reason: "检修" };
    const { id: paused } = await does<{ id: number }>(office, "/pauses", pause);
    await does(office, `/pauses/${paused}/end`, { reason: "提前完成" });
    await moveThresholds();
    await keepAccounts(doing);
    await keepOwn(doing);
    await readTheLog(doing);
    await does(analyst, `${report}/review`);
    await does(office, `${report}/issue`);
    const flash = `/reports/2026-01/flash/${encodeURIComponent(`event:${codes[0]}~closure~2026-01-09`)}`;
    await does(analyst, `${flash}/review`);
    await does(office, `${flash}/issue`);
    await does(office, `/enterprises/${codes[0]}/events`, { kind: "closure", on: "2026-01-09", people: "77" });
    await does(office, `${flash}/correct`);
    const reports = KINDS.map((kind) => `/reports/${formatMonth(last)}/${kind}/place`);
    for (const path of [...PAGES, ...parts, ...reports, `/enterprises/${codes[0]}`]) {
      const answers = await readersOf(path);
      expect([path, answers.includes(200)]).toEqual([path, true]);
      expect([200, 403, 404], path).toEqual(expect.arrayContaining(answers));
    }
    expect(service.answers.missing()).toEqual([]);
  });
});

/** Reports that December asks for. */
const KINDS = ["monthly", "dispatch", "quarterly", "annual"];

const PAGES = [
  ...["/overview", "/industries/C", "/industries/13", "/regions/500237001", "/alerts", "/alerts?state=all"],
  ...[
    "/enterprises",
    "/enterprises?q=1",
    "/cases",
    "/cases?state=all",
    "/reports",
    "/policies",
    "/scorecard",
    "/data",
    "/people",
    "/people?q=wang&state=disabled",
    "/rights",
    "/rights/wang.wu",
    "/security",
    "/audit?action=export",
    "/account",
    "/recipients",
    "/pauses",
    "/routes",
    "/channels",
  ],
  ...["/thresholds", "/thresholds?curve=yes&yellow-line.fallPeople=3", "/openapi.json"],
];
