import type { Language } from "../../models/text.ts";
import { text } from "../../models/text.ts";
import type { Block, ReportDocument } from "../document/document.ts";
import { type Numbered, reportFrame } from "../document/frame.ts";
import { type Writer, writerIn } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { alertBlocks } from "./annex-alerts.ts";
import { countBlocks } from "./annex-counts.ts";
import { forecastBlocks } from "./annex-forecast.ts";
import { departmentBlocks, industryBlocks, regionBlocks, sizeBlocks } from "./annex-groups.ts";
import { methodBlocks } from "./annex-method.ts";
import { overallBlocks } from "./annex-overall.ts";
import { qualityBlocks } from "./annex-quality.ts";
import { reasonBlocks } from "./annex-reasons.ts";
import { structureBlocks } from "./annex-structure.ts";
import { trendBlocks } from "./annex-trend.ts";
import { summaryBlocks } from "./summary.ts";
import { townshipBlocks } from "./township.ts";

/** A month's report in one language: two pages of text, then the tables as annexes; a township gets its own page. */
export function monthlyDocument(facts: MonthlyFacts, language: Language, numbered: Numbered | null): ReportDocument {
  const w = writerIn(language);
  const township = facts.scope.dimension === "region";
  const blocks = township ? townshipBlocks(facts, w) : [...summaryBlocks(facts, w), ...annexes(facts, w)];
  return { ...reportFrame(facts, w, numbered), blocks };
}

const annexes = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.annex(text("主要指标和用工趋势", "Main indicators and trend")),
  ...overallBlocks(facts, w),
  ...trendBlocks(facts, w),
  ...forecastBlocks(facts, w),
  w.annex(text("分组用工变动", "Changes by group")),
  ...industryBlocks(facts, w),
  ...regionBlocks(facts, w),
  ...departmentBlocks(facts, w),
  ...sizeBlocks(facts, w),
  ...reasonBlocks(facts, w),
  ...structureBlocks(facts.outlook, w),
  w.annex(text("预警企业清单", "Alerts")),
  ...alertBlocks(facts, w),
  ...countBlocks(facts.outlook, w),
  w.annex(text("未报企业和数据质量", "Silent enterprises and data quality")),
  ...qualityBlocks(facts, w),
  w.annex(text("口径、方法和阈值", "Definitions, methods and thresholds")),
  ...methodBlocks(facts, w),
];
