import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import type { CasesView } from "../../../src/web/cases/case-answer.ts";
import type { SeenData } from "../../../src/web/data/upload-answer.ts";
import type { PausesView, ToldPause } from "../../../src/web/pauses/pause-answer.ts";
import { fillCounty } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

const MANY = 120;

describe.each(oneDatabase())("lists longer than a page on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let [office, township, analyst]: Client[] = [];
  beforeAll(async () => {
    db = await open();
    await fillCounty(db, MANY, 2);
    await db.query(
      `with c as (
         insert into enterprise_case (number, enterprise, opened_at, referent, criticality, steps)
         select 'AJ2026-' || lpad(row_number() over (order by id)::text, 5, '0'), code, '2026-01-05T00:00:00Z', '张三', 'high', 1
         from enterprise returning id)
       insert into case_step (case_id, step, at, kind, actor, body)
       select id, 1, '2026-01-05T00:00:00Z', 'open', '张三',
         '{"on": "2026-01-05", "person": "张三", "criticality": "high"}'::jsonb from c`,
    );
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    const by = await person(service, "analyst");
    await db.query(
      `insert into upload (source, name, sha256, size_bytes, published_on, uploaded_by, uploaded_at, kind, verdict, counts, findings,
         finding_count, enterprises, whole_place, state)
       select 'web', n || '.xlsx', n::text, 1, '2026-01-05', $1, now(), 'headcount', 'ready',
         '{"read": 1, "accepted": 1, "quarantined": 0, "warned": 0}', '[]', 0, '{}', true, 'expired'
       from generate_series(1, $2::integer) as n`,
      [by.id, MANY],
    );
    await db.query(
      `insert into batch (source, kind, name, sha256, size_bytes, published_on, imported_by, verdict, simulated, rows_read,
         rows_accepted, rows_quarantined, rows_warned)
       select 'county', 'headcount', n || '.csv', 'more ' || n, 1, '2026-01-05', 'test', 'blocked', false, 0, 0, 0, 0
       from generate_series(1, $1::integer) as n`,
      [MANY],
    );
    await db.query(
      `insert into pause (subject_kind, subject, from_day, until_day, reason, actor, at)
       select case when n % 3 = 0 then 'industry' else 'enterprise' end, case when n % 3 = 0 then 'C' else e.code end,
         date '2026-01-01' + n % 40 - 20, date '2026-01-01' + n % 40 - 10, '检修 ' || n, '张三', now()
       from (select code, row_number() over (order by id)::integer as n from enterprise) as e`,
    );
    office = await signedIn(service, await person(service, "office"));
    township = await signedIn(service, await person(service, "township", { regions: ["500237001"] }));
    analyst = await signedIn(service, by);
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  async function all<View, One>(
    client: Client,
    path: string,
    of: (view: View) => readonly [readonly One[], string | number | null],
  ) {
    const found: One[] = [];
    for (let query: string | null = ""; query !== null; ) {
      const view = JSON.parse((await client.get(`/api${path}${query}`)).text) as View;
      const [page, next]: readonly [readonly One[], string | number | null] = of(view);
      expect(page.length).toBeLessThanOrEqual(50);
      found.push(...page);
      query = next === null ? null : `?${next}`;
    }
    return found;
  }

  it("cases come fifty at a time, each once, the newest first, with what each owes next", async () => {
    const cases = await all<CasesView, CasesView["cases"][number]>(office!, "/cases", ({ cases, next }) => [
      cases,
      next && `after=${next}`,
    ]);
    expect(cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id).toSorted((a, b) => b - a));
    expect(new Set(cases.map(({ enterprise }) => enterprise)).size).toBe(MANY);
    const { number, enterprise, nextDue } = cases[0]!;
    const one = JSON.parse((await office!.get(`/api/enterprises/${enterprise}/cases/${number}`)).text);
    expect(one.case.listed.nextDue).toEqual(nextDue);
    expect(nextDue).toMatchObject({ kind: one.case.deadlines[0].kind, due: one.case.deadlines[0].due });
    const page = (await office!.get("/cases?state=all")).text;
    expect(page).toContain(`/cases?state=all&amp;after=${cases[49]!.number}`);
    expect(page).toMatch(/2026-01-\d\d 首次(联系|走访)（已逾期）/);
  });

  it("files and deliveries go on each in its own place", async () => {
    const uploads = await all<SeenData, { id: number }>(analyst!, "/data", ({ uploads, nextUpload }) => [
      uploads,
      nextUpload && `uploadsFrom=${nextUpload}`,
    ]);
    const deliveries = await all<SeenData, { id: number }>(analyst!, "/data", ({ deliveries, nextDelivery }) => [
      deliveries,
      nextDelivery && `deliveriesFrom=${nextDelivery}`,
    ]);
    const [{ count }] = (await db.query<{ count: number }>("select count(*)::integer as count from batch")) as [
      { count: number },
    ];
    expect([uploads.length, deliveries.length]).toEqual([MANY, count]);
    for (const list of [uploads, deliveries])
      expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).toSorted((a, b) => b - a));
    const page = (await analyst!.get(`/data?uploadsFrom=${uploads[60]!.id}`)).text;
    expect(page).toContain(`/data?uploadsFrom=${uploads[60]!.id}&amp;deliveriesFrom=${deliveries[50]!.id}`);
  });

  it("pauses come fifty at a time, each once, those that are not over first, and all are counted", async () => {
    const pauses = await all<PausesView, ToldPause>(office!, "/pauses", ({ pauses, next }) => [
      pauses,
      next && `after=${next}`,
    ]);
    expect(new Set(pauses.map(({ id }) => id)).size).toBe(MANY);
    const place = ({ standing, from, id }: ToldPause) =>
      `${standing === "ended" ? 0 : 1} ${from} ${String(id).padStart(9, "0")}`;
    expect(pauses.map(place)).toEqual(pauses.map(place).toSorted().toReversed());
    const { current, coming } = JSON.parse((await office!.get("/api/pauses")).text) as PausesView;
    const count = (standing: string) => pauses.filter((one) => one.standing === standing).length;
    expect([current, coming]).toEqual([count("current"), count("coming")]);
    expect(current * coming, "the test has both").toBeGreaterThan(0);
    const page = (await office!.get("/pauses?enterprise=X")).text;
    expect(page).toContain(`/pauses?enterprise=X&amp;after=${pauses[49]!.id}`);
    const regulator = await signedIn(service, await person(service, "regulator", { departments: ["miit"] }));
    const own = await all<PausesView, ToldPause>(regulator, "/pauses", ({ pauses, next }) => [
      pauses,
      next && `after=${next}`,
    ]);
    const foreign = pauses.find(({ id }) => !own.some((one) => one.id === id))!;
    expect(own.length).toBeGreaterThanOrEqual(MANY / 3);
    expect((await regulator.get(`/api/pauses?after=${foreign.id}`)).status).toBe(400);
  });

  it.each([
    ["/pauses", "NOPE", "input-wrong"],
    ["/pauses", "99999", "cursor-unknown"],
    ["/alerts", "NOPE", "input-wrong"],
    ["/alerts", "YJ2026-99999", "cursor-unknown"],
    ["/cases", "NOPE", "input-wrong"],
    ["/cases", "AJ2026-99999", "cursor-unknown"],
    ["/enterprises", "NOPE", "cursor-unknown"],
    ["/data", "NOPE", "input-wrong"],
  ])("%s says that it cannot go on after %s", async (path, after, code) => {
    const name = path === "/data" ? "uploadsFrom" : "after";
    const answer = await (path === "/data" ? analyst : office)!.get(`/api${path}?${name}=${after}`);
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, code]);
  });

  it("what lies beyond one's reach is no place to go on from", async () => {
    const [foreign] = await db.query<{ number: string }>(
      `select c.number from enterprise_case c join enterprise e on e.code = c.enterprise
       join enterprise_scope s on s.enterprise_id = e.id where s.region <> '500237001' limit 1`,
    );
    const answer = await township!.get(`/api/cases?after=${foreign!.number}`);
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, "cursor-unknown"]);
  });
});
