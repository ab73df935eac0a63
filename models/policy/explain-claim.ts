import { dateInChinese, formatMonth, monthInChinese } from "../month.ts";
import { type Text, text } from "../text.ts";
import type { ClaimFinding } from "./claim-check.ts";

/** What is to be verified, with the numbers; no judgement. */
export function explainClaim({ application, claimed, earlier, from, to, before, after, seen }: ClaimFinding): Text {
  const { appliedOn } = application;
  const span = text(`${monthInChinese(from)}至${monthInChinese(to)}`, `${formatMonth(from)} to ${formatMonth(to)}`);
  const zh = `${dateInChinese(appliedOn)}申领吸纳就业${claimed}人${earlier > 0 ? `（含此前${earlier}人）` : ""}`;
  const en = `${claimed} claimed for as hired on ${appliedOn}${earlier > 0 ? ` (${earlier} of them before)` : ""}`;
  if (seen === null)
    return text(
      `${zh}，${span.zh}没有用工报送可供比对，建议核实`,
      `${en}; no headcount of ${span.en} is there to compare, please verify`,
    );
  const [was, is] = [before ?? "—", after ?? "—"];
  return text(
    `${zh}，同期（${span.zh}）参保人数由${was}人到${is}人，可见增员${seen}人，差${claimed - seen}人，建议核实`,
    `${en}; in the months concerned (${span.en}) the insured went from ${was} to ${is}, ${seen} were seen to come, ${claimed - seen} fewer; please verify`,
  );
}
