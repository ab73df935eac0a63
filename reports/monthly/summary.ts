import { type Text, text } from "../../models/text.ts";
import { adviceOn } from "../advice/advice.ts";
import type { Block } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { followUpSentence } from "../follow-up.ts";
import { alertSentence, collectiveSentence, departmentSentence } from "../wording/alerts.ts";
import {
  countBrief,
  forecastBrief,
  mainLosses,
  nextMonthBrief,
  outcomeBrief,
  riskBrief,
  trendBrief,
} from "../wording/brief.ts";
import { comparisonSentences, judgementSentence, leadSentences, sampleSentence } from "../wording/lead.ts";
import { flowSentences, movedSentence, reasonSentence, sectorSentence } from "../wording/movement.ts";
import { pathSentence } from "../wording/outlook.ts";
import { stateSentence } from "../wording/state.ts";
import { withoutDominantSentences } from "../wording/without-largest.ts";
import { adviceBlocks } from "./advice-blocks.ts";

/** The text of a monthly report: the judgement first, the same without the largest, then the five parts of the trade. */
export const summaryBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  ...w.paragraph("lead", leadSentences(facts), { words: judgementSentence(facts), strong: true }),
  ...w.paragraph("lead", withoutDominantSentences(facts)),
  w.heading(1, text("总体情况", "Overall"), "overview"),
  ...w.paragraph("body", comparisonSentences(facts), sampleSentence(facts), stateSentence(facts)),
  ...movementPart(facts, w),
  w.heading(1, text("预警与处置", "Alerts and what is done about them"), "handling"),
  ...alertPart(facts, w),
  w.heading(1, text("走势预测", "Outlook"), "outlook"),
  ...outlookPart(facts, w),
  w.heading(1, text("工作建议", "Suggestions"), "advice"),
  ...adviceBlocks(adviceOn(facts), w),
];

function movementPart(facts: MonthlyFacts, w: Writer): Block[] {
  const parts: readonly (readonly [Text, string, readonly Text[]])[] = [
    [
      text("产业和行业", "Sectors and industries"),
      "by-industry",
      [sectorSentence(facts), movedSentence(facts, "section")],
    ],
    [
      facts.groups.department.length === 0
        ? text("乡镇（街道）", "Townships")
        : text("乡镇（街道）和主管部门", "Townships and departments"),
      "by-place",
      [movedSentence(facts, "region"), movedSentence(facts, "department")],
    ],
    [text("减少原因", "Reasons"), "why", [reasonSentence(facts)]],
  ];
  return [
    w.heading(1, text("变动分析", "What changed"), "movement"),
    ...w.paragraph("body", flowSentences(facts), facts.outlook ? mainLosses(facts.outlook) : NOTHING),
    ...parts.flatMap(([title, id, sentences]) => {
      const said = w.paragraph("body", ...sentences);
      return said.length === 0 ? [] : [w.heading(2, title, id), ...said];
    }),
  ];
}

const NOTHING = text("", "");

function alertPart(facts: MonthlyFacts, w: Writer): Block[] {
  const met = facts.alerts.collective.filter((rule) => rule.met).map(collectiveSentence);
  const counts = facts.outlook ? countBrief(facts.outlook) : NOTHING;
  return w.paragraph(
    "body",
    ...[alertSentence(facts), departmentSentence(facts), ...met, counts, followUpSentence(facts.followUp)],
  );
}

function outlookPart({ outlook, ...facts }: MonthlyFacts, w: Writer): Block[] {
  if (outlook === null) return w.paragraph("body", nextMonthBrief(facts));
  const [whole] = outlook.forecasts;
  return [
    ...w.paragraph("body", trendBrief(outlook.place), pathSentence(outlook.place)),
    ...w.paragraph(
      "body",
      ...(whole ? [forecastBrief(whole), outcomeBrief(whole, outlook)] : []),
      riskBrief(outlook.place),
      nextMonthBrief(facts),
    ),
  ];
}
