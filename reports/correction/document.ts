import { type Language, type Text, text } from "../../models/text.ts";
import type { ReportDocument, TableBlock } from "../document/document.ts";
import { dateWords, type Numbered, reportFrame } from "../document/frame.ts";
import { type Writer, writerIn } from "../document/writer.ts";
import { exact, percent } from "../number.ts";
import { NOTHING } from "../wording/say.ts";
import { originWords } from "../wording/thresholds.ts";
import type { CorrectionFacts } from "./facts.ts";
import { CORRECTION_LIMITS } from "./limits.ts";

/** 更正通知: which numbers of which report are others now. */
export function correctionDocument(
  facts: CorrectionFacts,
  language: Language,
  numbered: Numbered | null,
): ReportDocument {
  const w = writerIn(language);
  return {
    ...reportFrame(facts, w, numbered),
    blocks: [
      ...w.paragraph("lead", leadSentence(facts)),
      changeTable(facts, w),
      ...w.paragraph("note", moreSentence(facts), BOUND),
    ],
  };
}

function leadSentence({ original, changes, more, vintage }: CorrectionFacts): Text {
  const { title, number, issuedOn } = original;
  const on = dateWords(issuedOn);
  const count = exact(changes.length + more);
  return text(
    `${on.zh}印发的《${title.zh}》（${number.zh}），按${vintage.zh}重新核算，有${count}项数据变化较大，现更正如下。其他内容不变。`,
    `Of the report "${title.en}" (${number.en}) issued on ${on.en}, ${count} numbers are others by data ${vintage.en}, as follows. All else stands.`,
  );
}

const changeTable = ({ changes }: CorrectionFacts, w: Writer): TableBlock =>
  w.table({
    ...{ id: "changes", caption: text("更正数据", "Numbers corrected"), empty: text("无。", "none.") },
    columns: [
      { head: text("表", "Table") },
      { head: text("项目", "Row") },
      { head: text("指标", "Column"), kind: "tag" },
      { head: text("原数", "Was"), kind: "tag" },
      { head: text("更正为", "Is"), kind: "tag" },
    ],
    rows: changes.map(({ table, row, column, before, after }) => ({
      cells: [table, row, column, before, after].map((said) => w.words(said)),
    })),
  });

const moreSentence = ({ more, small }: CorrectionFacts): Text => {
  if (more + small === 0) return NOTHING;
  const [rest, below] = [exact(more), exact(small)];
  return text(
    `${more > 0 ? `另有${rest}项变化从略；` : ""}变化在界限以内的${below}项未列。`,
    `${more > 0 ? `${rest} more are left out; ` : ""}${below} changed within the bound.`,
  );
};

const { share, points } = CORRECTION_LIMITS;
const ORIGIN = originWords(share.origin);
const BOUND = text(
  `更正界限：数值变化达到原数的${percent(share.value, 0)}，比率变化达到${percent(points.value, 1).replace("%", "")}个百分点（${ORIGIN.zh}）。`,
  `Corrected from ${percent(share.value, 0)} of a number and ${percent(points.value, 1)} of a rate on (${ORIGIN.en}).`,
);
