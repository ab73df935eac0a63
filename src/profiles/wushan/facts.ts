import { CLAIMANTS, type FactKind, HELD, LARGE, NEW_CLAIMANTS } from "../../../models/policy/fact-kind.ts";
import { text } from "../../../models/text.ts";
import type { Origin } from "../../../models/threshold.ts";
import { origin } from "../threshold.ts";

/** What the county's support policies ask for, and the department that keeps it. Counts and sums, never a person. */
const ITEM = (item: string, en: string): Origin =>
  origin("document", `巫山府办发〔2023〕57号第（${item}）条`, `巫山府办发〔2023〕57号, item ${en}`);
const ITEM_4 = ITEM("四", "4");
const ITEM_6 = ITEM("六", "6");
const ITEM_7 = ITEM("七", "7");
const ITEM_11 = ITEM("十一", "11");
const CHONGQING_2025 = origin(
  "document",
  "渝人社规〔2025〕10号：裁员率计算方式及除外情形",
  "渝人社规〔2025〕10号: the layoff rate and who is excepted",
);
const REFUND_USE = origin(
  "practice",
  "各地稳岗返还办法通行的条件（足额缴费12个月以上，严重失信和“僵尸企业”除外）",
  "conditions of the refund common to the places' rules (12 months paid in full; the dishonest and zombie enterprises excepted)",
);
const NATIONAL_2025 = origin(
  "document",
  "国办发〔2025〕25号：上年末基金滚存结余备付期限",
  "国办发〔2025〕25号: how long the fund could pay at the last year-end",
);
const REGISTER = origin("convention", "稳岗预警自有资料", "held by Wengang itself");
const RULE_2017 = origin(
  "statute",
  "统计上大中小微型企业划分办法（2017），国统字〔2017〕213号",
  "size rule of 2017, 国统字〔2017〕213号",
);

type Row = readonly [
  code: string,
  zh: string,
  en: string,
  unit: FactKind["unit"],
  period: FactKind["period"],
  supplier: string,
  origin: Origin,
  more?: Partial<Pick<FactKind, "roster" | "subject" | "aliases">>,
];

const ROSTER = { roster: true } as const;

// biome-ignore format: a table reads better in columns
const ROWS: readonly Row[] = [
  [HELD.insured,   "失业保险参保人数（月末）", "insured persons at the end of the month", "persons", null, "hrss", REGISTER],
  [HELD.entity,    "机构类别（统一社会信用代码）", "kind of organisation (统一社会信用代码)", "yes-no", null, "market", REGISTER],
  [HELD.ownership, "登记注册类型", "ownership", "yes-no", null, "market", REGISTER],
  [HELD.industry,  "行业代码（细至中类）", "industry code (three digits)", "yes-no", null, "market", RULE_2017],
  [HELD.revenue,   "营业收入", "revenue", "yuan", null, "miit", RULE_2017],
  [HELD.assets,    "资产总额", "assets", "yuan", null, "miit", RULE_2017],
  [HELD.size,      "企业划型", "size class", "yes-no", null, "miit", RULE_2017],

  ["premiums-paid", "实际缴纳失业保险费", "unemployment insurance premiums paid by enterprise and staff", "yuan", "year", "hrss", ITEM_6],
  ["months-paid-in-full", "足额缴纳失业保险费月数", "months of unemployment insurance paid in full", "months", "year", "hrss", REFUND_USE],
  [CLAIMANTS,     "领取失业保险金人数", "recipients of unemployment benefit who left it", "persons", "year", "hrss", REFUND_USE, ROSTER],
  [NEW_CLAIMANTS, "新增领取失业保险金人数", "new recipients of unemployment benefit who left it", "persons", "year", "hrss", CHONGQING_2025, { ...ROSTER, aliases: ["停保后领取失业保险金人数"] }],
  [LARGE,         "大型企业认定", "classified as a large enterprise", "yes-no", "year", "miit", RULE_2017],
  ["severe-dishonesty",  "严重违法失信名单", "list of the severely dishonest", "yes-no", "year", "market", CHONGQING_2025, { ...ROSTER, aliases: ["严重违法失信", "严重失信"] }],
  ["abnormal-operation", "经营异常名录", "list of abnormal operation", "yes-no", "year", "market", CHONGQING_2025, ROSTER],
  ["zombie",             "“僵尸企业”名单", "list of zombie enterprises", "yes-no", "year", "miit", REFUND_USE, { ...ROSTER, aliases: ["僵尸企业"] }],
  ["fund-reserve-months", "失业保险基金备付月数", "months the unemployment insurance fund could pay", "months", "month", "hrss", NATIONAL_2025, { subject: "place", aliases: ["基金可支付月数"] }],

  // Those with a contract of a year or more, counted in the year in which their sixth month of contributions falls.
  ["hires-graduates",  "招用毕业年度或离校2年内未就业高校毕业生", "graduates hired", "persons", "year", "hrss", ITEM_7, { ...ROSTER, aliases: ["招用高校毕业生人数"] }],
  ["hires-youth",      "招用登记失业16—24岁青年", "registered unemployed of 16 to 24 hired", "persons", "year", "hrss", ITEM_7, { ...ROSTER, aliases: ["招用失业青年人数"] }],
  ["hires-unemployed", "招用本市户籍登记失业半年以上人员", "residents unemployed for half a year hired", "persons", "year", "hrss", ITEM("十二", "12"), { ...ROSTER, aliases: ["招用登记失业半年以上人员人数"] }],

  ["trained",          "职业培训人数", "persons trained", "persons", "year", "hrss", ITEM("五", "5"), ROSTER],
  ["certified-staff",  "取得证书职工人数（参加失业保险1年以上）", "insured for a year and newly certified", "persons", "year", "hrss", ITEM("五", "5"), { ...ROSTER, aliases: ["取得证书职工人数"] }],

  ["trainees",              "见习人数", "trainees", "persons", "year", "hrss", ITEM_11, ROSTER],
  ["trainee-months",        "见习人月数", "trainee-months", "person-months", "year", "hrss", ITEM_11, ROSTER],
  ["trainees-completed",    "见习期满人数", "trainees who completed", "persons", "year", "hrss", ITEM_11, ROSTER],
  ["trainees-kept",         "见习期满留用人数", "trainees kept on completion", "persons", "year", "hrss", ITEM_11, ROSTER],
  ["trainee-months-spared", "提前签约剩余见习人月数", "trainee-months left when hired early", "person-months", "year", "hrss", ITEM_11, ROSTER],

  ["startup-loan",  "创业担保贷款未结清", "start-up loan outstanding", "yes-no", "year", "hrss", ITEM_4, ROSTER],
  ["disaster-hit",  "因自然灾害、重特大突发事件流动性暂时困难", "short of funds for a while by disaster or major emergency", "yes-no", "year", "emergency", ITEM_4, { ...ROSTER, aliases: ["受灾暂时困难"] }],
  ["real-economy",  "实体经济企业", "of the real economy", "yes-no", "year", "finance", ITEM("三", "3"), ROSTER],
  ["wage-quota-approved", "一次性增人增资已获同意", "one-off rise of the wage total approved", "yes-no", "year", "sasac", ITEM("九", "9"), ROSTER],
];

export const facts: readonly FactKind[] = ROWS.map(([code, zh, en, unit, period, suppliedBy, from, more]) => ({
  ...{ code, name: text(zh, en), unit, period, suppliedBy, origin: from, subject: "enterprise" },
  ...more,
}));
