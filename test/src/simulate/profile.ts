import type { Industry, Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";

const origin = { kind: "convention", note: text("试验", "test") } as const;
const named = (code: string, name: string) => ({ code, name: text(name, name) });
const industry = (code: string, name: string, parent: string | null): Industry => ({
  ...named(code, name),
  parent,
  sector: null,
});
const terms = (...names: string[]) => names.map((name, i) => ({ id: i + 1, name: text(name, name) }));
const threshold = (value: number) => ({ value, unit: "", origin, validFrom: "2020-01" });

const DIVISIONS = [
  "01",
  "13",
  "15",
  "18",
  "31",
  "44",
  "47",
  "50",
  "51",
  "52",
  "54",
  "61",
  "62",
  "65",
  "70",
  "72",
  "83",
];

/** As much of a profile as the simulator reads: a place, towns, divisions and the words of the forms. */
export const SMALL_PROFILE = {
  name: "small",
  title: text("试验县", "Test county"),
  place: "500237",
  codeScheme: "uscc",
  regions: [
    { ...named("500237", "巫山县"), parent: null, kind: "county" },
    ...["高唐街道", "龙门街道", "庙宇镇", "大昌镇", "福田镇", "骡坪镇"].map((name, i) => ({
      ...named(String(500237001 + i), name),
      parent: "500237",
      kind: "town",
    })),
  ],
  industries: [industry("X", "全部", null), ...DIVISIONS.map((code) => industry(code, `行业${code}`, "X"))],
  ownerships: [named("110", "国有企业"), named("170", "私营企业")],
  reductionTypes: terms("关闭破产", "停业整顿", "经济性裁员", "业务转移", "自然减员", "正常解除或终止劳动合同", "其他"),
  reductionReasons: terms(
    "产业结构调整",
    "订单不足",
    "自然减员",
    "经营资金困难",
    "季节性用工",
    "自行离职",
    "工作调动、企业内部调剂",
    "税收政策变化(包括税负增加,出口退税减少等)",
  ),
  eventKinds: [
    ["layoff-plan", "经济性裁员方案报告"],
    ["wage-arrears", "拖欠工资"],
    ["contribution-arrears", "欠缴社会保险费"],
    ["stopped", "停产停业"],
    ["closure", "关闭注销"],
  ].map(([code, name]) => ({ ...named(code!, name!), origin })),
  policies: [],
  facts: [],
  calendar: { closeDay: threshold(10), springFestival: true },
} as unknown as Profile;
