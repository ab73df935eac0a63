import type { Finding } from "./finding.ts";
import { freshnessOf } from "./freshness.ts";
import { formatMonth, type Month } from "./month.ts";
import { monthFinding, monthWarning } from "./month-finding.ts";
import { type Text, text } from "./text.ts";

/** Sources that could not be read at the last pull: what they would have sent is missing, and the report says so. */
export function checkSources(
  failed: readonly { readonly source: string; readonly address: string; readonly reason: Text }[],
): Finding[] {
  return failed.map(({ source, address, reason }) =>
    monthWarning(
      "source-failed",
      source,
      text(
        `数据源 ${source}（${address}）未能取数：${reason.zh}`,
        `Source ${source} (${address}) could not be read: ${reason.en}`,
      ),
      text("请恢复数据源后重新执行本月任务。", "Bring the source back and run the month again."),
    ),
  );
}

/** Sources that sent every month before and not this one; before it is late, they may still do so and nothing is said. */
export function checkSilentSources(month: Month, asOf: string, silent: readonly string[]): Finding[] {
  const { code, severity, day } = freshnessOf(month, asOf);
  if (code === "low") return [];
  return silent.map((source) =>
    monthFinding(
      severity,
      "source-silent",
      source,
      text(
        `数据源 ${source} 此前按月报送，至${asOf}（次月第${day}日）仍无${formatMonth(month)}的数据。`,
        `Source ${source} sent every month before; on ${asOf}, day ${day} of the next month, ${formatMonth(month)} is still missing.`,
      ),
      text(
        "请联系该数据源；沉默本身也是信号，未报不作为正常或零。",
        "Ask the source; silence is itself a signal, and what is missing counts neither as normal nor as zero.",
      ),
    ),
  );
}
