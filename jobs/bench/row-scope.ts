import { parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import type { Reach } from "../../models/rights/reach.ts";
import type { Db } from "../../src/db/db.ts";
import { scopeRest } from "../../src/db/scope/enterprise-scope.ts";
import { scopedTo } from "../../src/db/scope/scoped-to.ts";
import { openSession } from "../session.ts";
import { fillHistory } from "./fill.ts";
import { type Measure, seconds } from "./table.ts";
import { createDatabase, dropDatabase } from "./temporary-postgres.ts";

const LAST = parseMonth("2025-12");
const REPEATS = 7;
/** experience.md: list or filter p95. */
const MOST_MS = 300;

const NOBODY: Reach = { all: false, departments: [], regions: [], specialist: null };
const EYES: readonly (readonly [who: string, reach: Reach | null])[] = [
  ["owner, no policy", null],
  ["who sees all", { ...NOBODY, all: true }],
  ["a town", { ...NOBODY, regions: ["500237001"] }],
  ["the largest department", { ...NOBODY, departments: ["miit"] }],
];

const QUESTIONS: readonly (readonly [what: string, sql: string])[] = [
  ["count a run's scores", "select count(*) from score where run_id = 1"],
  ["first 50 of a run", "select enterprise_id from score where run_id = 1 order by enterprise_id limit 50"],
  ["all alarming of a run", "select enterprise_id from score where run_id = 1 and level is not null"],
  ["one enterprise's history", "select headcount from headcount where enterprise_id = 5000"],
];

/** What row-level security costs a page, beside the same question without it, best of seven. */
export async function measureRowScope(server: string, profile: Profile, enterprises: number): Promise<Measure[]> {
  const url = await createDatabase(server);
  const { db } = await openSession({ database: url, dataDir: "", profile: profile.name }, true);
  try {
    await fillHistory(db, profile, enterprises, 3, LAST);
    await fillScores(db);
    const began = performance.now();
    await scopeRest(db, profile, "2026-01-10");
    const given = performance.now() - began;
    const again = await timed(() => scopeRest(db, profile, "2026-01-10"));
    await db.query("analyze");
    return [
      { what: `give ${enterprises.toLocaleString("en-US")} enterprises their scopes`, value: seconds(given) },
      { what: "look for any without", value: seconds(again) },
      ...(await measuresOf(db)),
    ];
  } finally {
    await db.close();
    await dropDatabase(server, url);
  }
}

async function fillScores(db: Db): Promise<void> {
  await db.query(
    `insert into run (month, as_of, vintage_batch, vintage_on, threshold_set_id, model, state)
     values (${LAST}, '2026-01-10', 1, '2026-01-10', 1, 'bench', 'done')`,
  );
  await db.query(
    `insert into score (run_id, enterprise_id, status, headcount, silent_months, level)
     select 1, id, 0, 10, 0, case when id % 300 = 0 then 1 end from enterprise`,
  );
}

async function measuresOf(db: Db): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [what, sql] of QUESTIONS) {
    let bare = 0;
    for (const [who, reach] of EYES) {
      const best = await timed(() => (reach ? scopedTo(db, reach, (tx) => tx.query(sql)) : db.query(sql)));
      bare ||= best;
      const value = `${best.toFixed(1)} ms`;
      measures.push({ what: `${what}: ${who}`, value, ratio: best / bare, goal: "≤ 300 ms", reached: best <= MOST_MS });
    }
  }
  return measures;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < REPEATS; i++) {
    const began = performance.now();
    await work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
