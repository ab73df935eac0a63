import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { formatMonth, parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { openSession } from "../session.ts";
import { fillHistory } from "./fill.ts";
import type { ReportMeasure } from "./report-month.ts";
import { type Measure, seconds } from "./table.ts";
import { createDatabase, dropDatabase } from "./temporary-postgres.ts";

const LAST = parseMonth("2025-12");
const MONTHS = 26;
/** experience.md: the report after data closes. */
const MOST_MS = 5 * 60_000;
const execute = promisify(execFile);

/** Every report of a December, when all kinds are due, in every format: where the time goes, and at how much memory. */
export async function measureReports(server: string, profile: Profile, enterprises: number): Promise<Measure[]> {
  const url = await createDatabase(server);
  try {
    const { db } = await openSession({ database: url, dataDir: "", profile: profile.name }, true);
    await fillHistory(db, profile, enterprises, MONTHS, LAST).finally(() => db.close());
    const script = fileURLToPath(new URL("./report-month.js", import.meta.url));
    const { stdout } = await execute(process.execPath, [script, url, formatMonth(LAST)]);
    return measuresOf(JSON.parse(stdout) as ReportMeasure);
  } finally {
    await dropDatabase(server, url);
  }
}

function measuresOf({ run, reports, stages, peakMegabytes }: ReportMeasure): Measure[] {
  const written = Object.values(stages).reduce((sum, ms) => sum + ms, 0);
  return [
    {
      what: `from closing data to ${reports} reports in six formats`,
      value: seconds(run + written),
      goal: "≤ 5 min",
      reached: run + written <= MOST_MS,
    },
    { what: "the month run before them", value: seconds(run), ratio: run / (run + written) },
    ...Object.entries(stages).map(([what, ms]) => ({ what, value: seconds(ms), ratio: ms / (run + written) })),
    { what: "peak memory", value: `${peakMegabytes.toFixed(0)} MB` },
  ];
}
