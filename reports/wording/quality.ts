import type { Severity } from "../../models/finding.ts";
import { type Text, text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import { exact, shareInWords } from "../number.ts";
import { enterprises, people } from "./change.ts";
import { isFew } from "./few.ts";
import { NOTHING, sentence } from "./say.ts";

export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = {
  block: text("整批退回", "sent back whole"),
  error: text("严重，须处理", "serious, to be dealt with"),
  quarantine: text("隔离", "row set aside"),
  warn: text("提示", "counted, with a warning"),
};

/** Who reported and who did not; a missing report is neither 0 nor "unchanged". */
export function coverageSentence({ completeness }: MonthlyFacts): Text {
  const { expected, reported, silent, coverage } = completeness;
  if (expected === 0)
    return text(
      "本月没有应报企业：名录为空或尚未导入。请先导入企业名录和用工数据。",
      "No enterprise is due this month: the register is empty or not imported. Import the register and headcounts first.",
    );
  const [due, done] = [enterprises(expected), enterprises(reported)];
  const { zh, en } = shareInWords(coverage);
  const rate = isFew(expected) ? NOTHING : text(`，报送率${zh}`, ` (${en})`);
  return sentence(
    text(`应报${due.zh}，已报${done.zh}${rate.zh}`, `${due.en} due, ${done.en} reported${rate.en}`),
    missing(silent),
  );
}

function missing(silent: MonthlyFacts["completeness"]["silent"]): Text {
  if (silent.count === 0) return text("无未报企业", "nobody is missing");
  const who = enterprises(silent.count);
  const staff = people(silent.people);
  return text(
    `未报${who.zh}（末次报送用工合计${staff.zh}）。未报不按0计，也不按不变计，须逐户催报核实`,
    `${who.en} silent (${staff.en} when last reported). Silence is counted neither as 0 nor as unchanged; each has to be asked`,
  );
}

/** What the checks held back and what they let through with a mark. */
export function batchSentence({ completeness }: MonthlyFacts): Text {
  const batches = completeness.batches.filter((b) => b.verdict === "accepted");
  const returned = completeness.batches.length - batches.length;
  const blocked =
    returned === 0
      ? NOTHING
      : text(
          `整批退回${returned}批（原件已存，未入库，须修正后重报）`,
          `${returned} sent back whole (kept as they came, not counted, to be corrected)`,
        );
  if (batches.length === 0) return sentence(text("本期没有新批次数据入库", "no new delivery was taken in"), blocked);
  const total = (column: "read" | "accepted" | "quarantined" | "warned") =>
    exact(batches.reduce((sum, b) => sum + b[column], 0));
  return sentence(
    text(
      `本期入库${batches.length}批，读取${total("read")}行，采用${total("accepted")}行`,
      `${batches.length} deliveries taken in, ${total("read")} rows read, ${total("accepted")} counted`,
    ),
    text(
      `隔离${total("quarantined")}行（保留原文，修正后重报）`,
      `${total("quarantined")} set aside (kept as they came, to be corrected)`,
    ),
    text(`带提示采用${total("warned")}行`, `${total("warned")} counted with a warning`),
    blocked,
  );
}
