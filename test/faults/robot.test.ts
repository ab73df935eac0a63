import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Carrier, deliverDue } from "../../jobs/deliver/deliver.ts";
import { groupNotices } from "../../jobs/deliver/group.ts";
import { DAY, instantOn, MINUTE } from "../../models/instant.ts";
import type { NoticeAbout } from "../../models/notice/notice.ts";
import type { Db } from "../../src/db/db.ts";
import { keepNotices } from "../../src/db/notice.ts";
import { randomOf } from "../../src/simulate/random.ts";
import { wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { behind } from "../desks.ts";
import { openReceiver, type Receiver } from "../receiver.ts";
import { emptyPlace } from "../takes.ts";
import { sized } from "./size.ts";

const DESK = "department:miit";

describe.each(testDatabases())("a robot on $name", ({ open }) => {
  let db: Db;
  let robot: Receiver;
  let now = instantOn("2026-03-10", "10:00");
  const random = randomOf(1, 0);
  /** Messages in each minute, as the robot saw them. */
  let minutes = new Map<number, number>();
  let keys: string[] = [];
  let lines: string[] = [];
  /** What the robot does with a message that reaches it. */
  let mood: "well" | "down" | "loses its answer" = "well";
  beforeEach(async () => {
    now = instantOn("2026-03-10", "10:00");
    db = await emptyPlace(await open());
    robot = await openReceiver();
    await behind(db, DESK, robot);
    [minutes, keys, lines, mood] = [new Map(), [], [], "well"];
  });
  afterEach(async () => {
    await db.close();
    await robot.close();
  });

  const carrier: Carrier = {
    perMinute: 18,
    send: async (sending, message) => {
      if (mood === "down") return { kind: "failed", permanent: false, code: "503", message: { zh: "503", en: "503" } };
      const minute = Math.floor(now / MINUTE);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
      keys.push(sending.key);
      lines.push(...message.lines);
      if (mood === "loses its answer" && random() < 0.3)
        throw new Error("the connection broke after the message arrived");
      return { kind: "delivered", receipt: null };
    },
  };
  const about = (n: number): NoticeAbout => ({
    ...{
      number: `YJ2026-03-${String(n).padStart(5, "0")}`,
      subjectKind: "enterprise",
      subject: `E${n}`,
      name: `企业${n}`,
    },
    ...{ industries: ["13", "C"], region: null, level: "red", levelBefore: null, month: "2026-02", repeat: false },
    ...{ headline: { zh: "用工减少", en: "fewer staff" }, explanation: { zh: "因", en: "why" } },
  });
  const raise = (from: number, count: number) =>
    keepNotices(
      db,
      Array.from({ length: count }, (_, i) => ({
        ...{ key: `k${from + i}`, desk: DESK, kind: "opened" as const, at: new Date(now).toISOString(), atOnce: true },
        ...{ routes: ["enterprise"], about: about(from + i), alert: null, case: null },
      })),
    );
  const round = async () => {
    await groupNotices(db, { profile: wushan, simulated: false, now, which: "all" });
    const order = { profile: wushan, carriers: new Map([["hook", carrier]]), holder: "test", clock: () => now };
    await deliverDue(db, { ...order, chance: random, signal: new AbortController().signal });
  };
  const numbersIn = (said: readonly string[]) => said.map((line) => line.slice(line.lastIndexOf(" ") + 1));
  const waiting = async () => {
    const [row] = await db.query<{ n: number }>("select count(*)::integer as n from sending where state = 'waiting'");
    return row!.n;
  };

  it("limited to 20 messages a minute is told of every alert, as digests, at most 18 a minute", async () => {
    const alerts = sized(900, 5_000);
    await raise(1, alerts);
    for (let i = 0; i < 500 && (i === 0 || (await waiting()) > 0); i++, now += 5_000) await round();
    const told = numbersIn(lines);
    const busiest = Math.max(...minutes.values());
    console.log(
      `${alerts} alerts in ${keys.length} messages, busiest minute ${busiest}, lost ${alerts - new Set(told).size}`,
    );
    expect(new Set(told).size).toBe(alerts);
    expect(told).toHaveLength(alerts);
    expect(busiest).toBeLessThanOrEqual(18);
  });

  it("that is down for days gets everything within five minutes of its return, in order", async () => {
    const days = sized(1, 7);
    mood = "down";
    let raised = 0;
    for (const end = now + days * DAY; now < end; now += 10 * MINUTE) {
      if (Math.round(now / (10 * MINUTE)) % 36 === 0) raised += await raise(raised + 1, 1);
      await round();
    }
    mood = "well";
    const back = now;
    for (; now <= back + 5 * MINUTE; now += 5_000) await round();
    const told = numbersIn(lines);
    console.log(`down ${days} days: ${raised} alerts raised, ${told.length} told within five minutes of its return`);
    expect(told).toEqual(told.toSorted());
    expect(new Set(told).size).toBe(raised);
  });

  it("that takes a message and loses its answer sees it again with the same key, and nothing else twice", async () => {
    mood = "loses its answer";
    const alerts = sized(40, 400);
    for (let i = 0; i < alerts; i++, now += MINUTE) {
      await raise(i + 1, 1);
      await round();
    }
    mood = "well";
    for (let i = 0; i < 60; i++, now += MINUTE) await round();
    const byKey = new Map<string, Set<string>>();
    for (const [i, key] of keys.entries()) byKey.set(key, (byKey.get(key) ?? new Set()).add(lines[i]!));
    for (const said of byKey.values()) expect(said.size).toBe(1);
    expect(new Set(numbersIn(lines)).size).toBe(alerts);
    const [row] = await db.query<{ n: number }>("select count(*)::integer as n from sending where state = 'delivered'");
    expect(row!.n).toBe(byKey.size);
  });
});
