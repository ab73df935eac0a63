import { formatMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { type Html, html, trusted } from "../../reports/markup.ts";
import { STYLE } from "../../reports/style.ts";
import type { Run } from "../db/run.ts";

const NAV_STYLE = `.months{display:flex;flex-wrap:wrap;gap:4px 12px;padding:8px 0;font-size:14px}.months a[aria-current]{font-weight:700;text-decoration:none}@media print{.months{display:none}}`;

/** Puts the way to the other months at the head of a report page. */
export function withMonths(page: string, current: string, runs: readonly Run[]): string {
  const bar = html`<style>${trusted(NAV_STYLE)}</style>${monthLinks(runs, current)}`.markup;
  return page.replace("<main>", () => `<main>\n${bar}`);
}

function monthLinks(runs: readonly Run[], current: string): Html {
  const link = (month: string) =>
    month === current
      ? html`<a href="/months/${month}" aria-current="page">${month}</a>`
      : html`<a href="/months/${month}">${month}</a>`;
  return html`<nav class="months" aria-label="各月报告">${runs.map((run) => link(formatMonth(run.month)))}</nav>`;
}

/** Says why there is nothing to see, and what to do. */
export function emptyPage(profile: Profile, asked: string | string[] | undefined, runs: readonly Run[]): string {
  const why = asked === undefined ? "还没有完成任何月度任务。" : `没有“${asked}”的报告。`;
  const next =
    runs.length > 0
      ? "请从上面选择一个已完成的月份。"
      : "请先导入数据（wengang import），再执行月度任务（wengang run --month YYYY-MM）。";
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>稳岗预警</title>
<style>${trusted(STYLE + NAV_STYLE)}</style></head>
<body><main>${monthLinks(runs, "")}<h1>${profile.title.zh} 稳岗预警</h1><p>${why}${next}</p></main></body>
</html>
`.markup;
}
