import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { formatMonth, parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import type { Db } from "../../src/db/db.ts";
import { HEADCOUNT_COLUMNS } from "../../src/db/headcount.ts";
import { simulateCounty } from "../../src/simulate/county.ts";
import { writeCounty } from "../../src/simulate/write.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { countyOrder } from "../county-order.ts";
import { importDeliveries } from "../import.ts";
import { noProgress } from "../progress.ts";
import { openSession } from "../session.ts";
import { fillHistory } from "./fill.ts";
import type { MonthMeasure } from "./month.ts";
import { type Measure, seconds } from "./table.ts";
import { createDatabase, dropDatabase } from "./temporary-postgres.ts";

const LAST = parseMonth("2025-12");
const execute = promisify(execFile);

/** Import of about a million simulated rows beside a bare COPY of the rows it stored, into a table of the same shape. */
export async function measureImport(server: string, profile: Profile): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), "wengang-bench-"));
  try {
    return await inDatabase(server, (url) => importInto(url, folder, profile));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Works in a database of its own and leaves the server as it was. */
async function inDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const url = await createDatabase(server);
  try {
    return await work(url);
  } finally {
    await dropDatabase(server, url);
  }
}

async function importInto(url: string, folder: string, profile: Profile): Promise<Measure[]> {
  const { db } = await openSession({ database: url, dataDir: "", profile: profile.name }, true);
  try {
    const county = simulateCounty({ enterprises: 30_000, months: 36, seed: 1, lastMonth: LAST, profile });
    await writeCounty(county, folder);
    const deliveries = await fileDeliveries([join(folder, "headcount.csv")]);
    const order = countyOrder(profile, county);
    const began = Date.now();
    const [result] = await importDeliveries(db, deliveries, order, noProgress);
    const imported = Date.now() - began;
    if (result?.kind !== "accepted") throw new Error(`the benchmark's file was ${result?.kind}`);
    const bare = await bareCopy(db);
    const ratio = bare / imported;
    return [
      {
        what: `import, ${result.counts.read.toLocaleString("en-US")} rows of 13 columns`,
        value: seconds(imported),
        ratio,
        goal: "≥ 0.5 × the speed of COPY",
        reached: ratio >= 0.5,
      },
      { what: `bare COPY, ${result.counts.accepted.toLocaleString("en-US")} rows stored`, value: seconds(bare) },
    ];
  } finally {
    await db.close();
  }
}

/** Milliseconds to COPY the stored headcounts into an empty table with the same columns and indexes. */
async function bareCopy(db: Db): Promise<number> {
  const columns = HEADCOUNT_COLUMNS.map((name) => `coalesce(${name}::text, '\\N')`).join(", ");
  const parts = await db.query<{ lines: string }>(
    `select string_agg(line, '') as lines from (
       select ntile(256) over (order by ctid) as part, concat_ws(E'\\t', ${columns}) || E'\\n' as line from headcount) as l
     group by part order by part`,
  );
  await db.query("create table bare (like headcount including all)");
  const began = Date.now();
  await db.bulkLoad(
    "bare",
    HEADCOUNT_COLUMNS,
    parts.map((part) => part.lines),
  );
  const bare = Date.now() - began;
  await db.query("drop table bare");
  return bare;
}

/** A month run at two sizes beside reading the packed series and copying the scores back. */
export async function measureMonthRun(
  server: string,
  profile: Profile,
  sizes: readonly [small: number, large: number],
): Promise<Measure[]> {
  const small = await measureSize(server, profile, sizes[0]);
  const large = await measureSize(server, profile, sizes[1]);
  const ratio = large.run / (large.read + large.copyBack);
  const perEnterprise = (m: MonthMeasure, size: number) => (m.run * 1000) / size;
  const growth = perEnterprise(large, sizes[1]) / perEnterprise(small, sizes[0]);
  const name = (size: number) => `${size.toLocaleString("en-US")} × 36`;
  return [
    {
      what: `month run, ${name(sizes[1])}`,
      value: seconds(large.run),
      ratio,
      goal: "≤ 3 × read + COPY back",
      reached: ratio <= 3,
    },
    { what: "  read packed series", value: seconds(large.read) },
    { what: "  COPY scores back", value: seconds(large.copyBack) },
    ...Object.entries(large.steps).map(([step, ms]) => ({ what: `  step ${step}`, value: seconds(ms) })),
    {
      what: "  peak memory",
      value: `${large.peakMegabytes.toFixed(0)} MB`,
      goal: "≤ 1 GB",
      reached: large.peakMegabytes <= 1024,
    },
    { what: `month run, ${name(sizes[0])}`, value: seconds(small.run) },
    {
      what: `cost per enterprise, ${name(sizes[1])} ÷ ${name(sizes[0])}`,
      value: `${perEnterprise(large, sizes[1]).toFixed(1)} µs`,
      ratio: growth,
      goal: "within ± 25 %",
      reached: Math.abs(growth - 1) <= 0.25,
    },
  ];
}

const measureSize = (server: string, profile: Profile, enterprises: number): Promise<MonthMeasure> =>
  inDatabase(server, async (url) => {
    const { db } = await openSession({ database: url, dataDir: "", profile: profile.name }, true);
    await fillHistory(db, profile, enterprises, 36, LAST).finally(() => db.close());
    const rehearsals = Math.max(1, Math.min(12, Math.round(100_000 / enterprises)));
    return measureMonth(url, formatMonth(LAST), rehearsals);
  });

async function measureMonth(url: string, month: string, rehearsals: number): Promise<MonthMeasure> {
  const script = fileURLToPath(new URL("./month.js", import.meta.url));
  const { stdout } = await execute(process.execPath, [script, url, month, String(rehearsals)]);
  return JSON.parse(stdout) as MonthMeasure;
}
