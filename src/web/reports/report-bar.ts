import type { Action } from "../../../models/rights/actions.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part, trusted } from "../../../reports/markup.ts";
import { nameOf } from "../alerts/name-of.ts";
import { type Asked, personOf } from "../asked.ts";
import { form } from "../pages/form.ts";
import { FILE_FORMATS, type ReportDesk } from "../report-desk.ts";
import { pathOf, type ReportState, type Standing } from "./shown-report.ts";

const STYLE = `.state{padding:8px 0;font-size:14px;border-bottom:1px solid currentColor;margin-bottom:12px}.state form{display:inline-block;margin-inline-end:12px}.state button{font:inherit;color:var(--paper);background:var(--blue);border:1px solid var(--blue);border-radius:2px;padding:4px 16px;min-height:36px;cursor:pointer}.state button:focus-visible{outline:2px solid var(--blue);outline-offset:2px}.state nav{display:inline}.state nav a{margin-inline-end:10px}@media print{.state{display:none}}`;
export const FILES = text("下载", "Files");

/** Puts what a report's state is, and what may be done about it, at its head. */
export function withBar(asked: Asked<unknown>, desk: ReportDesk, path: string, standing: Standing): string {
  const bar = html`<style>${trusted(STYLE)}</style><div class="state">${stateOf(asked, desk, standing)}${correctionsOf(asked, desk, standing)}${formsOf(asked, path, standing)}${filesOf(asked, path)}</div>`;
  return desk.page(standing, asked.language).replace("<main>", () => `<main>\n${bar.markup}`);
}

const stateOf = ({ language }: Asked<unknown>, desk: ReportDesk, { state, report }: Standing): Html => {
  const number = report && desk.number(report, language);
  const words = STATES[state]({ by: report?.reviewedBy ?? "", number: number ?? "", on: report?.issuedOn ?? "" });
  return html`<p role="status">${words[language]}</p>\n`;
};

/** Where to read what was put right. */
const correctionsOf = ({ language, say }: Asked<unknown>, desk: ReportDesk, { corrections }: Standing): Part =>
  corrections.length === 0
    ? null
    : html`<p>${say(text("更正通知：", "Corrections: "))}${corrections.map((one) => html`<a href="${pathOf(one)}">${desk.number(one, language)}</a> `)}</p>
`;

interface Known {
  readonly by: string;
  readonly number: string;
  readonly on: string;
}

const STATES: Readonly<Record<ReportState, (known: Known) => Text>> = {
  draft: () => text("草稿，尚未审核。", "A draft; nobody has reviewed it yet."),
  reviewed: ({ by }) => text(`已由${by}审核，待签发。`, `Reviewed by ${by}, to be issued.`),
  changed: ({ by }) =>
    text(
      `${by}审核之后又有新数据，下面是新的草稿，须重新审核。`,
      `Data came after ${by} reviewed it: this is the new draft, to be reviewed again.`,
    ),
  issued: ({ number, on }) => text(`已印发：${number}，${on}。`, `Issued as ${number} on ${on}.`),
  outdated: ({ number, on }) =>
    text(
      `已印发：${number}，${on}。此后有更新的数据，下面仍为印发时的内容。`,
      `Issued as ${number} on ${on}. Data came since; below is what went out.`,
    ),
};

interface Deed {
  readonly deed: "review" | "issue" | "correct";
  readonly right: Action;
  readonly button: Text;
  readonly in: readonly ReportState[];
}

export const REPORT_DEEDS: readonly Deed[] = [
  { deed: "review", right: "review-report", button: text("审核通过", "Reviewed"), in: ["draft", "changed"] },
  { deed: "issue", right: "issue-report", button: text("签发", "Issue"), in: ["reviewed"] },
  { deed: "correct", right: "issue-report", button: text("印发更正通知", "Issue a correction"), in: ["outdated"] },
];

const formsOf = (asked: Asked<unknown>, path: string, { state, report }: Standing): readonly Html[] =>
  REPORT_DEEDS.filter((one) => one.in.includes(state))
    .filter((one) => may(personOf(asked), one.right, PLACE).allowed)
    .filter(({ deed }) => deed !== "issue" || report?.reviewedBy !== nameOf(asked))
    .map(({ deed, button }) => form(asked, { action: `${path}/${deed}`, button, fields: "" }));

const filesOf = ({ say }: Asked<unknown>, path: string): Html =>
  html`<nav aria-label="${say(FILES)}">${say(FILES)} ${fileLinks(path)}</nav>`;

/** A report's files, one link a format. */
export const fileLinks = (path: string): Html =>
  html`${FILE_FORMATS.map((format) => html`<a href="${path}/files/${format}">${format}</a> `)}`;
