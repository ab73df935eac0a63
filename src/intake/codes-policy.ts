import { quarantine, warn } from "./wording.ts";

const FACT_LIST = ["请填写配置中的事项代码或名称。", "Write a code or name of the profile's list of facts."] as const;
const WRITE_PERIOD = [
  "请按 2024 填写年度，或按 2024-12 填写月份。",
  "Write a year like 2024 or a month like 2024-12.",
] as const;
const WRITE_VALUE = [
  "人数、月数填整数，金额以元为单位、最多两位小数，是否类填“是”或“否”。",
  "Write people and months as whole numbers, yuan with two decimals at most, and yes or no as 是 or 否.",
] as const;

/** Facts for support policies, and applications. */
export const POLICY_CODES = {
  "fact-missing": quarantine(["没有填写事项。", "The fact is missing."], FACT_LIST),
  "fact-unknown": quarantine(["事项“{value}”未识别。", 'The fact "{value}" is not known.'], FACT_LIST),
  "fact-of-place": quarantine(
    ["“{fact}”是全县的数据，不能填在一户单位名下。", '"{fact}" is a figure of the whole place, not of one enterprise.'],
    ["请在代码栏填写本地区的代码。", "Write the code of the place instead of an enterprise's."],
  ),
  "fact-of-enterprise": quarantine(
    ["“{fact}”是单户的数据，不能填在全县名下。", '"{fact}" is a figure of one enterprise, not of the whole place.'],
    ["请填写该单位的统一社会信用代码。", "Write the enterprise's code."],
  ),
  "period-missing": quarantine(["没有填写所属期间。", "The period is missing."], WRITE_PERIOD),
  "period-unreadable": quarantine(
    ["所属期间“{value}”无法识别。", '"{value}" cannot be read as a period.'],
    WRITE_PERIOD,
  ),
  "period-unfit": quarantine(
    ["“{fact}”按{wanted}填报，“{value}”不是。", '"{fact}" is told by the {wanted}; "{value}" is none.'],
    WRITE_PERIOD,
  ),
  "period-future": quarantine(
    ["所属期间 {value} 在今天（{today}）之后。", "Period {value} lies after today ({today})."],
    ["请核对所属期间。", "Check the period."],
  ),
  "value-missing": quarantine(
    ["没有填写数值；未报不等于 0。", "The value is missing; not reported is not 0."],
    WRITE_VALUE,
  ),
  "value-unreadable": quarantine(
    ["“{fact}”的数值“{value}”无法识别。", '"{value}" cannot be read as the value of "{fact}".'],
    WRITE_VALUE,
  ),
  "value-range": quarantine(
    ["“{fact}”应在 0 至 {most} 之间，收到“{value}”。", '"{fact}" must be from 0 to {most}, got "{value}".'],
    ["请核对数值和单位。", "Check the value and its unit."],
  ),
  "value-decimals": quarantine(
    ["“{fact}”最多 {digits} 位小数，收到“{value}”。", '"{fact}" has {digits} decimals at most, got "{value}".'],
    WRITE_VALUE,
  ),
  "policy-missing": quarantine(
    ["没有填写政策。", "The policy is missing."],
    ["请填写配置中的政策代码或名称。", "Write a code or name of the profile's support policies."],
  ),
  "policy-unknown": quarantine(
    ["政策“{value}”未识别。", 'The policy "{value}" is not known.'],
    ["请填写配置中的政策代码或名称。", "Write a code or name of the profile's support policies."],
  ),
  "amount-odd": warn(
    [
      "{field}“{value}”不是 0 以上、最多两位小数的金额，按未填处理。",
      '{field} "{value}" is no sum from 0 up with two decimals at most; treated as not reported.',
    ],
    ["请以元为单位填写。", "Write it in yuan."],
  ),
  "decided-early": warn(
    ["办结日期 {value} 早于申请日期 {applied}。", "The decision ({value}) lies before the application ({applied})."],
    ["请核对两个日期。", "Check both dates."],
  ),
  "granted-above": warn(
    ["核发金额 {value} 高于申领金额 {claimed}。", "More was granted ({value}) than claimed ({claimed})."],
    ["请核对两个金额。", "Check both sums."],
  ),
};
