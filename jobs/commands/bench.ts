import { access } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { measureCounty } from "../bench/county.ts";
import { measureDetection } from "../bench/detection.ts";
import { measureForecasts } from "../bench/forecast/forecast.ts";
import { processorTime } from "../bench/peers/cpu.ts";
import { benchPeers } from "../bench/peers.ts";
import { measureImport, measureMonthRun } from "../bench/postgres.ts";
import { measureReplay } from "../bench/replay.ts";
import { measureReports } from "../bench/reports.ts";
import { measureRisk } from "../bench/risk.ts";
import { measureRowScope } from "../bench/row-scope.ts";
import { type Measure, measureTable } from "../bench/table.ts";
import { startPostgres } from "../bench/temporary-postgres.ts";
import { measureWeb } from "../bench/web.ts";
import type { CommandContext, CommandSpec, Options } from "./command.ts";
import { simulatedUntil } from "./simulate.ts";
import { numberOption, optional, required } from "./values.ts";

type Show = (title: string, measures: readonly Measure[]) => void;

export const bench: CommandSpec = {
  usage: "bench",
  summary: text(
    "测量速度或检出能力并打印对照表（需要 PostgreSQL 的部分在找到服务器程序时执行）",
    "measure speed, or what is detected, and print tables (the PostgreSQL part runs where a server binary is found)",
  ),
  options: [
    ["--enterprises <n>", text("大规模月度任务的企业数", "enterprises of the large month run"), "300000"],
    [
      "--peers",
      text(
        "只与 NumPy、SciPy、pandas、statsmodels、R 的同类计算比较处理器时间（没有安装的注明未安装）",
        "only: processor time beside the same in NumPy, SciPy, pandas, statsmodels and R (says what is not installed)",
      ),
    ],
    [
      "--detection <dir>",
      text(
        "只测检出与预测能力；目录内须有公开数据 airlines 和 kaunas_2023（有 hospital 则一并测预测误差）",
        "only: what is detected and foretold; the folder must hold the public data airlines and kaunas_2023, and may hold hospital",
      ),
    ],
    [
      "--risk <dir>",
      text(
        "只测风险模型，与简单方法和参照模型比较；目录内须有公开数据 kaunas_2023",
        "only: the risk beside naive rules and reference models; the folder must hold the public data kaunas_2023",
      ),
    ],
    [
      "--reports",
      text(
        "只测一个月全部报告、全部格式的耗时和内存（需要 PostgreSQL）",
        "only: a month's reports in all formats, time and memory (needs PostgreSQL)",
      ),
    ],
    ["--replay", text("只测换一套阈值回放的耗时", "only: the time that replaying another threshold set takes")],
    [
      "--row-scope",
      text("只测行级权限的代价（需要 PostgreSQL）", "only: what row-level security costs (needs PostgreSQL)"),
    ],
    [
      "--web",
      text(
        "只测网页：20万户、50人同时使用一分钟（需要 PostgreSQL）",
        "only: the pages, 200,000 enterprises and 50 people for a minute (needs PostgreSQL)",
      ),
    ],
  ],
  examples: [
    "npm run bench",
    "wengang bench --enterprises 100000",
    "wengang bench --peers",
    "wengang bench --detection public-data",
    "wengang bench --risk public-data",
  ],
  run: async (_args, options, context) => {
    const measures: Measure[] = [];
    const show: Show = (title, shown) => {
      measures.push(...shown);
      for (const line of measureTable(title, shown)) context.say(text(line, line));
    };
    const lines = await measured(options, context, show);
    return { lines, json: { measures } };
  },
};

/** A county, and as many as a large prefecture. */
const REPORT_SIZES = [1_500, 200_000];

/** Shows what was asked for, and returns what is to be said after it. */
async function measured(options: Options, context: CommandContext, show: Show) {
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
