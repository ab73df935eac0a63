import { quarantine, warn, warnOnce } from "./wording.ts";

/** Cells against each other and against the last known value. */
export const CROSS_CODES = {
  "part-exceeds-whole": warn(
    ["{field} {value} 大于用工人数 {headcount}。", "{field} {value} is larger than the headcount {headcount}."],
    ["请核对两个数字；派遣人数应包含在用工人数中。", "Check both numbers; dispatch workers belong to the headcount."],
  ),
  "unit-jump": quarantine(
    [
      "用工人数 {value} 与 {other} 的 {previous} 相差约一万倍，单位可能在“人”和“万人”之间弄错。",
      "Headcount {value} is about 10,000 times off {previous} ({other}); 人 and 万人 were probably confused.",
    ],
    [
      "请按“人”填写，可能应为 {suggestion}；如本数无误，请先更正 {other} 的 {previous}，再重报本行。",
      "Write persons; {suggestion} may be meant. If this figure is right, correct {previous} ({other}) first and send this row again.",
    ],
  ),
  "unit-first": warn(
    [
      "用工人数 {value} 与此前隔离的一行相近，而与 {other} 的 {previous} 相差约一万倍：{other} 可能弄错了“人”和“万人”。",
      "Headcount {value} is like the row quarantined before and about 10,000 times off {previous} ({other}): there 人 and 万人 were probably confused.",
    ],
    [
      "请更正 {other} 的数，并重报此前隔离的一行。",
      "Correct the figure at {other} and send the quarantined row before this one again.",
    ],
  ),
  "month-change-large": warn(
    [
      "用工人数由 {previous}（{other}）变为 {value}，环比 {change}，超过 ±{limit}%。",
      "The headcount went from {previous} ({other}) to {value}, {change} on the month, beyond ±{limit} %.",
    ],
    ["请向单位核实；属实请补充减少类型和原因。", "Ask the enterprise; if true, add the reduction type and reason."],
  ),
  "reduction-unexplained": warnOnce(
    [
      "人数减少但没有填写减少类型或主要原因（减少时必填）。",
      "The headcount fell and no reduction type or main reason is given (mandatory when it falls).",
    ],
    ["请补填减少类型和主要原因。", "Add the reduction type and the main reason."],
  ),
  "headcount-constant": warnOnce(
    [
      "用工人数连续 {months} 个月完全相同（{people} 人以上的单位），可能是照抄上期。",
      "The headcount stayed exactly the same for {months} months (units of {people} persons or more); it may be copied.",
    ],
    ["请向单位核实是否照抄。", "Ask the enterprise whether it was copied from last month."],
  ),
  "flow-mismatch": warn(
    [
      "新招 {hired} − 减员 {departed} = {net}，与人数变化 {change} 不符。",
      "Hired {hired} − departed {departed} = {net}, but the headcount changed by {change}.",
    ],
    ["请核对新招、减员和用工人数。", "Check hired, departed and headcount."],
  ),
};
