import { access } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import type { CommandContext, Options } from "../commands/command.ts";
import { simulatedUntil } from "../commands/simulate.ts";
import { numberOption, optional, required } from "../commands/values.ts";
import { measureCounty } from "./county.ts";
import { measureDetection } from "./detection.ts";
import { measureForecasts } from "./forecast/forecast.ts";
import { processorTime } from "./peers/cpu.ts";
import { benchPeers } from "./peers.ts";
import { measureImport, measureMonthRun } from "./postgres.ts";
import { measureReplay } from "./replay.ts";
import { measureReports } from "./reports.ts";
import { measureRisk } from "./risk.ts";
import { measureRowScope } from "./row-scope.ts";
import type { Measure } from "./table.ts";
import { startPostgres } from "./temporary-postgres.ts";
import { measureWeb } from "./web.ts";

/** Shows a table as soon as it is measured. */
export type Show = (title: string, measures: readonly Measure[]) => void;

/** A county, and as many as a large prefecture. */
const REPORT_SIZES = [1_500, 200_000];

/** Shows what was asked for, and returns what is to be said after it. */
export async function measured(options: Options, context: CommandContext, show: Show) {
  const large = numberOption(required(options, "enterprises", "--enterprises"), "--enterprises", 10_000, 3_000_000);
  const profile = loadProfile(context.where.profile ?? "wushan");
  const dir = optional(options, "detection");
  if (options.peers) show("Peers, processor time (ratio: theirs ÷ ours)", await benchPeers(profile));
  if (dir !== undefined) await showDetection(dir, show);
  const riskDir = optional(options, "risk");
  if (riskDir !== undefined) await showRisk(riskDir, show);
  if (options.replay) show("Replay of another threshold set", await measureReplay(profile, 200_000, 36));
  if (options.reports)
    await onPostgres(context, async (url) => {
      for (const size of REPORT_SIZES)
        show(
          `Reports, ${size.toLocaleString("en-US")} enterprises (ratio: share of the whole)`,
          await measureReports(url, profile, size),
        );
    });
  if (options.rowScope)
    await onPostgres(context, async (url) =>
      show("Row scope, 200,000 enterprises (ratio: against the owner)", await measureRowScope(url, profile, 200_000)),
    );
  if (options.web)
    await onPostgres(context, async (url) =>
      show(
        "Pages: 200,000 enterprises × 36 months, 50 people for a minute",
        await measureWeb(url, profile, 200_000, context),
      ),
    );
  if (
    options.peers ||
    options.replay ||
    options.reports ||
    options.rowScope ||
    options.web ||
    dir !== undefined ||
    riskDir !== undefined
  )
    return [];
  show("County, embedded database (ratio: share of the whole)", await measureCounty(profile));
  return (await showPostgres(profile, large, context, show))
    ? []
    : [text("未找到 PostgreSQL，相关测量已跳过。", "No PostgreSQL found; its measurements are skipped.")];
}

/** The public data are of one city, and its profile reads them. */
async function showRisk(dir: string, show: Show): Promise<void> {
  await checkFolder(dir);
  const tables = await measureRisk(dir, loadProfile("kaunas"));
  for (const [title, measures] of Object.entries(tables)) show(title, measures);
}

/** The goals are set for these two profiles, whatever place the command is called for. */
async function showDetection(dir: string, show: Show): Promise<void> {
  await checkFolder(dir);
  show("Forecasts beside R (ratio: theirs ÷ ours)", await measureForecasts(dir));
  const [county, city] = [loadProfile("wushan"), loadProfile("kaunas")];
  const now = () => processorTime() / 1000;
  const order = { dir, county, city, seeds: [1, 2, 3], rounds: 40, lastMonth: simulatedUntil, now };
  for (const [title, measures] of Object.entries(await measureDetection(order))) show(title, measures);
}

const showPostgres = (profile: Profile, large: number, context: CommandContext, show: Show): Promise<boolean> =>
  onPostgres(context, async (url) => {
    show("PostgreSQL: import", await measureImport(url, profile));
    show("PostgreSQL: month run", await measureMonthRun(url, profile, [10_000, large]));
  });

/** False where there is no PostgreSQL. */
async function onPostgres(context: CommandContext, work: (url: string) => Promise<void>): Promise<boolean> {
  const server = await startPostgres(context.where.database, context.environment.secret("PATH") ?? "");
  if (!server) return false;
  try {
    await work(server.url);
  } finally {
    await server.stop();
  }
  return true;
}

async function checkFolder(dir: string): Promise<void> {
  for (const part of ["airlines", "kaunas_2023"])
    await access(join(dir, part)).catch(() => {
      throw new Problem(
        "input",
        "bench-data-missing",
        text(`目录 ${dir} 中没有 ${part}。`, `Folder ${dir} has no ${part}.`),
        text(
          "请用 --detection 给出含 airlines 和 kaunas_2023 的目录。",
          "Give the folder that holds airlines and kaunas_2023 with --detection.",
        ),
      );
    });
}
