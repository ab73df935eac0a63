import type { ChartConfig } from "../charts.ts";

/** A report in one language before it has a format: html, docx, pdf, xlsx, csv and json are all made from this value alone. */
export interface ReportDocument {
  /** Names files: "monthly-2023-12", "department-miit-2023-12". */
  readonly id: string;
  readonly language: "zh" | "en";
  readonly title: string;
  /** Said at the head of every page: 【模拟数据】, 内部使用, 草稿. */
  readonly marks: readonly string[];
  readonly head: OfficialHead;
  /** Where the numbers come from: data as of, vintage, threshold set, model, run. */
  readonly sources: readonly { readonly name: string; readonly text: string }[];
  readonly blocks: readonly Block[];
}

/** What GB/T 9704 wants around the text; null is left out. */
export interface OfficialHead {
  /** 发文机关: stands in the red head and over the date. */
  readonly issuer: string;
  /** 发文字号 such as 巫山就业办发〔2026〕3号; null on a draft. */
  readonly number: string | null;
  /** 主送机关. */
  readonly addressee: string | null;
  /** 成文日期 as printed, 2026年10月8日; null on a draft. */
  readonly date: string | null;
  /** 抄送. */
  readonly copies: readonly string[];
}

export type Block = Heading | Paragraph | TableBlock | FigureBlock | Annex;

/** level 1 一、 2 （一） 3 1. 4 （1）; the number is set by numberedBlocks, never written by hand. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** Anchor and bookmark. */
  readonly id?: string;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** lead: the judgement first; note: small, explains a table or a method. */
  readonly role: "lead" | "body" | "note";
  readonly runs: readonly Run[];
}

export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly small?: true;
  /** Code of an alert level: its colour. The text carries shape and word itself. */
  readonly level?: string;
}

export interface TableBlock {
  readonly kind: "table";
  /** Unique in the document; names the sheet and the csv file. */
  readonly id: string;
  readonly caption: string;
  readonly unit?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly DocumentRow[];
  /** What to say when there is no row. */
  readonly empty: string;
  /** On a phone each row becomes a small list of its cells. */
  readonly stack?: boolean;
  /** On a screen this table waits behind these words until one opens it. */
  readonly folded?: string;
}

export interface TableColumn {
  readonly head: string;
  /** number: right-aligned digits; tag: a short word; wide: sentences, takes the width the others leave. */
  readonly kind: "text" | "number" | "tag" | "wide";
}

export interface DocumentRow {
  /** As many as columns; the first is the row's name. */
  readonly cells: readonly Cell[];
  /** sum: stands out. sub: part of the row above. */
  readonly kind?: "sum" | "sub";
}

/** Lines of runs for the reader; behind a number also its value, so that a spreadsheet holds a number and not its picture. */
export interface Cell {
  readonly lines: readonly (readonly Run[])[];
  readonly number?: PrintedNumber;
}

/** value null: not computable, no sample or suppressed; the text says which ("—", "未报", "*"). A share of 1.28 % is .0128. */
export interface PrintedNumber {
  readonly value: number | null;
  readonly form: NumberForm;
}

export interface NumberForm {
  readonly kind: "count" | "percent" | "decimal" | "money";
  /** Digits after the point as printed. */
  readonly digits: number;
  /** A plus sign before gains. */
  readonly signed?: boolean;
}

export interface FigureBlock {
  readonly kind: "figure";
  readonly id: string;
  readonly title: string;
  /** The sentence beside the chart, and its alternative text. */
  readonly says: string;
  readonly config: ChartConfig;
  /** half: two stand side by side where there is room. */
  readonly width: "full" | "half";
  /** Bars to make room for; without it the picture has its usual height. */
  readonly bars?: number;
}

/** What follows is an annex and begins on a new page: 附件1, 附件2 … in order. */
export interface Annex {
  readonly kind: "annex";
  readonly title: string;
}
