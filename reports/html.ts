import { BROWSER_SCRIPT } from "./browser.ts";
import type { MonthlyFacts } from "./facts.ts";
import { type Html, html, trusted } from "./markup.ts";
import { alertsPart, levelStyle } from "./part-alerts.ts";
import { methodPart } from "./part-method.ts";
import { movementPart } from "./part-movement.ts";
import { overviewPart } from "./part-overview.ts";
import { qualityPart } from "./part-quality.ts";
import { ROWS_STYLE } from "./picture.ts";
import { rulesOnlySentence } from "./rules-only.ts";
import { STYLE } from "./style.ts";
import { judgementSentence, leadSentences, withoutDominantSentences } from "./wording.ts";

export interface PageOptions {
  /** chart.js as one script (node_modules/chart.js/dist/chart.umd.js); empty leaves the charts out, the page stays complete. */
  readonly chartScript: string;
}

/** The monthly report as one file that needs nothing else: no network, no fonts, no scripts to be read. */
export function monthlyHtml(facts: MonthlyFacts, { chartScript }: PageOptions): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${facts.simulated ? "【模拟数据】" : ""}${facts.title.zh}</title>
<style>${trusted(`${STYLE}\n${ROWS_STYLE}\n${levelStyle(facts)}`)}</style>
</head>
<body>
<main>
${header(facts)}
${facts.rulesOnly === null ? null : html`<p class="lead"><strong>${rulesOnlySentence(facts.rulesOnly).zh}</strong></p>`}
<p class="lead">${leadSentences(facts)}<strong>${judgementSentence(facts)}</strong></p>
<p class="lead">${withoutDominantSentences(facts)}</p>
${overviewPart(facts)}${movementPart(facts)}${alertsPart(facts)}${qualityPart(facts)}${methodPart(facts)}</main>
${chartScript === "" ? null : html`<script>${inline(chartScript)}</script>\n<script>${trusted(BROWSER_SCRIPT)}</script>`}
</body>
</html>
`.markup;
}

const header = (facts: MonthlyFacts): Html => html`<header>
${facts.simulated ? html`<p class="simulated">模拟数据：本报告由模拟器生成的数据写成，不反映任何真实企业</p>` : null}
<h1>${facts.title.zh}</h1>
<p class="meta">数据截至${facts.asOf}　数据版次：${facts.vintage.zh}　阈值方案：${facts.thresholds.name}　内部使用</p>
</header>`;

/** Without its source map (nothing is fetched) and with nothing that could end the script element. */
const inline = (script: string): Html =>
  trusted(script.replace(/^\/\/# sourceMappingURL=.*$/gm, "").replace(/<\/(script)/gi, "<\\/$1"));
