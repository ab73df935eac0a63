import { BROWSER_SCRIPT } from "../../browser.ts";
import type { ReportDocument } from "../../document/document.ts";
import { type Html, html, trusted } from "../../markup.ts";
import { ROWS_STYLE } from "../../picture.ts";
import { STYLE } from "../../style.ts";
import type { LevelColors } from "../level-colors.ts";
import { blocksHtml } from "./blocks.ts";
import { levelStyle } from "./level-style.ts";

export interface HtmlSetting {
  readonly colors: LevelColors;
  /** chart.js as one script; empty leaves the charts out, the page stays complete. */
  readonly chartScript: string;
}

/** A report as one file that needs nothing else: no network, no fonts, no scripts to be read. */
export const htmlOf = (document: ReportDocument, { colors, chartScript }: HtmlSetting): string =>
  html`<!doctype html>
<html lang="${document.language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.marks.join("")}${document.title}</title>
<style>${trusted(`${STYLE}\n${ROWS_STYLE}\n${levelStyle(colors)}`)}</style>
</head>
<body>
<main>
${header(document)}
${blocksHtml(document)}${signature(document)}</main>
${chartScript === "" ? null : html`<script>${inline(chartScript)}</script>\n<script>${trusted(BROWSER_SCRIPT)}</script>`}
</body>
</html>
`.markup;

function header({ marks, title, head, sources, language }: ReportDocument): Html {
  const gap = language === "zh" ? "　" : " · ";
  const number = head.number === null ? null : html`<p class="meta">${head.issuer}${gap}${head.number}</p>\n`;
  const colon = language === "zh" ? "：" : ": ";
  return html`<header>
${marks.length > 0 ? html`<p class="simulated">${marks.join(gap)}</p>\n` : null}${number}<h1>${title}</h1>
<p class="meta">${sources.map(({ name, text }, i) => `${i > 0 ? gap : ""}${name}${colon}${text}`)}</p>
</header>
${head.addressee === null ? null : html`<p class="addressee">${head.addressee}${colon.trim()}</p>\n`}`;
}

const signature = ({ head, language }: ReportDocument): Html | null =>
  head.date === null
    ? null
    : html`<p class="signature">${head.issuer}<br>${head.date}</p>\n${copies(head.copies, language)}`;

const copies = (to: readonly string[], language: ReportDocument["language"]): Html | null => {
  if (to.length === 0) return null;
  return html`<p class="copies">${language === "zh" ? `抄送：${to.join("，")}。` : `Copies: ${to.join(", ")}.`}</p>\n`;
};

/** Without its source map (nothing is fetched) and with nothing that could end the script element. */
const inline = (script: string): Html =>
  trusted(script.replace(/^\/\/# sourceMappingURL=.*$/gm, "").replace(/<\/(script)/gi, "<\\/$1"));
