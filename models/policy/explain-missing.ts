import { type Text, text } from "../text.ts";
import type { MissingFact } from "./facts.ts";

/** "缺2024年实际缴纳失业保险费（县人力社保局）、企业划型（县经济信息委）" */
export function explainMissing(missing: readonly MissingFact[]): Text {
  if (missing.length === 0) return text("资料不足以计算", "not computable from what is known");
  return text(
    `缺${missing.map(({ name, supplier }) => `${name.zh}（${supplier.zh}）`).join("、")}`,
    `missing: ${missing.map(({ name, supplier }) => `${name.en} (${supplier.en})`).join(", ")}`,
  );
}
