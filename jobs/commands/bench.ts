import { text } from "../../models/text.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { measureCounty } from "../bench/county.ts";
import { measureImport, measureMonthRun } from "../bench/postgres.ts";
import { type Measure, measureTable } from "../bench/table.ts";
import { startPostgres } from "../bench/temporary-postgres.ts";
import type { CommandSpec } from "./command.ts";
import { numberOption, required } from "./values.ts";

export const bench: CommandSpec = {
  usage: "bench",
  summary: text(
    "测量速度并打印对照表（需要 PostgreSQL 的部分在找到服务器程序时执行）",
    "measure speed and print a table of ratios (the PostgreSQL part runs where a server binary is found)",
  ),
  options: [["--enterprises <n>", text("大规模月度任务的企业数", "enterprises of the large month run"), "300000"]],
  examples: ["npm run bench", "wengang bench --enterprises 100000"],
  run: async (_args, options, { where, environment, say }) => {
    const large = numberOption(required(options, "enterprises", "--enterprises"), "--enterprises", 10_000, 3_000_000);
    const profile = loadProfile(where.profile ?? "wushan");
    const all: Measure[] = [];
    const show = (title: string, measures: readonly Measure[]) => {
      all.push(...measures);
      for (const line of measureTable(title, measures)) say(text(line, line));
    };
    show("County, embedded database (ratio: share of the whole)", await measureCounty(profile));
    const server = await startPostgres(where.database, environment.secret("PATH") ?? "");
    if (!server)
      return {
        lines: [text("未找到 PostgreSQL，相关测量已跳过。", "No PostgreSQL found; its measurements are skipped.")],
        json: { measures: all },
      };
    try {
      show("PostgreSQL: import", await measureImport(server.url, profile));
      show("PostgreSQL: month run", await measureMonthRun(server.url, profile, [10_000, large]));
    } finally {
      await server.stop();
    }
    return { lines: [], json: { measures: all } };
  },
};
