import { explainReemployment } from "../../../models/explain/explain-reemployment.ts";
import { dayOf } from "../../../models/instant.ts";
import { type Reemployment, reemploymentTotal } from "../../../models/reemployment.ts";
import { text } from "../../../models/text.ts";
import { reemploymentOf } from "../../../src/db/reemployment.ts";
import { countPlaced } from "../../layoff/count-placed.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec, Options } from "../command.ts";
import { dateOption, numberOption, optional, required } from "../values.ts";

const MOST = 10_000_000;
const COUNTS = ["dismissed", "benefit", "offered", "trained"] as const;
const PLACED = ["placed1", "placed3", "placed6"] as const;

export const placedCommand: CommandSpec = {
  usage: "layoff placed",
  summary: text(
    "登记失业职工再就业情况（只记人数）；不给人数时显示合计",
    "count those dismissed and placed again (numbers only); without numbers, show the totals",
  ),
  options: [
    ["--enterprise <code>", text("原单位", "their enterprise")],
    ["--group <code>", text("人群（默认 all）", "group (default all)")],
    ["--on <YYYY-MM-DD>", text("统计日期（默认今天）", "day counted (default today)")],
    ["--dismissed <n>", text("被裁减人数", "people dismissed")],
    ["--benefit <n>", text("领取失业保险金人数", "receiving unemployment benefit")],
    ["--offered <n>", text("推荐岗位数", "jobs offered")],
    ["--trained <n>", text("参加培训人数", "in training")],
    ["--placed1 <n>", text("1个月内再就业人数", "in work again within one month")],
    ["--placed3 <n>", text("3个月内再就业人数", "within three months")],
    ["--placed6 <n>", text("6个月内再就业人数", "within six months")],
    ["--target <n>", text("再就业目标人数", "how many are to be placed")],
  ],
  examples: [
    "wengang layoff placed --enterprise 91500237MA60000084 --dismissed 37 --benefit 20 --offered 55 --trained 8 --placed1 9",
    "wengang layoff placed --enterprise 91500237MA60000084 --target 30",
  ],
  run: async (_args, options, { where, clock, environment }) => {
    const enterprise = required(options, "enterprise", "--enterprise");
    const target = optional(options, "target");
    const wanted = target === undefined ? null : numberOption(target, "--target", 0, MOST);
    const { db, profile } = await openSession(where, false);
    try {
      if (options.dismissed !== undefined) {
        const on = dateOption(optional(options, "on") ?? dayOf(clock()), "--on");
        await countPlaced(db, { enterprise, on, row: rowOf(options) }, { profile, by: environment.user, clock });
      }
      const rows = await reemploymentOf(db, enterprise);
      const total = reemploymentTotal(rows, wanted);
      return { lines: [explainReemployment(total, wanted)], json: { enterprise, rows, total } };
    } finally {
      await db.close();
    }
  },
};

function rowOf(options: Options): Reemployment {
  const group = optional(options, "group") ?? "all";
  const number = (name: string) => {
    const value = optional(options, name);
    return value === undefined ? null : numberOption(value, `--${name}`, 0, MOST);
  };
  const [dismissed, benefit, offered, trained] = COUNTS.map((name) => number(name) ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  const [placed1, placed3, placed6] = PLACED.map(number) as [number | null, number | null, number | null];
  return { group, dismissed, benefit, offered, trained, placed1, placed3, placed6 };
}
