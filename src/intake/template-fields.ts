import type { Field, Profile } from "../../models/profile.ts";

type Lists = Readonly<Partial<Record<Field, (profile: Profile) => readonly string[]>>>;

const names = (list: readonly { readonly name: { readonly zh: string } }[]): readonly string[] =>
  list.map(({ name }) => name.zh);

const CHOICES: Lists = {
  industry: ({ industries }) => industries.filter(({ parent }) => parent !== null).map(({ name }) => name.zh),
  region: ({ regions, place }) => names(regions.filter(({ code, validTo }) => code !== place && validTo === undefined)),
  ownership: ({ ownerships }) => names(ownerships),
  reductionType: ({ reductionTypes }) => names(reductionTypes),
  reason1: ({ reductionReasons }) => names(reductionReasons),
  reason2: ({ reductionReasons }) => names(reductionReasons),
  reason3: ({ reductionReasons }) => names(reductionReasons),
  kind: ({ eventKinds }) => names(eventKinds.filter(({ silence }) => !silence)),
  fact: ({ facts }) => names(facts.filter(({ period }) => period !== null)),
  policy: ({ policies }) => names(policies),
  keyEnterprise: () => ["是", "否"],
};

/** The closed list that a column is chosen from; empty where anything may be written. */
export const choicesOf = (profile: Profile, field: Field): readonly string[] => CHOICES[field]?.(profile) ?? [];

const NUMBERS: readonly Field[] = [
  ...(["revenue", "assets", "headcount", "dispatch", "hidden", "hired", "departed", "nextMonth", "people"] as const),
  ...(["claimedPeople", "claimedAmount", "grantedAmount"] as const),
];

export const isNumber = (field: Field): boolean => NUMBERS.includes(field);

const DATES: readonly Field[] = ["validFrom", "validTo", "publishedOn", "occurredOn", "appliedOn", "decidedOn"];

const HINTS: Readonly<Partial<Record<Field, string>>> = {
  code: "统一社会信用代码，18位，按文本填写",
  month: "年月，如 2025-03",
  headcount: "月末实有人数，单位：人",
  hidden: "停工留薪、放假等未在岗人数，单位：人；没有统计请留空",
  period: "年度如 2025，月份如 2025-03，随事项而定",
  publishedOn: "这一行数据报出的日期；更正以前报过的数据时必填",
};

/** How a column is filled in. */
export function hintOf(field: Field): string {
  const own = HINTS[field];
  if (own !== undefined) return own;
  if (field in CHOICES) return "从下拉选项中选择";
  if (DATES.includes(field)) return "日期，如 2025-03-31";
  return isNumber(field) ? "数字，不小于0" : "文字";
}
