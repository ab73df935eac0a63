import type { Notice } from "../models/notice/notice.ts";
import type { Profile } from "../models/profile.ts";
import type { Language } from "../models/text.ts";
import { words } from "./document/cell.ts";
import type { DocumentRow, ReportDocument } from "./document/document.ts";
import { type Html, html } from "./markup.ts";

export interface NoticeSetting {
  readonly profile: Profile;
  readonly language: Language;
  readonly title: string;
  readonly simulated: boolean;
}

const HEADS = {
  zh: ["编号", "企业", "统一社会信用代码", "等级", "月份", "情况", "原因"],
  en: ["Number", "Enterprise", "Code", "Level", "Month", "What", "Why"],
} as const;

/** The alerts of a message as a table to work with: the workbook that goes with a mail. */
export function noticeDocument(notices: readonly Notice[], setting: NoticeSetting): ReportDocument {
  const { profile, language, title, simulated } = setting;
  return {
    ...{
      id: "alerts",
      language,
      title,
      marks: simulated ? [language === "zh" ? "【模拟数据】" : "[simulated data]"] : [],
    },
    head: { issuer: profile.title[language], number: null, addressee: null, date: null, copies: [] },
    sources: [],
    blocks: [
      {
        ...{ kind: "table", id: "alerts", caption: language === "zh" ? "预警清单" : "Alerts", empty: "—" },
        columns: HEADS[language].map((head, i) => ({ head, kind: i < 5 ? "text" : "wide" })),
        rows: notices.map((notice) => rowOf(notice, setting)),
      },
    ],
  };
}

const rowOf = ({ about }: Notice, { profile, language }: NoticeSetting): DocumentRow => ({
  cells: [
    about.number,
    about.name,
    about.subject,
    levelWords(about.level ?? about.levelBefore, profile, language),
    about.month,
    about.headline[language],
    about.explanation[language],
  ].map((cell) => words(cell)),
});

function levelWords(code: string | null, { levels }: Profile, language: Language): string {
  const level = levels.find((one) => one.code === code);
  return level ? `${level.shape}${level.name[language]}` : "—";
}

/** The same as the second body of a mail: plain markup that any mail program shows. */
export function noticeHtml(notices: readonly Notice[], setting: NoticeSetting, key: string): string {
  const { language, profile, title } = setting;
  const items = notices.map(({ about }) => {
    const level = profile.levels.find(({ code }) => code === (about.level ?? about.levelBefore));
    return html`<tr><td style="${CELL}white-space:nowrap;color:${level?.color ?? "#333333"}">${levelWords(level?.code ?? null, profile, language)}</td>
<td style="${CELL}"><b>${about.name}</b><br>${about.explanation[language]}<br><small>${about.number}</small></td></tr>`;
  });
  const page: Html = html`<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><title>${title}</title></head>
<body style="font-family:sans-serif;color:#1a1a1a"><h1 style="font-size:18px">${title}</h1>
<table style="border-collapse:collapse">${items}</table><p><small>${language === "zh" ? "消息编号" : "Message"} ${key}</small></p></body></html>`;
  return page.markup;
}

const CELL = "border-top:1px solid #ccc;padding:8px;vertical-align:top;";
