import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { riskModelOfRun } from "../../../jobs/run/risk-model.ts";
import { peersOf } from "../../../jobs/web/peers-of.ts";
import { sectionMovements } from "../../../jobs/web/section-movements.ts";
import { FEATURES } from "../../../models/risk/features.ts";
import type { Db } from "../../../src/db/db.ts";
import { latestRuns, type Run } from "../../../src/db/run.ts";
import type { ToldVersion } from "../../../src/web/enterprise/parts-answer.ts";
import { whyNoneOf, whyOf } from "../../../src/web/enterprise/why.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

describe.each(oneDatabase())("peers, versions and events of an enterprise on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let run: Run;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 150, 26);
    await runOn(db, last);
    run = (await latestRuns(db)).at(-1)!;
    service = await serve(db);
    office = await signedIn(service, await person(service, "office"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const sheet = async (code: string) => JSON.parse((await office.get(`/api/enterprises/${code}`)).text);

  it("the peers told are those that the score rested on, and the place is counted by hand", async () => {
    const rows = await db.query<{ code: string; peers: number; headcount: number; previous: number }>(
      `select e.code, s.peers, s.headcount, s.previous from score s join enterprise e on e.id = s.enterprise_id
       where s.run_id = $1 and s.status = 0 and s.headcount is not null and s.previous is not null order by e.code`,
      [run.id],
    );
    const movements = sectionMovements(db, wushan);
    let told = 0;
    for (const { code, peers, headcount, previous } of rows.slice(0, 60)) {
      const found = await peersOf(db, wushan, movements, run, code);
      if (found === null) continue;
      told++;
      expect({ code, peers: found.enterprises - 1 }).toEqual({ code, peers });
      expect(found.own).toBeCloseTo(Math.max(headcount, 0.5) / Math.max(previous, 0.5) - 1, 12);
      expect(found.below).toBeLessThan(found.enterprises);
      expect(found.spread).toEqual(found.spread.toSorted((a, b) => a - b));
      expect(found.spread[2]).toBeCloseTo(found.median, 12);
    }
    expect(told).toBeGreaterThan(20);
  });

  it("tells a risk with its 80 % interval and what kind of model foretold it, to those who may read alerts", async () => {
    const [one] = await db.query<{ code: string; risk: number; low: number; high: number }>(
      `select e.code, s.risk, s.risk_low as low, s.risk_high as high from score s join enterprise e on e.id = s.enterprise_id
       where s.run_id = $1 and s.risk_low is not null order by s.risk desc limit 1`,
      [run.id],
    );
    const { code, risk, low: riskLow, high: riskHigh } = one!;
    const { judgement } = await sheet(code);
    expect(judgement).toMatchObject({ risk, riskLow, riskHigh, riskKind: "shipped" });
  });

  it.each([
    ["not-kept", "s.headcount >= 20", "系统不留存其评分构成", "reached no level"],
    ["event", "s.headcount >= 20", "由最近一次月度任务之后报送的动态触发", "by an event reported after"],
    ["too-small", "s.headcount between 1 and 19", "少于模型所预测减员的最低人数", "fewer people than"],
    ["silent", "s.headcount is null", "当月未报用工人数", "no headcount this month"],
  ])("says of an open alert without parts of a score why there are none: %s", async (none, where, zh, en) => {
    const [one] = await db.query<{ id: number; code: string }>(
      `select e.id, e.code from score s join enterprise e on e.id = s.enterprise_id
       where s.run_id = $1 and s.level is null and s.features is null and ${where} and (s.headcount is null or s.risk is not null)
         and not exists (select from alert a where a.subject = e.code) limit 1`,
      [run.id],
    );
    const { code } = one!;
    await db.query(
      "insert into alert (number, subject_kind, subject, opened_month, opened_run, level) values ('YJ2025-11-9' || $4, 'enterprise', $1, $2, $3, 'blue')",
      [code, run.month - 1, run.id, none],
    );
    if (none === "event") {
      await db.query(
        "insert into event (enterprise_id, kind, occurred_on, published_on, batch_id) select $1, $2, '2030-01-02', '2030-01-02', max(id) from batch",
        [one!.id, wushan.eventKinds[0]!.code],
      );
    }
    expect(await sheet(code)).toMatchObject({ why: [], whyNone: none });
    expect((await office.get(`/enterprises/${code}`)).text).toContain(zh);
    expect((await office.get(`/enterprises/${code}?lang=en`)).text).toContain(en);
    await office.get("/alerts?lang=zh");
  });

  it("says of a score with parts nothing, and of one not run or too short to foretell that it is so", () => {
    const known = {
      score: { headcount: 50, features: null },
      risk: 0.1,
      people: 20,
      alertOpen: true,
      eventSince: true,
    };
    expect(whyNoneOf(known)).toBe("event");
    expect(whyNoneOf({ ...known, alertOpen: false })).toBe("not-kept");
    expect(whyNoneOf({ ...known, risk: null })).toBe("too-short");
    expect(whyNoneOf({ ...known, score: null, risk: null })).toBe("unscored");
    expect(whyNoneOf({ ...known, score: { headcount: 19, features: null }, risk: 0 })).toBe("too-small");
  });

  it("every version of a month stands there with its delivery and what it changed", async () => {
    const [revised] = await db.query<{ code: string; month: number }>(
      `select e.code, h.month from headcount h join enterprise e on e.id = h.enterprise_id where h.month > $1
       group by e.code, h.month having count(*) > 1 order by h.month desc, e.code limit 1`,
      [run.month - 36],
    );
    const stored = await db.query<{ headcount: number; name: string }>(
      `select h.headcount, b.name from headcount h join enterprise e on e.id = h.enterprise_id join batch b on b.id = h.batch_id
       where e.code = $1 and h.month = $2 order by h.published_on, h.batch_id`,
      [revised!.code, revised!.month],
    );
    const { versions } = (await sheet(revised!.code)) as { versions: ToldVersion[] };
    const month = `${Math.floor(revised!.month / 12)}-${String((revised!.month % 12) + 1).padStart(2, "0")}`;
    const own = versions.filter((one) => one.month === month);
    expect(own.map(({ headcount, delivery }) => [headcount, delivery])).toEqual(
      stored.map(({ headcount, name }) => [headcount, name]),
    );
    expect(own.map(({ version }) => version)).toEqual(stored.map((_, i) => i + 1));
    expect(own[1]!.change).toBe(stored[1]!.headcount - stored[0]!.headcount);
    const page = (await office.get(`/enterprises/${revised!.code}`)).text;
    expect(page).toMatch(/各月数据版次（\d+个月有过更正）/);
  });

  it("what was reported stands among the reasons, by the odds it adds", async () => {
    const model = await riskModelOfRun(db, run);
    const score = { headcount: 300, features: new Array(FEATURES).fill(null) };
    const known = wushan.eventKinds.find(({ chance, announces }) => chance && !announces)!;
    const event = { kind: known.code, monthsAgo: 0, day: 0, people: null };
    const without = whyOf(model, score, [], wushan.eventKinds);
    const reasons = whyOf(model, score, [event], wushan.eventKinds);
    expect(without.map(({ name }) => name)).not.toContain("events");
    // By hand: p by the parts alone, q the listed chance; together 1 − (1 − p)(1 − q), and its odds over those of p.
    const odds = Math.exp(without.reduce((sum, { logOdds }) => sum + logOdds, 0));
    const p = odds / (1 + odds);
    const q = known.chance!.value * model.eventBelief;
    const both = 1 - (1 - p) * (1 - q);
    expect(reasons.find(({ name }) => name === "events")).toMatchObject({ value: q, unit: "share" });
    const told = reasons.find(({ name }) => name === "events")!.logOdds;
    expect(told).toBeCloseTo(Math.log(both / (1 - both) / odds), 6);
  });
});
