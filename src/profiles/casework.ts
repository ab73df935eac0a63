import type { Casework } from "../../models/case/casework.ts";
import type { Named } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import { chosen } from "./threshold.ts";

/** What any county's desks meet and do; a default list, after the actions that visits of enterprises in difficulty record. */
type Row = readonly [code: string, zh: string, en: string];

const named = (rows: readonly Row[]): readonly Named[] => rows.map(([code, zh, en]) => ({ code, name: text(zh, en) }));

// biome-ignore format: a table reads better in columns
const difficulties: readonly Row[] = [
  ["orders",      "订单不足",           "orders lost"],
  ["funds",       "资金困难",           "short of funds"],
  ["costs",       "用工或原材料成本上升", "labour or material costs"],
  ["market",      "市场或价格变化",     "market or prices"],
  ["policy",      "政策或环保要求",     "policy or environmental demands"],
  ["upstream",    "上下游企业停产",     "suppliers or customers stopped"],
  ["labour",      "劳动关系纠纷",       "labour dispute"],
  ["recruitment", "招工难",             "cannot find staff"],
  ["management",  "经营管理问题",       "management"],
  ["season",      "季节性",             "season"],
  ["disaster",    "灾害或突发事件",     "disaster"],
  ["other",       "其他",               "other"],
];

// biome-ignore format: a table reads better in columns
const measures: readonly Row[] = [
  ["refund",      "稳岗返还",               "job-retention refund"],
  ["loan",        "稳岗贷等金融支持",       "job-retention loan and other finance"],
  ["subsidy",     "社保、吸纳就业等补贴",   "contribution, hiring and other subsidies"],
  ["deferral",    "缓缴、减免税费",         "deferral or relief of taxes and contributions"],
  ["training",    "职业技能培训",           "training"],
  ["recruiting",  "帮助招工",               "help to recruit"],
  ["sharing",     "共享用工、余缺调剂",     "sharing staff between enterprises"],
  ["short-time",  "协商缩短工时、轮岗",     "agreed short time or rota"],
  ["guidance",    "劳动关系指导、裁员程序指导", "guidance on labour relations and layoff procedure"],
  ["mediation",   "劳动争议调解",           "mediation"],
  ["orders",      "协调订单、产销对接",     "help to find orders"],
  ["restructure", "协调重组、盘活资产",     "help to restructure"],
  ["reemployment", "失业职工再就业帮扶",    "re-employment of those dismissed"],
  ["other",       "其他",                   "other"],
];

// biome-ignore format: a table reads better in columns
const reemploymentGroups: readonly Row[] = [
  ["young",    "青年（16—24岁）",     "young (16–24)"],
  ["middle",   "25—49岁",             "25–49"],
  ["older",    "大龄（50岁及以上）",  "50 and older"],
  ["hardship", "就业困难人员",        "hard to place"],
  ["all",      "未分组",              "not split by group"],
];

type Feedback = readonly [code: string, useful: boolean, zh: string, en: string];

// biome-ignore format: a table reads better in columns
const feedback: readonly Feedback[] = [
  ["early",     true,  "提前发现，未掌握",     "told early, not known before"],
  ["confirmed", true,  "印证已有线索",         "confirmed what was suspected"],
  ["known",     true,  "情况已掌握",           "known already"],
  ["season",    false, "季节性或正常流动",     "season or ordinary turnover"],
  ["transfer",  false, "划转、合并、更名",     "transfer, merger or new name"],
  ["data",      false, "数据有误",             "data wrong"],
  ["late",      false, "预警太晚",             "too late"],
  ["minor",     false, "影响很小",             "too small to matter"],
];

const REASON = text(
  "默认值：红橙级次日联系，其余三至七日",
  "a default: red and orange by the next day, others in three to seven",
);
const days = (value: number) => chosen(value, "days", REASON);

export const casework: Casework = {
  difficulties: named(difficulties),
  measures: named(measures),
  feedback: feedback.map(([code, useful, zh, en]) => ({ code, useful, name: text(zh, en) })),
  reemploymentGroups: named(reemploymentGroups),
  contactDays: { high: days(1), medium: days(3), low: days(7) },
  criticality: { red: "high", orange: "high", yellow: "medium", blue: "low" },
};
