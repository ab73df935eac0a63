import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

const KIND = wushan.eventKinds.find(({ group }) => group === "statutory")!;
/** 31 March less the 30 days of art. 41 is 1 March; 37 ÷ 80 = 46.25 %. */
const PLAN = {
  ...{ people: "37", staff: "80", ground: "difficulties", filedOn: "2026-01-10", startsOn: "2026-03-31" },
  ...{ explainedOn: "2026-03-01", "group-maternity": "2", "group-long-term": "", replaces: "" },
};

interface Told {
  readonly plans: readonly { readonly id: number; readonly people: number }[];
}

describe.each(testDatabases())("a layoff registered in the browser on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  let code: string;
  let other: string;
  let third: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 40, 12);
    await runOn(db, last);
    const codes = await db.query<{ code: string }>("select code from enterprise order by id limit 3");
    [code, other, third] = codes.map((one) => one.code) as [string, string, string];
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    office = await signedIn(service, await person(service, "office"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const file = (fields: Readonly<Record<string, string>> = {}, of = code) =>
    office.post(`/enterprises/${of}/layoff-plans`, { ...PLAN, ...fields });
  const plansOf = async (of = code) => (JSON.parse((await office.get(`/api/enterprises/${of}`)).text) as Told).plans;
  const counts = () =>
    db.query(
      "select (select count(*)::integer from layoff_plan) as plans, (select count(*)::integer from event) as events",
    );

  it("is kept in numbers, judged at once as an event, and shown with what the law says of it and asks for", async () => {
    const answer = await file();
    expect([answer.status, answer.headers.location]).toEqual([303, `/enterprises/${code}#plans`]);
    const told = await plansOf();
    expect(told[0]).toMatchObject({
      ...{ people: 37, staff: 80, ground: "difficulties", groups: { maternity: 2 }, faults: ["protected-listed"] },
      outcome: { lost: null, to: null, verdict: "not-yet" },
    });
    const page = (await office.get(`/enterprises/${code}`)).text;
    for (const words of ["37 / 80", "37 ÷ 80 = 46.25%≥10%", "方案中含不得裁减的人员", "2026-03-01", KIND.name.zh])
      expect(page).toContain(words);
    expect(
      await db.query(
        "select v.kind, v.people from event v join enterprise e on e.id = v.enterprise_id where e.code = $1 and v.occurred_on = '2026-01-10'",
        [code],
      ),
    ).toContainEqual({ kind: KIND.code, people: 37 });
    const notes = await db.query<{ detail: string }>(
      "select detail from audit where action = 'layoff-plan' and subject = $1",
      [`enterprise:${code}`],
    );
    expect(notes.map(({ detail }) => JSON.parse(detail).people)).toEqual([37]);
  });

  it("is corrected by one that says so: the earlier stays stored and is shown no more", async () => {
    await file({ people: "30", filedOn: "2026-01-08" }, other);
    const [{ id } = { id: 0 }] = await plansOf(other);
    await file({ people: "25", filedOn: "2026-01-09", replaces: String(id) }, other);
    expect((await plansOf(other)).map(({ people }) => people)).toEqual([25]);
    const stored = await db.query("select people from layoff_plan where enterprise = $1 order by id", [other]);
    expect(stored).toEqual([{ people: 30 }, { people: 25 }]);
    const again = await file({ replaces: String(id) }, other);
    expect([again.status, again.text.includes("plan-unknown")]).toEqual([404, true]);
    const foreign = await file({ replaces: String((await plansOf(other))[0]!.id) });
    expect([foreign.status, foreign.text.includes("plan-unknown")]).toEqual([404, true]);
  });

  it("that cannot be is refused with its cause, and nothing of it is kept", async () => {
    const before = await counts();
    const refusals = [
      [{ people: "81" }, "plan-people-wrong"],
      [{ people: "0" }, "plan-people-wrong"],
      [{ filedOn: "2026-02-01" }, "date-future"],
      [{ startsOn: "2026-02-30" }, "input-wrong"],
      [{ staff: "" }, "input-wrong"],
      [{ ground: "whim" }, "input-wrong"],
    ] as const;
    for (const [fields, problem] of refusals) expect((await file(fields)).text).toContain(problem);
    expect(await counts()).toEqual(before);
  });

  /** Somebody reports that it closes, and the alert is taken in hand. */
  async function openCase(): Promise<string> {
    await office.post(`/enterprises/${third}/events`, { kind: "closure", on: "2026-01-09" });
    const [{ number } = { number: "" }] = await db.query<{ number: string }>(
      "select number from alert where subject = $1",
      [third],
    );
    await office.post(`/enterprises/${third}/alerts/${number}/take`);
    const [opened] = await db.query<{ number: string }>("select number from enterprise_case where enterprise = $1", [
      third,
    ]);
    return `/enterprises/${third}/cases/${opened!.number}`;
  }

  it("is followed in the case: those dismissed and in work again, by group, the newest count of each", async () => {
    const path = await openCase();
    const count = (fields: Readonly<Record<string, string>>) => office.post(`${path}/placed`, fields);
    const first = { group: "older", on: "2026-01-10", dismissed: "12", benefit: "5", trained: "", placed1: "2" };
    const answer = await count(first);
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}#placed`]);
    await count({ ...first, on: "", placed1: "2", placed3: "6" });
    await count({ group: "young", dismissed: "8", placed1: "5" });
    const told = JSON.parse((await office.get(`/api${path}`)).text) as { case: { placed: unknown } };
    // 12 + 8 dismissed; 6 + 5 in work again: 11 ÷ 20 = 55 %, 9 still without.
    expect(told.case.placed).toMatchObject({
      groups: [
        {
          group: "older",
          on: "2026-01-12",
          dismissed: 12,
          benefit: 5,
          trained: 0,
          placed1: 2,
          placed3: 6,
          placed6: null,
        },
        { group: "young", on: "2026-01-12", dismissed: 8, benefit: 0, placed1: 5, placed3: null },
      ],
      total: { dismissed: 20, placed: 11, unemployed: 9, rate: 0.55, gap: null },
    });
    expect((await office.get(path)).text).toContain("已再就业11人（55.0%），仍失业9人");
    const refusals = [
      [{ dismissed: "3", placed1: "4" }, "reemployment-more-than-dismissed"],
      [{ dismissed: "9", placed1: "4", placed3: "3" }, "reemployment-fewer-later"],
      [{ dismissed: "9", on: "2026-01-13" }, "reemployment-in-future"],
      [{ dismissed: "9", group: "nobody" }, "code-unknown"],
      [{ dismissed: "" }, "input-wrong"],
    ] as const;
    const stored = await db.query("select count(*) from reemployment");
    for (const [fields, problem] of refusals) expect((await count(fields)).text).toContain(problem);
    expect((await office.post(`${path.replace(third, code)}/placed`, first)).status).toBe(404);
    expect(await db.query("select count(*) from reemployment")).toEqual(stored);
    expect(await db.query("select action from audit where action = 'case-placed'")).toHaveLength(3);
  });

  it("is offered to those who report events of the enterprise", async () => {
    const analyst = await signedIn(service, await person(service, "analyst"));
    expect((await analyst.get(`/enterprises/${code}`)).text).not.toContain("/layoff-plans");
    expect((await analyst.post(`/enterprises/${code}/layoff-plans`, PLAN)).status).toBe(403);
  });
});
