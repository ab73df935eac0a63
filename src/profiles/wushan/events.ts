import type { EventGroup } from "../../../models/event-group.ts";
import type { EventKind } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Origin } from "../../../models/threshold.ts";
import { limit, origin } from "../threshold.ts";

const ART_41 = origin(
  "statute",
  "《劳动合同法》第四十一条：裁减人员方案须向劳动行政部门报告",
  "Labour Contract Law art. 41: the plan is reported to the labour authority",
);
const PRECURSOR = origin(
  "practice",
  "台湾地区《大量解僱劳工保护法》第十一条预警通报事项",
  "early-warning notification of Taiwan's mass redundancy protection act, art. 11",
);
const MONITORING = origin(
  "practice",
  "失业动态监测的减少类型、原因及监测项目",
  "types, reasons and fields of the national enterprise unemployment monitoring",
);
const FRENCH = origin(
  "practice",
  "法国 Signaux Faibles 使用的信号（社保欠费、部分失业、破产程序）",
  "signals used by France's Signaux Faibles (contribution debt, short-time work, insolvency)",
);
export const CONTRACT_ENDS = origin(
  "practice",
  "某省意见（约2006年）：500人以上企业一个月终止50份以上合同、其他企业10份以上须报告",
  "a provincial opinion (about 2006): ending 50 contracts a month at 500 and more staff, 10 elsewhere, is reported",
);
const POWER = origin("practice", "山东等地失业预警指标含用电量", "electricity use is among Shandong's indicators");
const AGAINST_SLICING = origin(
  "practice",
  "法律未规定累计期间；威海2009、欧盟第98/59/EC号指令等按期间累计，防止化整为零",
  "the law names no window; Weihai 2009, Directive 98/59/EC and others add up over one against slicing",
);
const DESK = origin("convention", "业务常见线索，可调默认项", "a lead desks often meet; a default");

type Row = readonly [code: string, zh: string, en: string, origin: Origin, aliases: readonly string[]];

/** Leads that come in on any day. Names and aliases are what a desk writes; the code is what is stored. */
const ROWS: readonly Row[] = [
  [
    "art41-notice",
    "报告裁减人员方案",
    "Layoff plan reported (art. 41)",
    ART_41,
    ["裁员报告", "裁员方案", "经济性裁员报告"],
  ],
  ["wage-arrears", "拖欠工资", "Wages in arrears", PRECURSOR, ["欠薪", "工资拖欠"]],
  [
    "contribution-arrears",
    "欠缴社会保险费",
    "Social contributions in arrears",
    PRECURSOR,
    ["社保欠费", "欠缴社保", "社保断缴"],
  ],
  ["stopped-production", "停产停业", "Production stopped", PRECURSOR, ["停产", "停工", "停业", "停业整顿"]],
  ["closure", "关闭歇业", "Closed down", MONITORING, ["关闭", "歇业", "注销", "关停"]],
  ["short-time", "缩短工时或轮岗", "Short-time work", FRENCH, ["轮岗轮休", "减少工时", "轮休"]],
  ["holiday", "放假待岗", "Staff sent on leave without work", MONITORING, ["放假", "待岗", "停工留薪", "停工放假"]],
  ["bankruptcy", "申请破产或重整", "Insolvency proceedings applied for", FRENCH, ["破产", "破产重整", "破产申请"]],
  ["relocation", "搬迁外迁", "Moving away", MONITORING, ["搬迁", "外迁", "业务转移", "产能转移"]],
  [
    "contract-ends",
    "集中终止或不续签劳动合同",
    "Many contracts ended or not renewed",
    CONTRACT_ENDS,
    ["集中解除劳动合同", "批量解除合同"],
  ],
  ["orders-lost", "订单大幅减少", "Orders lost", MONITORING, ["订单不足", "订单减少", "失去主要客户"]],
  ["dispatch-leaving", "批量退回劳务派遣人员", "Dispatch workers sent back", MONITORING, ["退回派遣", "劳务派遣减少"]],
  ["labour-dispute", "重大劳资纠纷", "Major labour dispute", PRECURSOR, ["劳资纠纷", "集体劳动争议", "群体性劳动争议"]],
  ["absconded", "经营者失联或欠薪逃匿", "Owner cannot be reached", DESK, ["失联", "欠薪逃匿", "跑路"]],
  ["ordered-shut", "责令停产整治", "Ordered to stop", MONITORING, ["责令停产", "环保停产", "安全停产"]],
  ["funds-broken", "资金链紧张", "Short of funds", MONITORING, ["资金链断裂", "贷款逾期", "经营资金困难"]],
  ["power-drop", "用电量大幅下降", "Electricity use dropped", POWER, ["用电下降"]],
  [
    "small-layoff",
    "小额裁减（未达法定报告线）",
    "Small layoff (below the legal line)",
    AGAINST_SLICING,
    ["小额裁员", "少量裁员", "裁减少量人员"],
  ],
  ["silence", "停止报送数据", "Data stopped coming", MONITORING, ["停报", "断报", "连续未报"]],
  ["merger-planned", "拟兼并重组", "Merger or restructuring planned", PRECURSOR, ["兼并重组", "拟合并"]],
];

/** After these an enterprise is gone. */
const CEASED: ReadonlySet<string> = new Set(["closure"]);

const CHANCE = origin(
  "convention",
  "此类动态报来后三个月内发生大幅减员的比例，默认值；有本地结果后由训练校正其可信程度",
  "share of enterprises so reported on that have a large reduction within three months: a default, believed as far as training on local outcomes bears it out",
);

const CHANCES: Readonly<Record<string, number>> = {
  ...{ closure: 0.8, absconded: 0.6, bankruptcy: 0.5 },
  "art41-notice": 0.6,
  ...{ "small-layoff": 0.3, silence: 0.1 },
  ...{ "contract-ends": 0.4, "stopped-production": 0.3, "ordered-shut": 0.3, relocation: 0.3 },
  ...{
    "wage-arrears": 0.2,
    "contribution-arrears": 0.2,
    holiday: 0.2,
    "dispatch-leaving": 0.2,
    "labour-dispute": 0.15,
  },
  ...{ "short-time": 0.1, "orders-lost": 0.1, "funds-broken": 0.1, "power-drop": 0.1, "merger-planned": 0.05 },
};

/** The people they name are those who are to leave. */
const ANNOUNCING: ReadonlySet<string> = new Set(["art41-notice", "contract-ends", "dispatch-leaving", "small-layoff"]);

/** Names that say on which side of the line of art. 41 the layoff is, and what they are called where it is not. */
const LINES: Readonly<Record<string, NonNullable<EventKind["line"]>>> = {
  "art41-notice": { claims: "reached", otherwise: text("报告裁减人员方案", "Layoff plan reported") },
  "small-layoff": { claims: "below", otherwise: text("裁减人员", "Layoff") },
};

const GROUPS: Readonly<Record<EventGroup, readonly string[]>> = {
  fact: ["closure", "bankruptcy", "absconded"],
  statutory: ["art41-notice"],
  precursor: [
    ...["stopped-production", "wage-arrears", "contribution-arrears", "contract-ends", "ordered-shut"],
    ...["labour-dispute", "holiday", "relocation", "dispatch-leaving", "small-layoff"],
  ],
  sign: ["short-time", "orders-lost", "funds-broken", "power-drop", "merger-planned", "silence"],
};

/** By item 十九 of the founding document and the labour contract law, art. 41. */
const REMEDIES: Readonly<Record<EventGroup, Text>> = {
  fact: text(
    "核实职工安置、工资和经济补偿支付情况，做好失业登记和再就业帮扶",
    "check that staff are placed and paid, register the unemployed and help them to new work",
  ),
  statutory: text(
    "核对裁减人员方案，指导企业依法提前三十日说明情况、听取意见和报告，用好政策尽量少裁",
    "go through the plan, see that staff are told and heard thirty days before, and use support policies so that fewer are laid off",
  ),
  precursor: text(
    "会同乡镇（街道）上门核实经营和用工情况，协调解决欠薪欠费等问题，稳住岗位",
    "visit with the township, see how business and staff stand, help with arrears and keep jobs",
  ),
  sign: text("电话核实并持续关注，了解下月用工计划", "telephone, keep an eye on it and ask about next month's plans"),
};

const groupOf = (code: string): EventGroup =>
  (Object.keys(GROUPS) as EventGroup[]).find((group) => GROUPS[group].includes(code))!;

export const eventKinds: readonly EventKind[] = ROWS.map(([code, zh, en, from, aliases]) => ({
  code,
  name: text(zh, en),
  aliases,
  origin: from,
  group: groupOf(code),
  remedy: REMEDIES[groupOf(code)],
  ...(CEASED.has(code) ? { ceases: true as const } : {}),
  ...(CHANCES[code] === undefined ? {} : { chance: limit(CHANCES[code], "share", CHANCE) }),
  ...(LINES[code] === undefined ? {} : { line: LINES[code] }),
  ...(ANNOUNCING.has(code) ? { announces: true as const } : {}),
  ...(code === "silence" ? { silence: true as const } : {}),
}));
