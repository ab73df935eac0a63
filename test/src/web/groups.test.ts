import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskOf } from "../../../jobs/web/desk.ts";
import type { Figure } from "../../../models/figure.ts";
import { openBatch } from "../../../src/db/batch.ts";
import type { Db } from "../../../src/db/db.ts";
import { latestRuns } from "../../../src/db/run.ts";
import { scopeBatch, scopeRest, scopeVersion } from "../../../src/db/scope/enterprise-scope.ts";
import { scopedTo } from "../../../src/db/scope/scoped-to.ts";
import type { GroupView } from "../../../src/web/groups/group-answer.ts";
import type { OverviewView, ToldLine } from "../../../src/web/overview/overview-answer.ts";
import { standings } from "../../../src/web/overview/standing.ts";
import { warmUp } from "../../../src/web/warm-up.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";

describe.each(oneDatabase())("home, industries and regions on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let office: Client;
  /** Sees every enterprise, but as somebody whose own they all are. */
  let everyTown: Client;
  let oneTown: Client;
  let town: string;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 150, 26);
    await runOn(db, last - 1);
    await runOn(db, last);
    service = await serve(db);
    office = await signedIn(service, await person(service, "office"));
    const regions = wushan.regions.map(({ code }) => code);
    everyTown = await signedIn(service, await person(service, "township", { regions }));
    const [most] = await db.query<{ region: string }>(
      "select region from enterprise_scope where region is not null group by region order by count(*) desc, region limit 1",
    );
    town = most!.region;
    oneTown = await signedIn(service, await person(service, "township", { regions: [town] }));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const told = async <T>(client: Client, path: string): Promise<T> => {
    const answer = await client.get(path);
    expect(answer.status, path).toBe(200);
    return JSON.parse(answer.text) as T;
  };
  const lineOf = (lines: readonly ToldLine[], code: string) => lines.find((line) => line.code === code);

  it("a reader to whom every enterprise belongs is told what the run stored of the whole", async () => {
    const paths = ["industries/C", "industries/F", `regions/${town}`, "industries/13"];
    for (const path of paths) {
      const [stored, own] = [
        await told<GroupView>(office, `/api/${path}`),
        await told<GroupView>(everyTown, `/api/${path}`),
      ];
      expect([stored.of, own.of]).toEqual(["whole", "own"]);
      const compared = (view: GroupView) => view.figures.toSorted((a, b) => (a.baseline < b.baseline ? -1 : 1));
      const plain = ({ parent: _parent, ...figure }: Figure) => figure;
      expect(compared(own).map(plain), path).toEqual(compared(stored).map(plain));
      const { parent: _one, ...outline } = own.outline;
      expect({ ...stored.outline, ...outline }, path).toEqual(stored.outline);
      expect(own.below.map(({ code, change }) => [code, change]).toSorted()).toEqual(
        stored.below.map(({ code, change }) => [code, change]).toSorted(),
      );
      expect(own.completeness).toEqual(stored.completeness);
      expect(own.alerts.map(({ number }) => number)).toEqual(stored.alerts.map(({ number }) => number));
      const narrowed = path.replace("industries/", "industry=").replace("regions/", "region=");
      const inbox = await told<{ counts: Record<string, number> }>(office, `/api/alerts?${narrowed}`);
      const open = Object.values(inbox.counts).reduce((sum, count) => sum + count, 0);
      expect([stored.open, own.open], path).toEqual([open, open]);
    }
  });

  it("the overview says the same to both, and its lines add up to the whole", async () => {
    const [stored, own] = [
      await told<OverviewView>(office, "/api/overview"),
      await told<OverviewView>(everyTown, "/api/overview"),
    ];
    for (const view of [stored, own]) {
      for (const lines of [view.industries, view.regions]) {
        expect(lines.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(view.whole!.headcount);
        expect(lines.reduce((sum, { change }) => sum + change, 0)).toBe(view.whole!.change);
      }
    }
    const numbers = ({ code, headcount, change, rate, open }: ToldLine) => ({ code, headcount, change, rate, open });
    expect(own.industries.map(numbers)).toEqual(stored.industries.map(numbers));
    expect(own.levels).toEqual(stored.levels);
    const [row] = await db.query<{ open: number }>(
      "select count(*)::integer as open from alert where state <> 'closed' and subject_kind = 'enterprise'",
    );
    const open = stored.levels.reduce((sum, one) => sum + one.raised + one.acknowledged + one.inHand, 0);
    expect(open).toBe(row!.open);
    expect(stored.industries.flatMap((line) => Object.values(line.open)).reduce((a, b) => a + b)).toBe(open);
  });

  it("a township is told of an industry its own enterprises and nothing of the others", async () => {
    const sections = (await told<OverviewView>(oneTown, "/api/overview")).industries;
    const [mine] = await db.query<{ people: number; enterprises: number }>(
      `select sum(s.headcount)::integer as people, count(s.headcount)::integer as enterprises from score s
       join enterprise_scope e using (enterprise_id)
       where e.region = $1 and s.run_id = (select max(id) from run where kind = 'month')`,
      [town],
    );
    expect(sections.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(mine!.people);
    const whole = (await told<OverviewView>(office, "/api/overview")).industries;
    const foreign = whole.find(({ code }) => code !== "-" && !lineOf(sections, code));
    if (foreign) expect((await oneTown.get(`/api/industries/${foreign.code}`)).status).toBe(404);
    const shared = sections.find(({ code, headcount }) => lineOf(whole, code)!.headcount > headcount)!;
    const view = await told<GroupView>(oneTown, `/api/industries/${shared.code}`);
    expect(view.figures.find(({ baseline }) => baseline === "previous")!.headcount).toBe(shared.headcount);
    const codes = [...view.outline.losses, ...view.outline.gains, ...view.alerts].map(({ code }) => code);
    const foreignCodes = await db.query(
      "select from enterprise e join enterprise_scope s on s.enterprise_id = e.id where e.code = any ($1::text[]) and s.region is distinct from $2",
      [codes, town],
    );
    expect(foreignCodes).toEqual([]);
  });

  it("whom a delivery gives to another township is gone from the home page of the first at once", async () => {
    const before = (await told<OverviewView>(oneTown, "/api/overview")).whole!;
    const [moved] = await db.query<{ id: number; headcount: number }>(
      `select s.enterprise_id as id, s.headcount from score s join enterprise_scope e using (enterprise_id)
       where e.region = $1 and s.headcount > 0 and s.run_id = (select max(id) from run where kind = 'month') order by 1 limit 1`,
      [town],
    );
    const head = { source: "test", name: "moved", sizeBytes: 0, publishedOn: "2026-01-20", importedBy: "test" };
    await db.transaction(async (tx) => {
      const batch = await openBatch(tx, { ...head, kind: "register", sha256: "moved" }, "accepted");
      await tx.query(
        "insert into register (enterprise_id, published_on, batch_id, name, region) values ($1, '2026-01-20', $2, '迁出', $3)",
        [moved!.id, batch, wushan.regions.find(({ code, parent }) => parent !== null && code !== town)!.code],
      );
      await scopeBatch(tx, wushan, "2026-01-20", batch);
    });
    const after = (await told<OverviewView>(oneTown, "/api/overview")).whole!;
    expect(after.headcount).toBe(before.headcount - moved!.headcount);
  });

  it("the version of who belongs to whom moves with them and only then, by date too", async () => {
    const since = await scopeVersion(db);
    await db.transaction((tx) => scopeRest(tx, wushan, "2026-01-20"));
    expect(await scopeVersion(db)).toBe(since);
    const regulations = wushan.regulations.map((one) => ({ ...one, validTo: "2026-12-31" }));
    await db.transaction((tx) => scopeRest(tx, { ...wushan, regulations }, "2027-01-01"));
    expect(await scopeVersion(db)).toBe(since + 1);
    await db.transaction((tx) => scopeRest(tx, wushan, "2026-01-20"));
    expect(await scopeVersion(db)).toBe(since + 2);
  });

  it("once warmed up, nobody waits for the histories of their own part", async () => {
    const standingOf = standings(wushan);
    await warmUp({ db, desk: deskOf({ db, profile: wushan, clock: () => service.clock.now }), standingOf });
    const runs = await latestRuns(db);
    const reach = { all: false, departments: [], regions: [town], specialist: null };
    const asked: string[] = [];
    const lines = await scopedTo(db, reach, async (tx) => {
      const query: Db["query"] = (sql, params) => {
        asked.push(sql);
        return tx.query(sql, params);
      };
      return (await standingOf({ ...tx, query }, reach, runs, runs.at(-1)!)).lines;
    });
    expect(asked).toHaveLength(1); // whether enterprises changed hands
    const { headcount } = lines.find(({ figure }) => figure.dimension === "place")!.figure;
    expect(headcount).toBe((await told<OverviewView>(oneTown, "/api/overview")).whole!.headcount);
  });

  it("a township finds its own region and no other", async () => {
    const other = wushan.regions.find(({ code }) => code !== town && code !== wushan.place)!.code;
    expect((await oneTown.get(`/regions/${town}`)).status).toBe(200);
    expect((await oneTown.get(`/regions/${other}`)).status).toBe(404);
    expect((await office.get("/industries/ZZ")).status).toBe(404);
    expect((await office.get("/regions/C")).status).toBe(404);
  });

  it("the first line of each page is its judgement with its numbers", async () => {
    const lead = async (path: string) =>
      /<p class="lead">([^<]*)/.exec((await office.get(path)).text)?.[1]?.replaceAll("\n", "");
    expect(await lead("/")).toMatch(
      /^2025-12总体(处于正常范围|需关注|需处置)：用工[\d,]+人，环比[+-]?[\d,]+人（-?[\d.]+%，共同样本）；\d+户中\d+户数据未报；未办结企业预警\d+条/,
    );
    expect(await lead("/industries/C")).toMatch(/^2025-12用工[\d,]+人，环比[+-]?[\d,]+人（-?[\d.]+%）/);
    expect(await lead("/?lang=en")).toMatch(/^2025-12, overall /);
  });

  it("administrators are led to what they may open, with no enterprise in it", async () => {
    const keeper = await signedIn(service, await person(service, "administrator"));
    const page = (await keeper.get("/")).text;
    expect(page).toContain("您可以打开");
    expect(page).toContain('href="/people"');
    expect((await keeper.get("/api/overview")).status).toBe(403);
    expect((await keeper.get("/industries/C")).status).toBe(403);
  });
});
