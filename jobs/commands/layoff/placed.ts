import { dayOf } from "../../../models/instant.ts";
import { Problem } from "../../../models/problem.ts";
import { type CountFault, faultOf, type Reemployment, reemploymentTotal } from "../../../models/reemployment.ts";
import { type Text, text } from "../../../models/text.ts";
import { keepReemployment, reemploymentOf } from "../../../src/db/reemployment.ts";
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
        const row = rowOf(options, profile.casework.reemploymentGroups);
        const on = dateOption(optional(options, "on") ?? dayOf(clock()), "--on");
        const counted = { enterprise, on, actor: environment.user, at: new Date(clock()).toISOString() };
        await db.transaction((tx) => keepReemployment(tx, counted, [row]));
      }
      const rows = await reemploymentOf(db, enterprise);
      const total = reemploymentTotal(rows, wanted);
      return { lines: [totalLine(total, wanted)], json: { enterprise, rows, total } };
    } finally {
      await db.close();
    }
  },
};

function rowOf(options: Options, groups: readonly { readonly code: string }[]): Reemployment {
  const group = optional(options, "group") ?? "all";
  if (!groups.some(({ code }) => code === group))
    throw unknownGroup(
      group,
      groups.map(({ code }) => code),
    );
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
  const row = { group, dismissed, benefit, offered, trained, placed1, placed3, placed6 };
  const fault = faultOf(row);
  if (fault) throw wrongCounts(fault);
  return row;
}

function totalLine(total: ReturnType<typeof reemploymentTotal>, target: number | null): Text {
  const { dismissed, benefit, trained, placed, unemployed, rate, gap } = total;
  const share = rate === null ? "—" : `${(rate * 100).toFixed(1)}%`;
  const toGo =
    target === null
      ? text("", "")
      : text(`，距目标${target}人还差${gap}人`, `, ${gap} short of the target of ${target}`);
  return text(
    `被裁减${dismissed}人：领取失业保险金${benefit}人，参加培训${trained}人，已再就业${placed}人（${share}），仍失业${unemployed}人${toGo.zh}。`,
    `${dismissed} dismissed: ${benefit} on benefit, ${trained} in training, ${placed} in work again (${share}), ${unemployed} still without${toGo.en}.`,
  );
}

const FAULT_WORDS: Readonly<Record<CountFault, Text>> = {
  "more-than-dismissed": text("人数超过被裁减人数", "more than were dismissed"),
  "fewer-later": text("较长期限内的再就业人数少于较短期限", "fewer placed within more months"),
  negative: text("人数须为非负整数", "counts must be whole and not negative"),
};

const wrongCounts = (fault: CountFault): Problem =>
  new Problem(
    "usage",
    `reemployment-${fault}`,
    text(`人数有误：${FAULT_WORDS[fault].zh}。`, `The counts can't be right: ${FAULT_WORDS[fault].en}.`),
    text("请核对后重新填写。", "Check them and try again."),
  );

const unknownGroup = (group: string, codes: readonly string[]): Problem =>
  new Problem(
    "usage",
    "code-unknown",
    text(`没有“${group}”这个人群。`, `There is no group "${group}".`),
    text(`可用：${codes.join("、")}。`, `There are: ${codes.join(", ")}.`),
  );
