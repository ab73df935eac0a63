import { strFromU8, unzipSync } from "fflate";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actOnAlert } from "../../jobs/alerts/act.ts";
import { judgeEvents } from "../../jobs/alerts/judge-events.ts";
import { carriersOf } from "../../jobs/deliver/carriers.ts";
import { deliverDue } from "../../jobs/deliver/deliver.ts";
import { groupNotices } from "../../jobs/deliver/group.ts";
import { filesOf } from "../../jobs/reports/formats.ts";
import { issueReport, reviewReport } from "../../jobs/reports/issue.ts";
import { keptFacts } from "../../jobs/reports/kept-facts.ts";
import { HOUR, instantOn, MINUTE } from "../../models/instant.ts";
import { parseMonth } from "../../models/month.ts";
import { documentOf } from "../../reports/document-of.ts";
import { feedbackOn, keepFeedback } from "../../src/db/alert-feedback.ts";
import { alertList, changesOf } from "../../src/db/alert-life.ts";
import type { Db } from "../../src/db/db.ts";
import { keepPause } from "../../src/db/pause.ts";
import { keepRecipient } from "../../src/db/recipient.ts";
import { keepSubscription } from "../../src/db/report-subscription.ts";
import { toldOf } from "../../src/db/told.ts";
import { email } from "../../src/notify/email/email.ts";
import { parseKeys } from "../../src/secrets/keys.ts";
import { seal } from "../../src/secrets/seal.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";
import { behind, hook } from "../desks.ts";
import { openReceiver, type Receiver } from "../receiver.ts";
import { tools } from "../src/notify/given.ts";
import { headerText, mailReceiver, partsOf } from "../src/notify/mail-server.ts";
import { csv, emptyPlace, takeIn } from "../takes.ts";

/**
 * What users of Grafana, Metabase, Superset, Alertmanager and healthchecks keep asking for, each by its name. Wishes 1 (try a rule on
 * history before saving) and 10 (version history of rules) are tested where the threshold lab is;
 * 2, 3, 12 and 13 are granted on pages too (test/browser/wishes.test.ts).
 */
const [ONE, TWO] = ["91500237MA60000084", "91350200776049653A"] as const;
const DESK = "department:miit";
const MONTHS = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02"];

const reported = (code: string, people: number, months: number) =>
  MONTHS.slice(0, months).map((month) => `${code},${month},${people}`);

describe.each(oneDatabase())("wishes about alerts on $name", ({ open }) => {
  let db: Db;
  let miit: Receiver;
  let now: number;
  let reports = 0;
  beforeEach(async () => {
    now = instantOn("2026-03-10", "10:00"); // a Tuesday
    db = await emptyPlace(await open());
    miit = await openReceiver();
    await behind(db, DESK, miit);
    const rows = [ONE, TWO].map((code, i) => `${code},企业${i},C13,高唐街道`);
    await give("register.csv", ["统一社会信用代码,企业名称,行业代码,乡镇街道", ...rows], "2026-03-01");
    await give(
      "headcount.csv",
      ["统一社会信用代码,月份,用工人数", ...reported(ONE, 80, 3), ...reported(TWO, 30, 5)],
      "2026-03-05",
    );
  });
  afterEach(async () => {
    await db.close();
    await miit.close();
  });

  const give = (name: string, lines: readonly string[], publishedOn: string) =>
    takeIn(db, csv(name, lines), { publishedOn, today: "2026-03-10" });
  const report = async (code: string, kind: string) => {
    const day = new Date(now + 8 * HOUR).toISOString().slice(0, 10);
    const lines = ["统一社会信用代码,动态类型,发生日期,说明", `${code},${kind},${day},第${++reports}条`];
    await takeIn(db, csv(`event${reports}.csv`, lines), { publishedOn: day, today: day });
    return judgeEvents(db, wushan, () => now);
  };
  const round = async () => {
    await groupNotices(db, { profile: wushan, simulated: false, now, which: "all" });
    const carriers = new Map([["hook", hook]]);
    const signal = new AbortController().signal;
    return deliverDue(db, { profile: wushan, carriers, holder: "test", clock: () => now, chance: () => 0.5, signal });
  };
  const act = (number: string, change: Parameters<typeof actOnAlert>[2]) =>
    actOnAlert(db, number, change, { profile: wushan, clock: () => now });
  const alerts = () => alertList(db, { open: true });

  it("wish 2: acknowledge and own an alert, with a comment", async () => {
    await report(ONE, "拖欠工资");
    const { number, id } = (await alerts())[0]!;
    await act(number, { action: "acknowledge", actor: "李敏", reason: "已电话联系" });
    await act(number, { action: "assign", actor: "李敏", owner: "王强" });
    expect((await alerts())[0]!.life).toMatchObject({ state: "acknowledged", owner: "王强" });
    expect((await changesOf(db, id)).map(({ action, actor, reason }) => [action, actor, reason])).toContainEqual([
      ...["acknowledge", "李敏", "已电话联系"],
    ]);
  });

  it("wish 3: who was told what and when", async () => {
    await report(ONE, "关闭歇业");
    await round();
    const told = await toldOf(db, (await alerts())[0]!.id);
    expect(told).toContainEqual(expect.objectContaining({ desk: DESK, name: DESK, state: "delivered", attempts: 1 }));
    expect(told.find(({ desk }) => desk === DESK)!.doneAt).not.toBeNull();
  });

  it("wish 4: once until resolved, then re-arm; only what changed", async () => {
    await report(ONE, "拖欠工资");
    for (now = instantOn("2026-03-11", "09:00"); now < instantOn("2026-03-11", "12:00"); now += HOUR) {
      await judgeEvents(db, wushan, () => now);
      await round();
    }
    expect(miit.received).toHaveLength(1);
    const [first] = await alerts();
    await act(first!.number, { action: "close", actor: "李敏", outcome: "no-layoff", reason: "工资已补发" });
    await judgeEvents(db, wushan, () => now);
    await round();
    expect(await alerts()).toEqual([]);
    await report(ONE, "关闭歇业"); // news
    await round();
    expect(miit.received).toHaveLength(2);
    expect((await alerts())[0]).toMatchObject({ subject: ONE, level: "red", life: { state: "raised" } });
  });

  it("wish 5: many alerts in one message", async () => {
    await report(ONE, "拖欠工资");
    await report(TWO, "拖欠工资");
    now = instantOn("2026-03-11", "09:00");
    await round();
    expect(miit.received.map(({ lines }) => lines.length)).toEqual([2]);
  });

  it("wish 6: alert when data is missing", async () => {
    await runOn(db, parseMonth("2026-02"), { clock: () => now });
    const [alert] = await alerts();
    expect(alert).toMatchObject({ subject: ONE, level: "blue" }); // 80 people, silent for two months
  });

  it("wish 9: exactly once, on time, with retry", async () => {
    miit.status = 503;
    await report(ONE, "关闭歇业");
    for (const end = now + 6 * HOUR; now < end; now += 10 * MINUTE) await round();
    expect(miit.received).toHaveLength(0);
    miit.status = 200;
    for (let i = 0; i < 10; i++, now += HOUR) await round();
    expect(miit.received).toHaveLength(1);
  });

  it("wish 12: was this alert useful?", async () => {
    await report(ONE, "拖欠工资");
    const { id } = (await alerts())[0]!;
    const answer = { alert: id, actor: "李敏", useful: false, reason: "seasonal", note: null };
    await keepFeedback(db, { ...answer, at: new Date(now).toISOString() });
    expect(await feedbackOn(db)).toContainEqual(expect.objectContaining({ alert: id, useful: false }));
  });

  it("wish 13: planned pause, with an end", async () => {
    const pause = { subjectKind: "enterprise", subject: ONE, from: "2026-03-10", until: "2026-03-12" } as const;
    await keepPause(db, { ...pause, reason: "检修", actor: "w" }, new Date(now).toISOString());
    await report(ONE, "关闭歇业");
    await round();
    expect(miit.received).toHaveLength(0);
    now = instantOn("2026-03-13", "00:00");
    await round();
    expect(miit.received).toHaveLength(1);
  });
});

describe.each(oneDatabase())("wishes about reports on $name", ({ open }) => {
  let db: Db;
  let month = 0;
  beforeAll(async () => {
    db = await open();
    ({ last: month } = await fillCounty(db, 80, 14));
    await runOn(db, month);
  });
  afterAll(() => db.close());
  const draft = () =>
    keptFacts(db, wushan, { kind: "monthly", month, scope: { dimension: "place", code: wushan.place } });
  const filed = async (format: "xlsx" | "csv") =>
    filesOf(documentOf((await draft()).facts, "zh", null), format, wushan, "2026-01-10");

  it("wish 7: Excel attachment with real numbers", async () => {
    const [file] = await filed("xlsx");
    const parts = unzipSync(file!.bytes);
    const sheets = Object.keys(parts).filter((path) => /worksheets\/sheet\d+\.xml$/.test(path));
    const numbers = sheets.flatMap((path) => strFromU8(parts[path]!).match(/<c [^>]*>\s*<v>-?[\d.]+<\/v>/g) ?? []);
    expect(sheets.length).toBeGreaterThan(3);
    expect(numbers.length).toBeGreaterThan(50);
  });

  it("wish 8: the whole report as PDF in a subscription", async () => {
    const keys = parseKeys(Buffer.alloc(32, 7).toString("base64"), "test");
    const by = { actor: "王主任", at: "2026-01-12T01:00:00.000Z" };
    const recipient = await keepRecipient(db, {
      ...{ desk: "department:hrss", name: "局长", channel: "mail", hint: "…", fingerprint: "x", language: "zh" },
      ...{ address: seal("director@wushan.example", keys, (n) => Buffer.alloc(n, 1)), validFrom: null, validTo: null },
      ...{ actor: "test", at: by.at },
    });
    await keepSubscription(db, { recipient, kind: "monthly", scope: "", formats: ["pdf"] }, by);
    await reviewReport(db, wushan, await draft(), { ...by, actor: "李科长" });
    await issueReport(db, wushan, await draft(), "2026-01-12", by);
    const server = await mailReceiver();
    const from = { name: "稳岗预警", address: "notice@wengang.example" };
    const to = { host: "127.0.0.1", port: server.port, tls: "none", login: null, from } as const;
    const channel = email(to, tools({ patience: 20_000 }));
    const channels = new Map([["mail", { name: "mail", channel, address: null }]]);
    const carriers = carriersOf(channels, { db, profile: wushan, keys, simulated: true, url: null });
    const signal = new AbortController().signal;
    const clock = () => Date.parse(by.at);
    await deliverDue(db, { profile: wushan, carriers, holder: "test", clock, chance: () => 0, signal });
    const { headers, parts } = partsOf(server.received[0]!.raw);
    expect(headerText(headers.subject!)).toContain("用工监测分析报告");
    expect(parts.at(-1)!.bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  });

  it("wish 11: Chinese right everywhere (PDF, mail, CSV opens in Excel)", async () => {
    const files = await filed("csv");
    expect(files.length).toBeGreaterThan(3);
    for (const { name, bytes } of files) {
      expect([...bytes.subarray(0, 3)], name).toEqual([0xef, 0xbb, 0xbf]); // Excel takes a csv without it for the local code page
      expect(Buffer.from(bytes).toString(), name).not.toContain("\ufffd");
    }
  });
});
