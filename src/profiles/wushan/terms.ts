import type { Term } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";

/**
 * 就业人数减少类型 (10) and 减少原因 of the 失业动态监测 monthly form. A name with commas or 、 is one item and is never split.
 * Reasons 1–14 are the original list, 15–19 what later variants add (read in several re-implementations of the form).
 */
type Row = readonly [id: number, zh: string, en: string, ...aliases: string[]];

// biome-ignore format: a table reads better in columns
const TYPES: readonly Row[] = [
  [1, "关闭破产", "Closure or bankruptcy", "关停破产", "破产关闭"],
  [2, "停业整顿", "Suspended for rectification"],
  [3, "经济性裁员", "Redundancy on economic grounds", "裁员"],
  [4, "业务转移", "Business moved elsewhere"],
  [5, "自然减员", "Natural attrition"],
  [6, "正常解除或终止劳动合同", "Ordinary ending of labour contracts", "正常解除、终止劳动合同", "合同到期"],
  [7, "国际因素变化影响", "International factors"],
  [8, "自然灾害", "Natural disaster"],
  [9, "重大事件影响", "Major event"],
  [10, "其他", "Other", "其它"],
];

// biome-ignore format: a table reads better in columns
const REASONS: readonly Row[] = [
  [1, "产业结构调整", "Restructuring of industry"],
  [2, "重大技术改革", "Major technical change", "重大技术革新"],
  [3, "节能减排、淘汰落后产能", "Energy saving and phasing out of outdated capacity"],
  [4, "订单不足", "Too few orders"],
  [5, "原材料涨价", "Dearer raw materials"],
  [6, "工资、社保等用工成本上升", "Rising labour cost such as wages and social insurance"],
  [7, "自然减员", "Natural attrition"],
  [8, "经营资金困难", "Lack of operating funds"],
  [9, "税收政策变化（包括税负增加或出口退税减少等）", "Change of tax policy (higher burden, lower export refund)", "税收政策变化", "税收政策变化(包括税负增加或出口退税减少等)"],
  [10, "季节性用工", "Seasonal work"],
  [11, "其他", "Other", "其它"],
  [12, "自行离职", "Left of their own accord", "主动离职", "辞职"],
  [13, "工作调动、企业内部调剂", "Transfer or redeployment within the enterprise"],
  [14, "劳动关系转移、劳务派遣", "Labour relation transferred or dispatched"],
  [15, "退休", "Retirement"],
  [16, "退职", "Resignation on grounds of health"],
  [17, "死亡", "Death"],
  [18, "国际因素变化", "International factors"],
  [19, "招不上人来", "Could not recruit", "招工难"],
];

/** By the instruments of the founding document (items 二, 三, 六, 十九) and the procedure of the labour contract law, art. 41. */
const TYPE_REMEDIES: Readonly<Record<number, Text>> = {
  1: text(
    "核实职工安置、工资和经济补偿支付情况，做好失业登记和再就业帮扶",
    "check that staff are placed and paid, register the unemployed and help them to new work",
  ),
  2: text("核实停业期限和待岗职工生活保障", "find out how long the suspension lasts and how staff are provided for"),
  3: text(
    "核对裁减人员方案报告情况，指导企业依法提前三十日说明情况、听取意见和报告",
    "check that layoff plans were reported, and see that staff are told and heard thirty days before",
  ),
  4: text(
    "核实业务转移去向，协调职工随转或就近转岗",
    "find out where the business moves and place staff there or nearby",
  ),
};

const REASON_REMEDIES: Readonly<Record<number, Text>> = {
  4: text(
    "组织产销对接，用好稳岗返还等政策，支持以轮岗、培训稳住岗位",
    "bring buyers and makers together, use the refund for keeping jobs, support job rotation and training",
  ),
  5: text("了解原料供应和成本，协调供应对接", "look into the supply of materials and bring suppliers together"),
  6: text("逐户核对社会保险补贴等可享政策", "check enterprise by enterprise which subsidies are open to them"),
  8: text("协调稳岗贷、续贷等融资支持", "arrange loans for keeping jobs and renewals"),
  10: text("建立返岗台账，组织岗位收集和送工上岗", "list who comes back, collect vacancies and bring people to work"),
  19: text("组织岗位收集、技能培训和送工上岗", "collect vacancies, train and bring people to work"),
};

export const reductionTypes: readonly Term[] = TYPES.map((row) => term(row, TYPE_REMEDIES));
export const reductionReasons: readonly Term[] = REASONS.map((row) => term(row, REASON_REMEDIES));

function term([id, zh, en, ...aliases]: Row, remedies: Readonly<Record<number, Text>>): Term {
  const remedy = remedies[id];
  return {
    ...{ id, name: text(zh, en) },
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}
