import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actOnAlert } from "../../../jobs/alerts/act.ts";
import { reportEvent } from "../../../jobs/alerts/report-event.ts";
import { remindOfDeadlines } from "../../../jobs/cases/remind.ts";
import { caseNow, stepCase } from "../../../jobs/cases/step-case.ts";
import { noProgress } from "../../../jobs/progress.ts";
import { runMonth } from "../../../jobs/run/month-run.ts";
import type { Change } from "../../../models/alert/life.ts";
import { DAY, instantOn } from "../../../models/instant.ts";
import { parseMonth } from "../../../models/month.ts";
import { type Alert, alertList, changesOf, type KeptChange, keepChanges } from "../../../src/db/alert-life.ts";
import { cases } from "../../../src/db/case.ts";
import type { Db } from "../../../src/db/db.ts";
import { wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { csv, emptyPlace, takeIn } from "../../takes.ts";

const CODE = "91500237MA60000084";
const MORNING = instantOn("2026-03-10", "10:00");
const KNOWN = { publishedOn: "2026-03-05", today: "2026-03-10" };

describe.each(testDatabases())("people and alerts on $name", ({ open }) => {
  let db: Db;
  let now = MORNING;
  const clock = () => now;
  const acting = { profile: wushan, clock };
  beforeEach(async () => {
    now = MORNING;
    db = await emptyPlace(await open());
    await takeIn(
      db,
      csv("register.csv", ["统一社会信用代码,企业名称,行业代码,就业服务专员", `${CODE},云岭食品,C13,王小明`]),
      KNOWN,
    );
    const months = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02"].map((month) => `${CODE},${month},80`);
    await takeIn(db, csv("h.csv", ["统一社会信用代码,月份,用工人数", ...months]), KNOWN);
  });
  afterEach(() => db.close());

  const report = (kind: string, on = "2026-03-09") =>
    reportEvent(db, { enterprise: CODE, kind, on, people: null, note: "来电反映" }, { ...acting, by: "李敏" });
  const alert = async (): Promise<Alert> => (await alertList(db, {})).at(-1)!;
  const act = async (action: Change["action"], rest: Partial<Change> = {}) =>
    actOnAlert(db, (await alert()).number, { action, actor: "王小明", ...rest }, acting);
  const run = (month: string, asOf: string) => {
    const order = { profile: wushan, asOf, holder: "test", workers: 1, clock, pull: async () => ({}) };
    return runMonth(db, parseMonth(month), order, noProgress);
  };

  it("a reported event raises at once and says so with its alert, who and when", async () => {
    expect(await report("拖欠工资")).toMatchObject({ judged: 1, raised: 1 });
    const raised = await alert();
    expect(raised).toMatchObject({ subject: CODE, level: "yellow", life: { state: "raised" } });
    expect(raised.number).toBe(`YJ2026-03-${String(raised.id).padStart(5, "0")}`);
    const changes = await changesOf(db, raised.id);
    expect(changes).toMatchObject([{ action: "raise", actor: "system", state: "raised", level: "yellow" }]);
  });

  it("a milder event changes nothing, a worse one raises the same alert, to be acknowledged again", async () => {
    await report("拖欠工资");
    await act("acknowledge");
    expect(await report("订单大幅减少")).toMatchObject({ judged: 1, raised: 0 });
    expect(await report("关闭歇业")).toMatchObject({ raised: 1 });
    expect(await alertList(db, {})).toMatchObject([{ level: "red", life: { state: "raised" } }]);
  });

  it("an event that cannot be is refused with its cause, and nothing is raised", async () => {
    await expect(report("无此类型")).rejects.toMatchObject({ kind: "input" });
    await expect(report("拖欠工资", "2026-04-01")).rejects.toMatchObject({ kind: "input" });
    expect(await alertList(db, {})).toEqual([]);
  });

  it("taking an alert in hand opens the case of the enterprise's specialist, and it ends with the case", async () => {
    await report("拖欠工资");
    await act("take", { actor: "李敏" });
    const [row] = await cases(db, { open: true });
    expect(row).toMatchObject({ enterprise: CODE, referent: "王小明", criticality: "medium", steps: 1 });
    expect(await caseNow(db, row!)).toMatchObject({ alerts: [(await alert()).number], openedOn: "2026-03-10" });
    await expect(act("close", { outcome: "no-layoff", reason: "x" })).rejects.toMatchObject({ code: "alert-in-case" });
  });

  it("a case that closes ends its alert with the same outcome, and what was done stays readable", async () => {
    await report("拖欠工资");
    await act("take");
    const { number } = (await cases(db, { open: true }))[0]!;
    const step = (kind: "visit" | "measure" | "close", rest: object) =>
      stepCase(db, number, { kind, actor: "王小明", ...rest }, { profile: wushan, clock });
    await step("visit", { note: "欠薪两个月" });
    await step("measure", { measure: "loan", due: "2026-03-20" });
    await step("close", { outcome: "reduced", intervened: true, kept: 12, note: "贷款到位，只裁8人" });
    expect((await alert()).life).toMatchObject({ state: "closed", outcome: "reduced", settled: true });
    expect(await cases(db, { open: true })).toEqual([]);
    const last = (await changesOf(db, (await alert()).id)).at(-1);
    expect(last).toMatchObject({ action: "close", reason: `${number}: 贷款到位，只裁8人` });
  });

  it("two who act at once cannot both: the second is told, and nothing of theirs is written", async () => {
    await report("拖欠工资");
    const both = await Promise.allSettled([act("acknowledge"), act("acknowledge", { actor: "李敏" })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await changesOf(db, (await alert()).id)).map(({ action }) => action)).toEqual(["raise", "acknowledge"]);
  });

  it("two changes of one alert at once are both kept, in order, and the alert is what the last one made it", async () => {
    await report("拖欠工资");
    const { id, life } = await alert();
    const change = (action: Change["action"], changes: number, state: Alert["life"]["state"]): KeptChange => ({
      ...{
        alert: id,
        change: { action, actor: "system" },
        life: { ...life, changes, state },
        at: "2026-03-10T03:00:00Z",
      },
    });
    const both = [change("acknowledge", 2, "acknowledged"), change("take", 3, "in-hand")];
    expect(await keepChanges(db, both)).toEqual([]);
    expect((await alert()).life).toMatchObject({ changes: 3, state: "in-hand" });
    expect((await changesOf(db, id)).map(({ change: number, action }) => [number, action])).toEqual([
      [1, "raise"],
      [2, "acknowledge"],
      [3, "take"],
    ]);
    expect(await keepChanges(db, both)).toEqual([id]); // read before the others: nothing of them is written
    expect(await changesOf(db, id)).toHaveLength(3);
  });

  it("what a person closed is not raised again by month runs while the same is found", async () => {
    await report("拖欠工资", "2026-02-20");
    await act("close", { outcome: "no-layoff", reason: "已补发" });
    await run("2026-02", "2026-03-10");
    expect(await alertList(db, { open: true })).toEqual([]);
    now += 30 * DAY;
    const march = csv("m.csv", ["统一社会信用代码,月份,用工人数", `${CODE},2026-03,80`]);
    await takeIn(db, march, { publishedOn: "2026-04-08", today: "2026-04-10" });
    await run("2026-03", "2026-04-10");
    expect(await alertList(db, { open: true })).toEqual([]);
    expect(await alertList(db, {})).toHaveLength(1);
  });

  it("the month run after an event finds the same alert, and tells nobody twice", async () => {
    await report("关闭歇业", "2026-02-25");
    const before = await db.query("select count(*) as n from notice");
    await run("2026-02", "2026-03-10");
    expect(await alertList(db, {})).toHaveLength(1);
    expect(await db.query("select count(*) as n from notice")).toEqual(before);
  });

  it("a case reminds of what comes near and of what is past, each once", async () => {
    await report("拖欠工资");
    await act("take");
    const reminders: number[] = [];
    for (let day = 0; day < 10; day++, now += DAY) {
      await remindOfDeadlines(db, wushan, clock);
      const [row] = await db.query<{ n: number }>(
        "select count(*)::integer as n from notice where case_id is not null",
      );
      reminders.push(row!.n);
    }
    // Contact is due on the 13th, the visit on the 17th: near from the day before; the day after, to the referent and the office.
    expect(reminders).toEqual([0, 0, 1, 1, 3, 3, 4, 4, 6, 6]);
  });
});
