import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { escalateOverdue } from "../../../jobs/alerts/escalate.ts";
import { judgeEvents } from "../../../jobs/alerts/judge-events.ts";
import { type Carrier, deliverDue } from "../../../jobs/deliver/deliver.ts";
import { groupNotices } from "../../../jobs/deliver/group.ts";
import { DAY, HOUR, instantOn, MINUTE } from "../../../models/instant.ts";
import { alertList } from "../../../src/db/alert-life.ts";
import type { Db } from "../../../src/db/db.ts";
import { keepPause } from "../../../src/db/pause.ts";
import { recipients, replaceRecipient } from "../../../src/db/recipient.ts";
import { toldOf } from "../../../src/db/told.ts";
import { wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { behind, hook } from "../../desks.ts";
import { openReceiver, type Receiver } from "../../receiver.ts";
import { csv, emptyPlace, takeIn } from "../../takes.ts";

const CODES = ["91500237MA60000084", "91350200776049653A", "91350503MA31DKY80A"] as const;
// 2026-03-10 is a Tuesday.
const MORNING = instantOn("2026-03-10", "10:00");
const TODAY = "2026-03-10";

describe.each(testDatabases())("messages on $name", ({ open }) => {
  let db: Db;
  let now = MORNING;
  let miit: Receiver;
  let office: Receiver;
  beforeEach(async () => {
    now = MORNING;
    db = await emptyPlace(await open());
    [miit, office] = [await openReceiver(), await openReceiver()];
    await takeIn(
      db,
      csv("register.csv", [
        "统一社会信用代码,企业名称,行业代码,乡镇街道",
        ...CODES.map((c, i) => `${c},企业${i},C13,高唐街道`),
      ]),
      {
        ...{ publishedOn: "2026-03-01", today: TODAY },
      },
    );
    await takeIn(
      db,
      csv("headcount.csv", ["统一社会信用代码,月份,用工人数", `${CODES[0]},2026-02,80`, `${CODES[1]},2026-02,30`]),
      {
        ...{ publishedOn: "2026-03-05", today: TODAY },
      },
    );
  });
  afterEach(async () => {
    await db.close();
    await miit.close();
    await office.close();
  });

  let reports = 0;
  /** An event reported today and judged at once. */
  const report = async (code: string, kind: string) => {
    const day = new Date(now + 8 * HOUR).toISOString().slice(0, 10);
    const lines = ["统一社会信用代码,动态类型,发生日期,说明", `${code},${kind},${day},第${++reports}条`];
    await takeIn(db, csv(`event${reports}.csv`, lines), { publishedOn: day, today: day });
    return judgeEvents(db, wushan, () => now);
  };
  const round = async (carrier: Carrier = hook) => {
    const grouped = await groupNotices(db, { profile: wushan, simulated: false, now, which: "all" });
    const carriers = new Map([["hook", carrier]]);
    const sent = await deliverDue(db, {
      ...{ profile: wushan, carriers, holder: "test", clock: () => now, chance: () => 0.5 },
      signal: new AbortController().signal,
    });
    return { ...grouped, ...sent };
  };

  it("about a red event reach the regulator within the same round, and say what, who and the number", async () => {
    await behind(db, "department:miit", miit);
    await behind(db, "region:500237001", office);
    expect(await report(CODES[0], "关闭歇业")).toMatchObject({ judged: 1, raised: 1 });
    const [alert] = await alertList(db, { open: true });
    expect(alert).toMatchObject({ level: "red", life: { state: "raised" } });
    await round();
    expect(miit.received).toHaveLength(1);
    expect(miit.received[0]!.title).toBe("【红色预警▲】巫山县稳岗预警 1项");
    expect(miit.received[0]!.lines[0]).toContain("企业0（新增）");
    expect(miit.received[0]!.lines[0]).toContain(`预警编号 ${alert!.number}`);
  });

  it("come once, however often the sender goes round and the event is judged", async () => {
    await behind(db, "department:miit", miit);
    await report(CODES[0], "关闭歇业");
    for (let i = 0; i < 3; i++) {
      await round();
      await judgeEvents(db, wushan, () => now);
      now += MINUTE;
    }
    expect(miit.received).toHaveLength(1);
    expect(await report(CODES[0], "关闭歇业")).toMatchObject({ raised: 0 });
  });

  it("below red wait for the next morning and come together", async () => {
    await behind(db, "department:miit", miit);
    await report(CODES[0], "拖欠工资");
    await report(CODES[1], "拖欠工资");
    expect(await round()).toMatchObject({ messages: 0 });
    expect(miit.received).toHaveLength(0);
    now = instantOn("2026-03-11", "09:00");
    await round();
    expect(miit.received.map(({ lines }) => lines.length)).toEqual([2]);
  });

  it("arrive in order after the receiver was down for a day, none lost and none twice", async () => {
    await behind(db, "department:miit", miit);
    miit.status = 503;
    await report(CODES[0], "关闭歇业");
    await round();
    await report(CODES[1], "申请破产或重整");
    for (const end = now + DAY; now < end; now += 4 * MINUTE) await round();
    expect(miit.received).toHaveLength(0);
    miit.status = 200;
    for (const end = now + 5 * MINUTE; now <= end; now += 30_000) await round();
    const said = miit.received.map(({ lines }) => lines.join());
    expect(said[0]).toContain("企业0");
    expect(said.join()).toContain("企业1");
    const keys = miit.received.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("carry the same key on every try, so that a receiver can tell two tries of one message", async () => {
    await behind(db, "department:miit", miit);
    const keys: string[] = [];
    const lossy: Carrier = {
      perMinute: null,
      send: async (sending, message, signal) => {
        keys.push(sending.key);
        const tried = await hook.send(sending, message, signal);
        if (keys.length < 3) throw new Error("cut off after the receiver had it");
        return tried;
      },
    };
    await report(CODES[0], "关闭歇业");
    for (let i = 0; i < 5; i++, now += 10 * MINUTE) await round(lossy);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it("to an address that refuses for good go to the leading group's office instead", async () => {
    await behind(db, "department:miit", miit);
    await behind(db, "department:employment-office", office);
    miit.status = 410;
    await report(CODES[1], "拖欠工资");
    now = instantOn("2026-03-11", "09:00");
    expect(await round()).toMatchObject({ permanent: 1 });
    expect((await recipients(db)).find(({ desk }) => desk === "department:miit")?.broken).toBe("410");
    now = instantOn("2026-03-12", "09:00");
    await round();
    expect(office.received.flatMap(({ lines }) => lines).join()).toContain("企业1");
  });

  it("are told as sent to whom they went, whoever the recipient is changed into since", async () => {
    const id = await behind(db, "department:miit", miit, "旧群");
    await report(CODES[0], "关闭歇业");
    await round();
    const [alert] = await alertList(db, { open: true });
    const whom = async () =>
      (await toldOf(db, alert!.id)).flatMap(({ name, hint }) => (name === null ? [] : [`${name} ${hint}`]));
    const change = (name: string, hint: string) =>
      replaceRecipient(db, id, {
        ...{ desk: "department:miit", name, channel: "hook", address: miit.url, hint, fingerprint: miit.url },
        ...{ language: "zh", validFrom: null, validTo: null, actor: "test", at: new Date(now).toISOString() },
      });
    now += HOUR;
    await change("新群", "…new1");
    now += HOUR;
    await change("更新的群", "…new2");
    expect(await whom()).toEqual(["旧群 …"]);
    await report(CODES[1], "关闭歇业");
    now = instantOn("2026-03-11", "09:00");
    await round();
    const newer = (await alertList(db, { open: true })).find(({ id }) => id !== alert!.id)!;
    expect((await toldOf(db, newer.id)).map(({ name, hint }) => `${name} ${hint}`)).toContain("更新的群 …new2");
  });

  it("for a desk with nobody behind it go to the leading group's office; where that is empty too, they wait and say why", async () => {
    await report(CODES[0], "关闭歇业");
    await round();
    const [alert] = await alertList(db, { open: true });
    const waiting = async () => (await toldOf(db, alert!.id)).filter(({ state }) => state === "waiting");
    expect((await waiting()).every(({ reason }) => reason === "nobody-behind-desk")).toBe(true);
    await behind(db, "department:employment-office", office);
    await round();
    expect(await waiting()).toEqual([]);
    expect(office.received).toHaveLength(1);
  });

  it("wait while the enterprise is paused, and come when the pause is over", async () => {
    await behind(db, "department:miit", miit);
    const pause = {
      subjectKind: "enterprise",
      subject: CODES[0],
      from: TODAY,
      until: "2026-03-12",
      reason: "overhaul",
      actor: "w",
    } as const;
    await keepPause(db, pause, new Date(now).toISOString());
    await report(CODES[0], "关闭歇业");
    await round();
    expect(miit.received).toHaveLength(0);
    now = instantOn("2026-03-13", "00:00");
    await round();
    expect(miit.received).toHaveLength(1);
  });

  it("to a robot never exceed its limit in a minute, and lose nothing", async () => {
    await behind(db, "department:miit", miit);
    await behind(db, "region:500237001", miit, "same robot");
    const robot: Carrier = { ...hook, perMinute: 1 };
    await report(CODES[0], "关闭歇业");
    await round(robot);
    expect(miit.received).toHaveLength(1);
    now += 59_000;
    await round(robot);
    expect(miit.received).toHaveLength(1);
    now += 2_000;
    await round(robot);
    expect(miit.received).toHaveLength(2);
  });

  it("go to the next desk when nobody acknowledges in time, step by step, each step once", async () => {
    const hrss = await openReceiver();
    await behind(db, "department:miit", miit);
    await behind(db, "department:employment-office", office);
    await behind(db, "department:hrss", hrss);
    await report(CODES[0], "关闭歇业");
    await round();
    office.received.length = 0;
    const counts: number[] = [];
    for (const hours of [1.9, 2, 3, 23.9, 24, 50]) {
      now = MORNING + hours * HOUR;
      await escalateOverdue(db, wushan, () => now);
      await round();
      counts.push(office.received.length, hrss.received.length);
    }
    await hrss.close();
    expect(counts).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1]);
    expect(office.received[0]!.lines[0]).toContain("逾期未签收");
  });
});
