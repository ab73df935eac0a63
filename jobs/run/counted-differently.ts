import type { Disagreement } from "../../models/cross-foot.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";

/** danfo counts every figure a second time; a month whose two counts differ stops here. */
export function countedDifferently({ cell, expected, found }: Disagreement): Problem {
  return new Problem(
    "unexpected",
    "counted-differently",
    text(
      `两次独立计算不一致：${cell} 为 ${found} 与 ${expected}。`,
      `Two independent counts differ: ${cell} is ${found} and ${expected}.`,
    ),
    text(
      "报告未签发。请重新运行本月任务；仍不一致的，请报管理员。",
      "No report was issued. Run the month again; if it stays, tell the administrator.",
    ),
  );
}
