import { formatMonth } from "../../../models/month.ts";
import { text } from "../../../models/text.ts";
import { type Html, html, trusted } from "../../../reports/markup.ts";
import type { Run } from "../../db/run.ts";
import type { Asked } from "../asked.ts";

const NAV_STYLE = `.months{display:flex;flex-wrap:wrap;gap:4px 12px;padding:8px 0;font-size:14px}.months a[aria-current]{font-weight:700;text-decoration:none}@media print{.months{display:none}}`;
const NAME = text("各月报告", "Reports by month");

type Reader = Pick<Asked<unknown>, "say">;

/** Puts the way to the other months at the head of a report page. */
export function withMonths(reader: Reader, page: string, current: string, runs: readonly Run[]): string {
  const bar = html`<style>${trusted(NAV_STYLE)}</style>${monthLinks(reader, runs, current)}`.markup;
  return page.replace("<main>", () => `<main>\n${bar}`);
}

export function monthLinks({ say }: Reader, runs: readonly Run[], current: string): Html {
  const link = (month: string) =>
    month === current
      ? html`<a href="/months/${month}" aria-current="page">${month}</a>`
      : html`<a href="/months/${month}">${month}</a>`;
  return html`<nav class="months" aria-label="${say(NAME)}">${runs.map((run) => link(formatMonth(run.month)))}</nav>`;
}
