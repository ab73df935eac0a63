import { type Language, type Text, text } from "../../models/text.ts";
import type { Block, ReportDocument } from "../document/document.ts";
import { type Numbered, reportFrame } from "../document/frame.ts";
import { type Writer, writerIn } from "../document/writer.ts";
import { followUpSentence } from "../follow-up.ts";
import { adviceBlocks } from "../monthly/advice-blocks.ts";
import { forecastBrief, outcomeBrief } from "../wording/brief.ts";
import { periodAdvice } from "./advice.ts";
import { annexBlocks } from "./annex.ts";
import type { PeriodFacts } from "./facts.ts";
import type { PeriodKind } from "./input.ts";
import { DEPARTMENTS, SECTIONS, TOWNS } from "./names.ts";
import {
  alertSentence,
  beforeSentence,
  eventSentence,
  leadSentence,
  rankSentence,
  reportingSentence,
  withoutSentence,
} from "./wording.ts";

/** 季通报, 半年看进度, 全年比成效: one layout, compared with the quarter or the year before. */
export function periodDocument(facts: PeriodFacts, language: Language, numbered: Numbered | null): ReportDocument {
  const w = writerIn(language);
  return { ...reportFrame(facts, w, numbered), blocks: [...textBlocks(facts, w), ...annexBlocks(facts, w)] };
}

/** What the second part is called: who stands where, how far things have come, what came of it. */
const COMPARISON: Readonly<Record<PeriodKind, Text>> = {
  quarterly: text("各地各部门用工变动", "Townships, departments and industries"),
  "half-year": text("进度比较", "Progress compared"),
  annual: text("成效比较", "Results compared"),
};

function textBlocks(facts: PeriodFacts, w: Writer): Block[] {
  const { groups, kind, outlook } = facts;
  const [whole] = outlook?.forecasts ?? [];
  return [
    ...w.paragraph("lead", { words: leadSentence(facts), strong: true }, beforeSentence(facts)),
    ...w.paragraph("lead", withoutSentence(facts)),
    w.heading(1, COMPARISON[kind], "comparison"),
    ...comparedBlocks(groups, kind, w),
    w.heading(1, text("报送情况", "Reports"), "reporting"),
    ...w.paragraph("body", reportingSentence(facts)),
    w.heading(1, text("预警与处置", "Alerts and what is done about them"), "handling"),
    ...w.paragraph("body", alertSentence(facts), eventSentence(facts), followUpSentence(facts.followUp)),
    ...(outlook && whole
      ? [
          w.heading(1, text("走势预测", "Outlook"), "outlook"),
          ...w.paragraph("body", forecastBrief(whole), outcomeBrief(whole, outlook)),
        ]
      : []),
    w.heading(1, text("下步工作要求", "What is asked for"), "advice"),
    ...adviceBlocks(periodAdvice(facts), w),
  ];
}

/** Where every group is withheld or too small to be ranked the heading has a sentence all the same. */
function comparedBlocks(groups: PeriodFacts["groups"], kind: PeriodKind, w: Writer): Block[] {
  const said = [
    ...w.paragraph("body", rankSentence(groups.region, TOWNS, kind)),
    ...w.paragraph(
      "body",
      rankSentence(groups.department, DEPARTMENTS, kind),
      rankSentence(groups.section, SECTIONS, kind),
    ),
  ];
  return said.length > 0 ? said : w.paragraph("body", NONE_COMPARED);
}

const NONE_COMPARED = text(
  "各分组均因共同样本过少不作排位或不予公布，见附件。",
  "No group has a common sample large enough to be ranked or told: see the annexes.",
);
