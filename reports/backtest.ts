import type { BacktestTable } from "../models/judging/judge-backtest.ts";
import { missWeightInWords } from "../models/judging/usefulness.ts";
import { dateInChinese, dateInEnglish, formatMonth } from "../models/month.ts";
import type { Level } from "../models/profile.ts";
import type { RaisedAlerts } from "../models/replay/backtest.ts";
import { type Language, type Text, text } from "../models/text.ts";
import { raisedPart } from "./backtest-alerts.ts";
import { reliabilityPart } from "./backtest-reliability.ts";
import { settingsTable } from "./backtest-settings.ts";
import { burdenTable, leadTable, rankingTable, thresholdTable, visitTable } from "./backtest-tables.ts";
import { count, share } from "./backtest-words.ts";
import { type Html, html, trusted } from "./markup.ts";
import { STYLE } from "./style.ts";

export interface BacktestPage {
  readonly language: Language;
  readonly place: Text;
  readonly levels: readonly Level[];
  /** Date of the data, "2026-03-05". */
  readonly asOf: string;
  /** What the scores and alerts were made with, as told to the reader. */
  readonly model: string;
  readonly simulated: boolean;
}

const WIDE =
  ".chart{width:100%;max-width:26rem;height:auto}.chart text{fill:var(--soft);font-size:11px}\
.chart .axis{stroke:var(--rule)}.chart .even{stroke:var(--soft);stroke-dasharray:4 3}\
.chart .line{stroke:var(--blue);fill:none;stroke-width:1.5}.chart circle{fill:var(--blue)}";

/** A backtest as one file that needs nothing else: no network, no scripts; A4 in print. */
export function backtestHtml(table: BacktestTable, raised: RaisedAlerts, page: BacktestPage): string {
  const { language } = page;
  const title = `${page.place[language]}${text("预警回溯检验", ": backtest of the warnings")[language]}`;
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.simulated ? SIMULATED[language] : null}${title}</title>
<style>${trusted(`${STYLE}\n${WIDE}`)}</style>
</head>
<body>
<main>
<header>
${page.simulated ? html`<p class="simulated">${SIMULATED[language]}</p>` : null}
<h1>${title}</h1>
<p class="meta">${META[language](page)}</p>
</header>
${questionPart(table, language)}${raisedPart(raised, page.levels, language)}${rankingTable(table, language)}${visitTable(table, language)}
${thresholdTable(table, language)}${leadTable(table, language)}${burdenTable(table, language)}
<p class="note">${missWeightInWords(table.thresholds.missWeight.value)[language]}</p>
${reliabilityPart(table, language)}${settingsTable(table, language)}</main>
</body>
</html>
`.markup;
}

const SIMULATED = text("【模拟数据】不反映任何真实企业", "[Simulated data] about no real enterprise");

const META: Readonly<Record<Language, (page: BacktestPage) => string>> = {
  zh: ({ asOf, model }) => `数据截至${dateInChinese(asOf)}　模型：${model}　内部使用`,
  en: ({ asOf, model }) => `Data as of ${dateInEnglish(asOf)} · Model: ${model} · Internal`,
};

/** What was asked, settled before looking, and of whom. */
function questionPart({ definition, population }: BacktestTable, language: Language): Html {
  const { from, to } = population;
  if (from === null || to === null) return html`<p class="lead">${NOTHING[language]}</p>`;
  const figures = {
    months: [formatMonth(from), formatMonth(to)],
    ...{ rows: count(population.rows), enterprises: count(population.enterprises), events: count(population.events) },
    ...{ base: share(population.baseRate), unknown: count(population.unknown), known: count(population.known) },
  };
  return html`<p class="lead"><strong>${definition.name[language]}</strong>${text("：", ": ")[language]}${definition.says[language]}${text("。", ".")[language]}</p>
<p class="lead">${POPULATION[language](figures)}</p>
`;
}

const NOTHING = text(
  "没有结果已知的企业月份，无从检验。",
  "No enterprise-month has a known outcome: nothing can be judged.",
);

type Figures = Readonly<Record<"rows" | "enterprises" | "events" | "base" | "unknown" | "known", string>> & {
  readonly months: readonly string[];
};

const POPULATION: Readonly<Record<Language, (f: Figures) => string>> = {
  zh: (f) =>
    `${f.months.join("至")}，${f.enterprises}户企业共${f.rows}个企业月，其中${f.events}个发生（基准率${f.base}）。另有${f.unknown}个结果未知、${f.known}个事先已知，均未计入。`,
  en: (f) =>
    `${f.months.join(" to ")}: ${f.rows} enterprise-months of ${f.enterprises} enterprises; the event came in ${f.events} (base rate ${f.base}). Left out: ${f.unknown} with no known outcome, ${f.known} known beforehand.`,
};
