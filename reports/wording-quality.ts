import type { Severity } from "../models/finding.ts";
import type { MonthlyFacts } from "./facts.ts";
import { exact, inProse, shareInProse } from "./number.ts";
import { enterprises, sentence } from "./wording-change.ts";

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  block: "整批退回",
  error: "严重，须处理",
  quarantine: "隔离",
  warn: "提示",
};

/** Who reported and who did not; a missing report is neither 0 nor "unchanged". */
export function coverageSentence({ completeness }: MonthlyFacts): string {
  const { expected, reported, silent, coverage } = completeness;
  if (expected === 0) return "本月没有应报企业：名录为空或尚未导入。请先导入企业名录和用工数据。";
  const people = silent.reduce((sum, s) => sum + (s.lastHeadcount ?? 0), 0);
  const missing =
    silent.length === 0
      ? "无未报企业"
      : `未报${enterprises(silent.length)}（末次报送用工合计${inProse(people)}人）。未报不按0计，也不按不变计，须逐户催报核实`;
  return `应报${enterprises(expected)}，已报${enterprises(reported)}，报送率${shareInProse(coverage)}；${missing}。`;
}

/** What the checks held back and what they let through with a mark. */
export function batchSentence({ completeness }: MonthlyFacts): string {
  const batches = completeness.batches.filter((b) => b.verdict === "accepted");
  const returned = completeness.batches.length - batches.length;
  const blocked = returned === 0 ? "" : `整批退回${returned}批（原件已存，未入库，须修正后重报）`;
  if (batches.length === 0)
    return blocked === "" ? "本期没有新批次数据入库。" : sentence(`本期没有新批次数据入库，${blocked}`);
  const total = (column: "read" | "accepted" | "quarantined" | "warned") =>
    exact(batches.reduce((sum, b) => sum + b[column], 0));
  return sentence(
    `本期入库${batches.length}批，读取${total("read")}行，采用${total("accepted")}行`,
    `隔离${total("quarantined")}行（保留原文，修正后重报）`,
    `带提示采用${total("warned")}行`,
    ...(blocked === "" ? [] : [blocked]),
  );
}
