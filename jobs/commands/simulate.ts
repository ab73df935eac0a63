import { join } from "node:path";
import { parseMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { simulateCounty } from "../../src/simulate/county.ts";
import { writeCounty } from "../../src/simulate/write.ts";
import { explainedStorage } from "../storage.ts";
import type { CommandSpec } from "./command.ts";
import { monthOption, numberOption, optional, required } from "./values.ts";

/** A fixed last month keeps one seed one county, whenever it is made. */
export const SIMULATED_UNTIL = "2025-12";

export const simulate: CommandSpec = {
  usage: "simulate",
  summary: text(
    "生成模拟县数据（名录、用工、行业、动态、政策事项和申领，以及植入裁员、虚报申领的真值）",
    "make a simulated county: register, headcounts, industries, events, policy facts and applications, and the truth of what was planted",
  ),
  options: [
    ["--enterprises <n>", text("企业数", "how many enterprises"), "3000"],
    ["--months <n>", text("月数", "how many months"), "36"],
    ["--seed <n>", text("随机种子；同一种子结果逐字节相同", "seed; the same seed gives the same bytes"), "1"],
    ["--until <YYYY-MM>", text("最后一个月", "the last month"), SIMULATED_UNTIL],
    ["--out <dir>", text("输出文件夹", "the folder to write to")],
  ],
  examples: [
    "wengang simulate --enterprises 3000 --months 36 --seed 1 --out county",
    "wengang import county/*.csv --source county",
  ],
  run: async (_args, options, { where }) => {
    const out = required(options, "out", "--out");
    const enterprises = numberOption(required(options, "enterprises", "--enterprises"), "--enterprises", 1, 5_000_000);
    const months = numberOption(required(options, "months", "--months"), "--months", 1, 600);
    const seed = numberOption(required(options, "seed", "--seed"), "--seed", 0, 2 ** 31 - 1);
    const lastMonth = monthOption(optional(options, "until") ?? SIMULATED_UNTIL, "--until");
    const profile = loadProfile(where.profile ?? "wushan");
    const county = simulateCounty({ enterprises, months, seed, lastMonth, profile });
    const files = await explainedStorage(out, () => writeCounty(county, out));
    return {
      lines: [
        text(`模拟数据已写入 ${out}：`, `Simulated data written to ${out}:`),
        ...files.map((file) =>
          text(`  ${join(out, file.name)}  ${file.rows} 行`, `  ${join(out, file.name)}  ${file.rows} rows`),
        ),
        text(
          `导入：wengang import ${out}/*.csv --source county`,
          `Import it: wengang import ${out}/*.csv --source county`,
        ),
      ],
      json: { out, enterprises, months, seed, files },
    };
  },
};

export const simulatedUntil = parseMonth(SIMULATED_UNTIL);
