import { monthInChinese, monthInEnglish } from "../month.ts";
import { type Text, text } from "../text.ts";
import type { ExplainFacts } from "./explain-facts.ts";
import { isKnown } from "./explain-words.ts";

/** Who reported how many, or that nobody did. */
export function situation(facts: ExplainFacts): Text {
  const month = text(monthInChinese(facts.month), monthInEnglish(facts.month));
  if (facts.status === "silent") return silent(month, facts);
  if (facts.status === "exited") return exited(month, facts);
  if (!isKnown(facts.headcount)) return text(`${month.zh}无用工数据`, `No headcount for ${month.en}`);
  return text(`${month.zh}用工${facts.headcount}人`, `Headcount in ${month.en} was ${facts.headcount}`);
}

function silent(month: Text, { silentMonths, previous }: ExplainFacts): Text {
  const since =
    silentMonths > 1 ? text(`，已连续${silentMonths}个月未报`, ` for ${silentMonths} months running`) : text("", "");
  const last = isKnown(previous) ? text(`，最近一次报送${previous}人`, `, last report ${previous}`) : text("", "");
  return text(`${month.zh}未报送用工数据${since.zh}${last.zh}`, `No report for ${month.en}${since.en}${last.en}`);
}

/** Who reported nobody before it ceased had lost its people earlier: that number says nothing. */
function exited(month: Text, { previous }: ExplainFacts): Text {
  const last =
    isKnown(previous) && previous > 0
      ? text(`，此前用工${previous}人`, `, headcount before ${previous}`)
      : text("", "");
  return text(`${month.zh}已停止经营${last.zh}`, `Ceased by ${month.en}${last.en}`);
}
