import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Subject } from "../../../models/rights/may.ts";
import { type Reach, within } from "../../../models/rights/reach.ts";
import type { Db } from "../../../src/db/db.ts";
import { alertInbox } from "../../../src/db/scope/alert-inbox.ts";
import { casesInReach } from "../../../src/db/scope/cases-in-reach.ts";
import { enterpriseInReach } from "../../../src/db/scope/enterprise-in-reach.ts";
import { scopeRest } from "../../../src/db/scope/enterprise-scope.ts";
import { scopedTo } from "../../../src/db/scope/scoped-to.ts";
import { randomOf } from "../../../src/simulate/random.ts";
import { fillCounty, runOn, wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { FORMS, TABLES } from "./scope-queries.ts";

/** Tables the web may read although no row of theirs is anybody's own, and why. */
const OPEN: Readonly<Record<string, string>> = {
  place: "the name of the profile",
  run: "which months were computed, on what",
  threshold_set: "rules, the same for everybody",
  threshold_step: "who saved, approved or withdrew a set of rules",
  regime: "from when on alerts rest on rules alone",
  scope_version: "how often somebody's enterprises became others', one number",
};

const NOBODY: Reach = { all: false, departments: [], regions: [], specialist: null };

interface Enterprise {
  readonly id: number;
  readonly code: string;
  readonly subject: Subject;
}

describe.each(testDatabases())("row scope on $name", ({ name, open }) => {
  let db: Db;
  let enterprises: Enterprise[];
  let run: number;
  let inCase: Set<string>;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 60, 14);
    run = (await runOn(db, last)).run.id;
    await db.query(
      "insert into alert (number, subject_kind, subject, opened_month, opened_run) select 'YJ-' || code, 'enterprise', code, 1, $1 from enterprise where id % 2 = 0 on conflict do nothing",
      [run],
    );
    await db.query(
      "insert into alert (number, subject_kind, subject, opened_month, opened_run) values ('YJ-place', 'place', '500237', 1, $1)",
      [run],
    );
    await db.query(
      "insert into enterprise_case (number, enterprise, opened_at, referent, criticality) select 'AJ-' || code, code, now(), '', 'low' from enterprise where id % 2 = 0",
    );
    inCase = new Set(
      (await db.query<{ code: string }>("select enterprise as code from enterprise_case")).map((one) => one.code),
    );
    const rows = await db.query<{
      id: number;
      code: string;
      departments: string[] | null;
      region: string | null;
      specialist: string | null;
    }>(
      "select e.id, e.code, s.departments, s.region, s.specialist from enterprise e left join enterprise_scope s on s.enterprise_id = e.id",
    );
    enterprises = rows.map(({ id, code, departments, region, specialist }) => ({
      id,
      code,
      subject: { kind: "enterprise", departments: departments ?? [], region, specialist },
    }));
  });
  afterAll(() => db.close());

  /** A reach drawn from what there is, sometimes of nothing and sometimes of all. */
  function drawReach(random: () => number): Reach {
    const some = enterprises[Math.floor(random() * enterprises.length)]!.subject;
    if (some.kind !== "enterprise") throw new TypeError("an enterprise is one");
    const kind = Math.floor(random() * 6);
    return {
      all: kind === 5,
      departments: kind === 0 || kind === 3 ? some.departments : [],
      regions: (kind === 1 || kind === 3) && some.region !== null ? [some.region] : [],
      specialist: kind === 2 ? some.specialist : null,
    };
  }

  it("shows 0 foreign rows in 10,000 random queries, and all of one's own", { timeout: 240_000 }, async () => {
    const random = randomOf(11, 0);
    let foreign = 0;
    let missing = 0;
    let seen = 0;
    for (let draw = 0; draw < 200; draw++) {
      const reach = drawReach(random);
      const own = enterprises.filter(({ subject }) => within(reach, subject));
      await scopedTo(db, reach, async (tx) => {
        for (let i = 0; i < 50; i++) {
          const [table, key, column, where] = TABLES[Math.floor(random() * TABLES.length)]!;
          const form = Math.floor(random() * FORMS.length);
          const rows = await tx.query<{ key: number | string; n: number }>(FORMS[form]!(table, column, where, draw));
          const mine = new Set<number | string>(own.map((enterprise) => enterprise[key]));
          foreign += rows.filter((row) => !mine.has(row.key)).length;
          seen += rows.length;
          if (table === "enterprise" && form === 0 && rows.length !== own.length) missing++;
        }
      });
    }
    console.log(`${name}: 10,000 random queries, ${seen} rows seen, ${foreign} foreign, ${missing} incomplete`);
    expect({ foreign, missing }).toEqual({ foreign: 0, missing: 0 });
    expect(seen).toBeGreaterThan(10_000);
  });

  it("counts and sums over nothing but one's own", async () => {
    const reach = { ...NOBODY, regions: ["500237001"] };
    const own = enterprises.filter(({ subject }) => within(reach, subject)).map(({ id }) => id);
    const sql = "select count(*)::integer as n, sum(headcount)::integer as people, max(month) as last from headcount";
    const [told] = await scopedTo(db, reach, (tx) => tx.query(sql));
    expect(told).toEqual((await db.query(`${sql} where enterprise_id = any($1::integer[])`, [own]))[0]);
  });

  it("holds in exports and cursors too", async () => {
    const reach = { ...NOBODY, regions: ["500237001", "500237002"] };
    const own = enterprises.filter(({ subject }) => within(reach, subject)).length;
    const lines = scopedTo(db, reach, async (tx) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of tx.copyOut("select id from enterprise")) pieces.push(piece);
      return Buffer.concat(pieces).toString().split("\n").length - 1;
    });
    // PGlite's COPY goes through a file, which takes more than this role may.
    if (name === "pglite") await expect(lines).rejects.toThrow("permission denied");
    else expect(await lines).toBe(own);
    const walked = await scopedTo(db, reach, async (tx) => {
      let rows = 0;
      for await (const block of tx.scan("select id from enterprise", [], 3)) rows += block.length;
      return rows;
    });
    expect(walked).toBe(own);
  });

  it("shows no row at all before a scope is set", async () => {
    await db.transaction(async (tx) => {
      await tx.query("set local role wengang_desk");
      for (const [table] of TABLES) expect(await tx.query(`select 1 from ${table}`), table).toEqual([]);
    });
  });

  it("shows whole-place alerts and other groups' reports and figures only to who sees everything", async () => {
    const count = (reach: Reach, what: string) =>
      scopedTo(
        db,
        reach,
        async (tx) => (await tx.query<{ n: number }>(`select count(*)::integer as n from ${what}`))[0]!.n,
      );
    const town = { ...NOBODY, regions: ["500237001"] };
    const everything = { ...NOBODY, all: true };
    expect(await count(everything, "alert where subject_kind = 'place'")).toBeGreaterThan(0);
    expect(await count(town, "alert where subject_kind = 'place'")).toBe(0);
    expect(await count(everything, "report")).toBeGreaterThan(0);
    expect(await count(town, "report where scope <> 'region:500237001'")).toBe(0);
    expect(await count(town, "report")).toBeGreaterThan(0);
    expect(await count(town, "figure where not (dimension = 'region' and code = '500237001')")).toBe(0);
    expect(await count(town, "figure")).toBeGreaterThan(0);
  });

  it("lets nobody write, nor read what is not granted", async () => {
    const everything = { ...NOBODY, all: true };
    const secret = [
      "select address from recipient",
      "select fingerprint from recipient",
      "select message from sending",
    ];
    for (const sql of ["delete from score", "update enterprise set code = 'x'", "select 1 from batch_part", ...secret])
      await expect(
        scopedTo(db, everything, (tx) => tx.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied/);
  });

  it("ends with its work, also inside a transaction that goes on", async () => {
    await db.transaction(async (tx) => {
      expect(await scopedTo(tx, NOBODY, (scoped) => scoped.query("select 1 from enterprise"))).toEqual([]);
      expect((await tx.query("select 1 from enterprise")).length).toBe(enterprises.length);
    });
  });

  it("is closed for every table that does not say otherwise", async () => {
    const readable = await db.query<{ name: string; secured: boolean; policies: number }>(
      `select c.relname as name, c.relrowsecurity as secured, (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege('wengang_desk', c.oid, 'select')`,
    );
    const unsaid = readable.filter(({ name, secured, policies }) => !(secured && policies > 0) && !(name in OPEN));
    expect(unsaid.map((table) => table.name)).toEqual([]);
    expect(readable.map((table) => table.name)).toEqual(expect.arrayContaining(TABLES.map(([table]) => table)));
  });

  it("is said in the queries themselves too, where no policy helps", async () => {
    for (const reach of [
      NOBODY,
      { ...NOBODY, regions: ["500237001"] },
      { ...NOBODY, departments: ["miit", "education"] },
    ]) {
      const own = new Set(enterprises.filter(({ subject }) => within(reach, subject)).map(({ code }) => code));
      const everyState = ["raised", "acknowledged", "in-hand", "closed"] as const;
      const filter = { states: everyState, level: null, industries: null, region: null, enterprise: null };
      const inbox = await alertInbox(db, reach, filter, { levels: [], after: null, size: 1000 });
      expect(inbox.filter(({ code }) => !own.has(code))).toEqual([]);
      const cases = await casesInReach(db, reach, { open: null, enterprise: null }, { after: null, size: 1000 });
      expect(cases.filter(({ enterprise }) => !own.has(enterprise))).toEqual([]);
      expect(cases.length).toBe([...own].filter((code) => inCase.has(code)).length);
      for (const { code } of enterprises)
        expect((await enterpriseInReach(db, reach, code, run)) !== null, code).toBe(own.has(code));
    }
  });

  it("gives scopes to enterprises an earlier version stored without them, and follows departments by date", async () => {
    const before = await db.query("select * from enterprise_scope order by 1");
    await db.query("delete from enterprise_scope where enterprise_id % 2 = 0");
    await db.query("update enterprise_scope set departments = '{stale}'");
    await scopeRest(db, wushan, "2025-12-10");
    expect(await db.query("select * from enterprise_scope order by 1")).toEqual(before);
  });
});
