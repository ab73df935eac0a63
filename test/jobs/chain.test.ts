import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actOnAlert } from "../../jobs/alerts/act.ts";
import { escalateOverdue } from "../../jobs/alerts/escalate.ts";
import { stepCase } from "../../jobs/cases/step-case.ts";
import { deliverDue } from "../../jobs/deliver/deliver.ts";
import { groupNotices } from "../../jobs/deliver/group.ts";
import { DAY, HOUR, instantOn, MINUTE } from "../../models/instant.ts";
import { assessPolicies } from "../../models/policy/assess.ts";
import { type Alert, alertList, changesOf } from "../../src/db/alert-life.ts";
import { cases } from "../../src/db/case.ts";
import { factsOf } from "../../src/db/collect-facts.ts";
import type { Db } from "../../src/db/db.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { behind, hook } from "../desks.ts";
import { openReceiver, type Receiver } from "../receiver.ts";

/** Every desk's messages, each desk at a receiver of its own. */
type Desks = Map<string, Receiver>;

interface NoticeRow {
  readonly desk: string;
  readonly number: string;
  readonly state: string;
  readonly reason: string | null;
}

describe.each(testDatabases())("from a month run to the jobs kept, on $name", ({ open }) => {
  let db: Db;
  let last = 0;
  let now = instantOn("2026-01-12", "08:00");
  const desks: Desks = new Map();
  const clock = () => now;

  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 300, 14));
    for (const month of [last - 2, last - 1, last]) await runOn(db, month, { clock });
    for (const { desk } of await db.query<{ desk: string }>("select distinct desk from notice")) await put(desk);
    await put("department:employment-office");
    await put("department:hrss");
    await liveThroughAnOutage();
  });
  afterAll(async () => {
    await db.close();
    for (const receiver of desks.values()) await receiver.close();
  });

  const put = async (desk: string) => {
    if (desks.has(desk)) return;
    const receiver = await openReceiver();
    desks.set(desk, receiver);
    await behind(db, desk, receiver);
  };
  const round = async () => {
    await escalateOverdue(db, wushan, clock);
    await groupNotices(db, { profile: wushan, simulated: true, now, which: "all" });
    const carriers = new Map([["hook", hook]]);
    const signal = new AbortController().signal;
    await deliverDue(db, { profile: wushan, carriers, holder: "test", clock, chance: () => 0.5, signal });
  };
  /** Every receiver is down for a day, comes back, and the next morning's messages go out. */
  const liveThroughAnOutage = async () => {
    for (const receiver of desks.values()) receiver.status = 503;
    for (const end = now + DAY; now < end; now += 20 * MINUTE) await round();
    expect([...desks.values()].flatMap(({ received }) => received)).toEqual([]);
    for (const receiver of desks.values()) receiver.status = 200;
    for (const end = now + 5 * MINUTE; now < end; now += MINUTE) await round();
    now = instantOn("2026-01-14", "09:00");
    await round();
  };
  const notices = () =>
    db.query<NoticeRow>("select desk, about->>'number' as number, state, reason from notice order by id");
  /** How often each desk read each alert's number. */
  const read = (desk: string, number: string) =>
    desks
      .get(desk)!
      .received.flatMap(({ lines }) => lines)
      .filter((line) => line.endsWith(number)).length;
  const open_ = () => alertList(db, { open: true });

  it("each alert reaches each of its desks once, though every receiver was down for the first day", async () => {
    const all = await notices();
    const sent = all.filter(({ state }) => state === "sent");
    const lost = sent.filter(({ desk, number }) => read(desk, number) === 0);
    const keys = [...desks.values()].flatMap(({ received }) => received.map(({ key }) => key));
    const doubled = keys.length - new Set(keys).size;
    const suppressed = all.filter(({ state }) => state === "suppressed");
    const byReason = Object.fromEntries(
      [...new Set(suppressed.map(({ reason }) => reason))].map((reason) => [
        reason,
        suppressed.filter((one) => one.reason === reason).length,
      ]),
    );
    const raised = (await alertList(db, {})).length;
    console.log(
      `raised ${raised}, notices ${all.length}, messages ${keys.length}, suppressed ${JSON.stringify(byReason)}, lost ${lost.length}, doubled ${doubled}`,
    );
    expect(raised).toBeGreaterThan(3);
    expect(keys.length).toBeLessThan(sent.length);
    expect([lost, doubled]).toEqual([[], 0]);
    expect(all.filter(({ state }) => state === "waiting")).toEqual([]);
  });

  it("the same month run again, and every later round, sends nothing", async () => {
    const before = [...desks.values()].flatMap(({ received }) => received).length;
    expect((await runOn(db, last, { clock })).changed).toBe(false);
    for (let i = 0; i < 3; i++, now += HOUR) await round();
    expect([...desks.values()].flatMap(({ received }) => received).length).toBe(before);
  });

  it("red and orange alerts that nobody acknowledged went to the next desks, each step once", async () => {
    const severe = (await open_()).filter(({ level }) => level === "red" || level === "orange");
    expect(severe.length).toBeGreaterThan(0);
    for (const alert of severe) {
      const steps = (await changesOf(db, alert.id)).filter(({ action }) => action === "escalate");
      expect(steps.length).toBe(2);
      expect(read("department:hrss", alert.number)).toBeGreaterThanOrEqual(1);
    }
  });

  it("a case runs from the first contact to its outcome, and its alert ends with it", async () => {
    const alert = (await open_()).find(({ subjectKind }) => subjectKind === "enterprise") as Alert;
    await actOnAlert(db, alert.number, { action: "take", actor: "李敏" }, { profile: wushan, clock });
    const { number } = (await cases(db, { open: true, enterprise: alert.subject }))[0]!;
    const step = (rest: Parameters<typeof stepCase>[2]) => stepCase(db, number, rest, { profile: wushan, clock });
    await step({ kind: "contact", actor: "李敏", note: "电话" });
    await step({ kind: "visit", actor: "李敏", note: "上门" });
    await step({ kind: "difficulties", actor: "李敏", difficulties: ["orders"] });
    await step({ kind: "measure", actor: "李敏", measure: "refund", due: "2026-02-01" });
    await step({ kind: "measure-done", actor: "李敏", measure: "refund", note: "已兑现" });
    const { now: ended } = await step({
      ...{ kind: "close", actor: "李敏", outcome: "no-layoff", intervened: true, kept: 20, note: "撤回裁员方案" },
    });
    expect(ended).toMatchObject({ state: "closed", outcome: "no-layoff", intervened: true, kept: 20 });
    expect((await alertList(db, { subject: alert.subject })).at(-1)!.life).toMatchObject({
      state: "closed",
      outcome: "no-layoff",
    });
  });

  it("support for an enterprise in hand is there on a policy's last day and gone on the next", async () => {
    const { subject } = (await alertList(db, {})).find(({ subjectKind }) => subjectKind === "enterprise")!;
    const vintage = (await vintageAsOf(db, "2026-01-12"))!;
    const refundOn = async (date: string) => {
      const known = (await factsOf(db, { profile: wushan, date, vintage }, subject))!;
      return assessPolicies(wushan, known.facts, date).find(({ policy }) => policy.code === "stability-refund")!;
    };
    // 渝人社规〔2025〕10号 holds until 2025-12-31.
    expect((await refundOn("2025-12-31")).rules.length).toBeGreaterThan(0);
    expect(await refundOn("2026-01-01")).toMatchObject({ outcome: "not-eligible", rules: [] });
  });
});
