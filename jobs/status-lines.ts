import { formatMonth } from "../models/month.ts";
import { type Text, text } from "../models/text.ts";
import type { Batch } from "../src/db/batch.ts";
import type { FindingCount } from "../src/db/finding.ts";
import type { Run } from "../src/db/run.ts";
import type { SourceState } from "../src/db/source-state.ts";
import { findingLine } from "./finding-words.ts";

/** A delivery, and under it what was found in it. */
export const batchLines = (batch: Batch, findings: readonly FindingCount[]): Text[] => [
  batchLine(batch),
  ...findings.filter((finding) => finding.batch === batch.id).map((finding) => findingLine(finding, "      ")),
];

function batchLine({ id, name, source, verdict, counts, publishedOn }: Batch): Text {
  if (verdict === "blocked")
    return text(`  #${id} ${name}（${source}）整批拦截`, `  #${id} ${name} (${source}) blocked`);
  return text(
    `  #${id} ${name}（${source}，公布 ${publishedOn}）读入 ${counts.read}，采用 ${counts.accepted}，隔离 ${counts.quarantined}，提示 ${counts.warned}`,
    `  #${id} ${name} (${source}, published ${publishedOn}) ${counts.read} read, ${counts.accepted} accepted, ${counts.quarantined} quarantined, ${counts.warned} warned`,
  );
}

export function sourceLine({ source, address, pulledAt, failure }: SourceState): Text {
  if (failure)
    return text(
      `  数据源 ${source} ${address} 取数失败（${pulledAt}）：${failure.reason.zh}`,
      `  source ${source} ${address} failed (${pulledAt}): ${failure.reason.en}`,
    );
  return text(
    `  数据源 ${source} ${address} 最近取数 ${pulledAt}`,
    `  source ${source} ${address} last pulled ${pulledAt}`,
  );
}

export const runLine = (
  { month, asOf }: Run,
  { open, sent }: { readonly open: number; readonly sent: number },
  stale: boolean,
): Text =>
  text(
    `  ${formatMonth(month)}  在警 ${open} 条，通知 ${sent} 条，截至 ${asOf}${stale ? "；此后又有涉及该月的数据，可重新执行" : ""}`,
    `  ${formatMonth(month)}  ${open} alerts open, ${sent} sent, as of ${asOf}${stale ? "; newer data on it has come, it can be run again" : ""}`,
  );
