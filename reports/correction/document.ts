import { type Language, type Text, text } from "../../models/text.ts";
import type { Block, ReportDocument } from "../document/document.ts";
import { type Numbered, reportFrame } from "../document/frame.ts";
import { type Writer, writerIn } from "../document/writer.ts";
import { exact, percent } from "../number.ts";
import { dateWords } from "../wording/dates.ts";
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
      ...changeBlocks(facts, w),
      ...passageBlocks(facts, w),
      ...w.paragraph("note", moreSentence(facts), BOUND),
    ],
  };
}

function leadSentence({ original, changes, passages = [], more, vintage }: CorrectionFacts): Text {
  const { title, number, issuedOn } = original;
  const on = dateWords(issuedOn);
  const count = exact(changes.length + passages.length + more);
  return text(
    `${on.zh}印发的《${title.zh}》（${number.zh}），按${vintage.zh}重新核算，有${count}处变化较大，现更正如下。正文引用下列数据之处一并更正，其他数字不变或变化在界限以内。`,
    `Of the report "${title.en}" (${number.en}) issued on ${on.en}, ${count} places are others by data ${vintage.en}, as follows. Where the text repeats these numbers it is corrected with them; all other numbers stand or changed within the bound.`,
  );
}

/** No table where no number of a table changed. */
function changeBlocks({ changes }: CorrectionFacts, w: Writer): Block[] {
  if (changes.length === 0) return [];
  const table = w.table({
    ...{ id: "changes", caption: text("更正数据", "Numbers corrected"), empty: NOTHING },
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
  return [table];
}

function passageBlocks({ passages = [] }: CorrectionFacts, w: Writer): Block[] {
  if (passages.length === 0) return [];
  const table = w.table({
    ...{ id: "passages", caption: text("更正文字", "Sentences corrected"), empty: NOTHING },
    columns: [
      { head: text("位置", "Where") },
      { head: text("原文", "Was"), kind: "wide" },
      { head: text("更正为", "Is"), kind: "wide" },
    ],
    rows: passages.map(({ place, before, after }) => ({
      cells: [w.words(place), w.words(before ?? ADDED), w.words(after ?? DELETED)],
    })),
  });
  return [table];
}

const ADDED = text("（原无此句）", "(was not said)");
const DELETED = text("（删去）", "(left out)");

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
