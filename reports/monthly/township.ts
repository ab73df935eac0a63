import { type Text, text } from "../../models/text.ts";
import { adviceOn } from "../advice/advice.ts";
import type { Block } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { alertSentence, riskNote } from "../wording/alerts.ts";
import { forecastBrief, riskBrief } from "../wording/brief.ts";
import { comparisonSentences, judgementSentence, leadSentences, sampleSentence } from "../wording/lead.ts";
import { flowSentences, movedSentence, reasonSentence, yearAgoNote } from "../wording/movement.ts";
import { coverageSentence } from "../wording/quality.ts";
import { stateSentence } from "../wording/state.ts";
import { withoutDominantSentences } from "../wording/without-largest.ts";
import { adviceBlocks } from "./advice-blocks.ts";
import { endedTable, openTable } from "./annex-alerts.ts";
import { silentTables } from "./annex-quality.ts";
import { groupTable } from "./group-table.ts";

/** A township's own page: its enterprises alone, each table where it is spoken of. */
export const townshipBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  ...w.paragraph("lead", leadSentences(facts), { words: judgementSentence(facts), strong: true }),
  ...w.paragraph("lead", withoutDominantSentences(facts)),
  w.heading(1, text("用工变动", "What changed"), "movement"),
  ...w.paragraph("body", comparisonSentences(facts), sampleSentence(facts), stateSentence(facts)),
  ...w.paragraph("body", flowSentences(facts), movedSentence(facts, "section"), reasonSentence(facts)),
  groups(facts, "section", "sections", text("分行业门类用工变动", "By industry"), w),
  groups(facts, "department", "departments", text("分主管部门用工变动", "By department"), w),
  ...w.paragraph("note", yearAgoNote(facts)),
  w.heading(1, text("预警企业", "Alerts"), "alerts"),
  ...w.paragraph("body", alertSentence(facts), ...ahead(facts)),
  openTable(facts, w),
  ...w.paragraph("note", riskNote(facts)),
  ...endedTable(facts, w),
  w.heading(1, text("未报企业", "Silent enterprises"), "silent"),
  ...w.paragraph("body", coverageSentence(facts)),
  ...silentTables(facts, w),
  w.heading(1, text("工作建议", "Suggestions"), "advice"),
  ...adviceBlocks(adviceOn(facts), w),
  ...w.paragraph("note", METHOD_NOTE),
];

const groups = (facts: MonthlyFacts, dimension: "section" | "department", id: string, caption: Text, w: Writer) =>
  groupTable(facts, { id, caption, groups: facts.groups[dimension], withheld: facts.withheld[dimension] }, w);

function ahead({ outlook }: MonthlyFacts): Text[] {
  if (outlook === null) return [];
  const [whole] = outlook.forecasts;
  return [riskBrief(outlook.place), ...(whole ? [forecastBrief(whole)] : [])];
}

const METHOD_NOTE = text(
  "口径、方法和阈值见全县月度报告附件；一户企业可有多个主管部门，在各部门分别计入。",
  "Definitions, methods and thresholds stand in the annex of the whole place's report; an enterprise may have several departments and counts at each.",
);
