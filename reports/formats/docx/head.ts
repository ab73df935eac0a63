import { BorderStyle, Paragraph, TextRun } from "docx";
import type { ReportDocument } from "../../document/document.ts";
import { issuerSize } from "../issuer-size.ts";
import { titleLines } from "../title-lines.ts";
import { STYLE } from "./styles.ts";

/** 22 pt in 156 mm. */
const TITLE_CHARACTERS = 18;
const plain = (style: string, text: string): Paragraph => new Paragraph({ style, text });
/** Stays with what follows: a signature does not stand on a page alone. */
const keptBlank = (): Paragraph => new Paragraph({ style: STYLE.body, text: "", keepNext: true });
const blank = (): Paragraph => plain(STYLE.body, "");

/** Red head, number, red line, title and addressee. */
export const head = ({ title, head, language }: ReportDocument): Paragraph[] => [
  new Paragraph({
    style: STYLE.issuer,
    children: [new TextRun({ text: head.issuer, size: issuerSize(head.issuer) * 2 })],
  }),
  new Paragraph({
    style: STYLE.documentNumber,
    text: head.number ?? (language === "zh" ? "（未编号）" : "(not yet numbered)"),
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: "E60012", space: 12 } },
  }),
  blank(),
  blank(),
  titleParagraph(title, STYLE.title),
  blank(),
  ...(head.addressee === null ? [] : [plain(STYLE.addressee, `${head.addressee}${language === "zh" ? "：" : ":"}`)]),
];

/** One paragraph, broken by line breaks, so that the navigation shows one title. */
export function titleParagraph(title: string, style: string): Paragraph {
  const lines = titleLines(title, TITLE_CHARACTERS);
  return new Paragraph({
    style,
    children: lines.map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) })),
  });
}

/** 署名 and 成文日期; a draft has neither. */
export const signature = ({ head, language }: ReportDocument): Paragraph[] =>
  head.date === null
    ? []
    : [
        keptBlank(),
        keptBlank(),
        plain(STYLE.signature, head.issuer),
        plain(STYLE.date, head.date),
        ...copies(head.copies, language),
      ];

/** 抄送, between two thin lines. */
function copies(to: readonly string[], language: "zh" | "en"): Paragraph[] {
  if (to.length === 0) return [];
  const line = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 4 };
  const text = language === "zh" ? `抄送：${to.join("，")}。` : `Copies: ${to.join(", ")}.`;
  return [blank(), new Paragraph({ style: STYLE.copies, text, border: { top: line, bottom: line } })];
}
