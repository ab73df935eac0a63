import { text } from "../../models/text.ts";
import type { Show } from "../bench/measured.ts";
import { type Measure, measureTable } from "../bench/table.ts";
import type { CommandSpec } from "./command.ts";

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
    const { measured } = await import("../bench/measured.ts"); // much to load for other commands
    const lines = await measured(options, context, show);
    return { lines, json: { measures } };
  },
};
