import { availableParallelism } from "node:os";
import { argv } from "node:process";
import { type Month, parseMonth } from "../../models/month.ts";
import { closingDay } from "../../models/replay/closing-day.ts";
import { openPostgres } from "../../src/db/postgres.ts";
import { scanCursor } from "../../src/db/scan.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { noProgress } from "../progress.ts";
import { runMonth } from "../run/month-run.ts";

/** The yardstick, the same in every version: the packed rows through the driver, block by block, as version 0.1.0 read them. */
const cut = (column: string, from: string) => `${column}[greatest(1, ${from} - first_month + 1):$2 - first_month + 1]`;
const PLAIN_READING = `select enterprise_id, first_month, headcount[1], ${cut("headcount", "$1::integer")} as headcount,
    ${cut("dispatch", "$2::integer - 1")} as dispatch, ${cut("hidden", "$2::integer")} as hidden,
    industry, region, closed_month, successor, successor_month
  from series where first_month <= $2 order by enterprise_id`;

/** What one process measured of a month run, printed as its only line so that its memory is its own. */
export interface MonthMeasure {
  readonly run: number;
  readonly read: number;
  readonly copyBack: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
}

const [, , url, monthText, rehearsals] = argv;
const month = parseMonth(monthText!);
const db = await openPostgres(url!);
const profile = loadProfile("wushan");
const order = (month: Month) => ({
  profile,
  asOf: closingDay(month, profile.calendar.closeDay.value),
  holder: "bench",
  workers: availableParallelism(),
  clock: Date.now,
  pull: async () => ({}),
});

// The first month packs the whole history, once in a database's life; the month measured is the one every month is. A small
// place runs more of them first, so that the code is as warm as a large place's first month makes it.
for (let m = month - Number(rehearsals); m < month; m++) await runMonth(db, m, order(m), noProgress);
const runBegan = Date.now();
const outcome = await runMonth(db, month, order(month), noProgress);
const run = Date.now() - runBegan;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;

const readBegan = Date.now();
await db.transaction(async (tx) => {
  for await (const _block of scanCursor(tx, PLAIN_READING, [month - 36, month], 8192));
});
const read = Date.now() - readBegan;

await db.query("create table score_copy (like score including all)");
const columns = await db.query<{ name: string }>(
  "select column_name as name from information_schema.columns where table_name = 'score' order by ordinal_position",
);
const rows = await copyText(outcome.run.id);
const copyBegan = Date.now();
await db.bulkLoad(
  "score_copy",
  columns.map((c) => c.name),
  rows,
);
const copyBack = Date.now() - copyBegan;
await db.query("drop table score_copy");
await db.close();

const steps = Object.fromEntries([...outcome.steps].map(([name, step]) => [name, step.milliseconds]));
process.stdout.write(`${JSON.stringify({ run, read, copyBack, steps, peakMegabytes } satisfies MonthMeasure)}\n`);

/** The stored scores as ready COPY text, made before the clock starts. */
async function copyText(runId: number): Promise<string[]> {
  const lines = await db.query<{ line: string }>(
    `select string_agg(line, '') as line from (
       select ntile(64) over (order by enterprise_id) as part, concat_ws(E'\\t', ${columns.map((c) => `coalesce(${c.name}::text, '\\N')`).join(", ")}) || E'\\n' as line
       from score where run_id = $1) as parts group by part`,
    [runId],
  );
  return lines.map((row) => row.line);
}
