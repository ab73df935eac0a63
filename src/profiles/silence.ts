import { text } from "../../models/text.ts";
import type { LevelRule } from "../../models/threshold.ts";
import { chosen, limit, origin } from "./threshold.ts";

const SILENT = origin("convention", "数据未报不等于正常；默认值", "not reported is not normal; a default");

const months = (value: number) => limit(value, "months", SILENT);
const people = (value: number) => limit(value, "persons", SILENT);

/** When silence itself is a sign, anywhere. */
export const silentRules: readonly LevelRule[] = [
  {
    id: "yellow-silent",
    level: "yellow",
    name: text("连续3个月未报（50人以上企业）", "Three months without a report (50 people and more)"),
    when: { silentMonths: months(3), headcount: people(50) },
    origin: SILENT,
  },
  {
    id: "blue-silent",
    level: "blue",
    name: text("连续2个月未报（20人以上企业）", "Two months without a report (20 people and more)"),
    when: { silentMonths: months(2), headcount: people(20) },
    origin: SILENT,
  },
  {
    id: "label-silent",
    level: null,
    name: text("当月未报", "Not reported this month"),
    when: { silentMonths: months(1) },
    origin: SILENT,
  },
];

export const silentUntil = chosen(
  12,
  "months",
  text(
    "一年未报的企业多已注销或迁出，应核实登记信息，不再按月预警；默认值",
    "who has not reported for a year has mostly closed or moved: a matter of the register, not of a monthly alert; a default",
  ),
);
