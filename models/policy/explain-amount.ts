import { type Text, text } from "../text.ts";
import type { Amount, AmountStep } from "./amount.ts";
import { explainMissing } from "./explain-missing.ts";
import { quantity, toFen, yuanText } from "./quantity.ts";

/** "2022年实际缴纳失业保险费 12,345.60元 × 60% = 7,407.36元" */
export function explainAmount(amount: Amount): Text {
  if (amount.kind === "none") return text("不予计算", "none");
  if (amount.kind === "terms") return amount.says;
  const steps = amount.steps.map(explainStep);
  const zh = steps.map((step) => step.zh);
  const en = steps.map((step) => step.en);
  if (amount.kind === "unknown") {
    const missing = explainMissing(amount.missing);
    return text([...zh, `金额暂不能计算，${missing.zh}`].join("；"), [...en, `not known, ${missing.en}`].join("; "));
  }
  const total = yuanText(amount.fen);
  if (steps.length !== 1) {
    zh.push(`合计${total}元`);
    en.push(`together ${total} yuan`);
  }
  const most = amount.atMost ? text("最高 ", "at most ") : text("", "");
  return text(`${most.zh}${zh.join("；")}`, `${most.en}${en.join("; ")}`);
}

function explainStep({ name, quantity: count, unit, rate, by, fen }: AmountStep): Text {
  const of = quantity(count, unit);
  const times =
    by === "percent"
      ? text(`${rate}%`, `${rate}%`)
      : text(`${yuanText(toFen(rate))}元`, `${yuanText(toFen(rate))} yuan`);
  const result = yuanText(fen);
  return text(`${name.zh} ${of.zh} × ${times.zh} = ${result}元`, `${name.en} ${of.en} × ${times.en} = ${result} yuan`);
}
