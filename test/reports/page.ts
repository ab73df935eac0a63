import { documentOf } from "../../reports/document-of.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { htmlOf } from "../../reports/formats/html/page.ts";
import { PROFILE } from "./monthly-input.ts";

/** A month's report as a page, without the chart library. */
export const pageOf = (facts: MonthlyFacts, chartScript = "", language: "zh" | "en" = "zh"): string =>
  htmlOf(documentOf(facts, language, null), {
    colors: Object.fromEntries(facts.alerts.levels.map(({ code, color }) => [code, color])),
    chartScript,
  });

export { PROFILE };
