import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";
import { PAGE, ptToTwips, SIZES } from "../page-geometry.ts";
import { type FontRole, fontOf } from "./fonts.ts";

/** Ids of the paragraph styles; Word shows them by name in its style pane. */
export const STYLE = {
  issuer: "Issuer",
  documentNumber: "DocumentNumber",
  marks: "Marks",
  title: "Title",
  addressee: "Addressee",
  body: "BodyText",
  lead: "Lead",
  note: "Note",
  caption: "Caption",
  tableText: "TableText",
  tableNumber: "TableNumber",
  tableHead: "TableHead",
  afterTable: "AfterTable",
  signature: "Signature",
  date: "SignatureDate",
  copies: "Copies",
  annexName: "AnnexName",
  annexTitle: "AnnexTitle",
} as const;

/** Half-points. */
const size = (pt: number): number => pt * 2;
const FIXED = { line: ptToTwips(PAGE.linePitchPt), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
/** Twips between characters of 16 pt, so that 28 fill 156 mm; the next whole twip, because 15.8 pt would leave room for 27. */
const CLOSER = Math.floor((PAGE.characterAdvancePt - SIZES.body) * 20);
const characters = (n: number): number => ptToTwips(n * PAGE.characterAdvancePt);
/** 首行缩进2字符: in characters for Word and WPS, in twips for readers that know no characters. */
export const INDENT = { firstLineChars: 200, firstLine: characters(2) };
/** 右空4字. */
const FROM_RIGHT = { alignment: AlignmentType.RIGHT, indent: { right: characters(4) } };

interface Look {
  readonly font: FontRole;
  readonly pt: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly paragraph?: IParagraphStyleOptions["paragraph"];
}

const style = (id: string, name: string, { font, pt, bold, color, paragraph }: Look): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: "Normal",
  next: STYLE.body,
  quickFormat: true,
  run: {
    font: fontOf(font),
    size: size(pt),
    ...(pt === SIZES.body ? { characterSpacing: CLOSER } : {}),
    ...(bold ? { bold } : {}),
    ...(color ? { color } : {}),
  },
  paragraph: { spacing: FIXED, ...paragraph },
});

const heading = (level: number, font: FontRole, bold: boolean): IParagraphStyleOptions => ({
  ...style(`Heading${level}`, `heading ${level}`, {
    font,
    pt: SIZES.body,
    bold,
    paragraph: { outlineLevel: level - 1, keepNext: true, indent: INDENT },
  }),
});

const centred = { alignment: AlignmentType.CENTER };
/** Tables have their own, looser rows: the page's grid would tear them apart. */
const small = { spacing: { line: 260, lineRule: LineRuleType.AT_LEAST, before: 30, after: 30 } };
const RED = "E60012";

export const styles = (): IStylesOptions => ({
  default: {
    document: {
      run: { font: fontOf("body"), size: size(SIZES.body), color: "000000" },
      paragraph: { spacing: FIXED },
    },
  },
  paragraphStyles: [
    style(STYLE.issuer, "发文机关标志", {
      font: "title",
      pt: 36,
      color: RED,
      paragraph: { ...centred, spacing: { line: 720, lineRule: LineRuleType.EXACT, before: 560, after: 240 } },
    }),
    style(STYLE.documentNumber, "发文字号", { font: "body", pt: SIZES.body, paragraph: centred }),
    style(STYLE.marks, "密级和标识", { font: "first", pt: SIZES.body }),
    style(STYLE.title, "Title", {
      font: "title",
      pt: SIZES.title,
      paragraph: { ...centred, spacing: { line: ptToTwips(34), lineRule: LineRuleType.EXACT }, keepNext: true },
    }),
    style(STYLE.addressee, "主送机关", { font: "body", pt: SIZES.body }),
    style(STYLE.body, "Body Text", {
      font: "body",
      pt: SIZES.body,
      paragraph: { indent: INDENT, alignment: AlignmentType.JUSTIFIED },
    }),
    style(STYLE.lead, "导语", {
      font: "body",
      pt: SIZES.body,
      paragraph: { indent: INDENT, alignment: AlignmentType.JUSTIFIED },
    }),
    style(STYLE.note, "注释", {
      font: "body",
      pt: SIZES.note,
      paragraph: { spacing: { line: 360, lineRule: LineRuleType.EXACT, before: 60, after: 120 } },
    }),
    style(STYLE.caption, "caption", {
      font: "first",
      pt: SIZES.note,
      paragraph: {
        ...centred,
        keepNext: true,
        spacing: { line: 400, lineRule: LineRuleType.EXACT, before: 160, after: 40 },
      },
    }),
    style(STYLE.tableText, "表格文字", { font: "song", pt: SIZES.table, paragraph: small }),
    style(STYLE.tableNumber, "表格数字", {
      font: "song",
      pt: SIZES.table,
      paragraph: { ...small, alignment: AlignmentType.RIGHT },
    }),
    style(STYLE.tableHead, "表头", {
      font: "first",
      pt: SIZES.table,
      paragraph: { ...small, ...centred, keepNext: true },
    }),
    style(STYLE.afterTable, "表后空行", {
      font: "body",
      pt: 6,
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
    }),
    style(STYLE.signature, "发文机关署名", {
      font: "body",
      pt: SIZES.body,
      paragraph: { ...FROM_RIGHT, keepNext: true },
    }),
    style(STYLE.date, "成文日期", { font: "body", pt: SIZES.body, paragraph: FROM_RIGHT }),
    style(STYLE.copies, "抄送", {
      font: "body",
      pt: SIZES.pageNumber,
      paragraph: { indent: { left: ptToTwips(SIZES.pageNumber), right: ptToTwips(SIZES.pageNumber) } },
    }),
    style(STYLE.annexName, "附件序号", {
      font: "first",
      pt: SIZES.body,
      paragraph: { keepNext: true },
    }),
    style(STYLE.annexTitle, "附件标题", {
      font: "title",
      pt: SIZES.title,
      paragraph: {
        ...centred,
        keepNext: true,
        outlineLevel: 0,
        spacing: { line: ptToTwips(34), lineRule: LineRuleType.EXACT, before: 280, after: 280 },
      },
    }),
    heading(1, "first", false),
    heading(2, "second", false),
    heading(3, "body", true),
    heading(4, "body", false),
  ],
});
