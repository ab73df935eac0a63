import { Bookmark, HeadingLevel, ImageRun, Paragraph, type ParagraphChild, type Table, TextRun } from "docx";
import type {
  Annex,
  Block,
  FigureBlock,
  Heading,
  Paragraph as ParagraphBlock,
  ReportDocument,
} from "../../document/document.ts";
import { annexName } from "../../document/heading-numbers.ts";
import type { DrawChart } from "../draw.ts";
import type { LevelColors } from "../level-colors.ts";
import { inOrder } from "../order.ts";
import { mmToTwips, pictureHeight, TYPE_WIDTH_MM } from "../page-geometry.ts";
import { signature, titleParagraph } from "./head.ts";
import { HEADINGS } from "./numbering.ts";
import { plainRuns, wordRuns } from "./runs.ts";
import { STYLE } from "./styles.ts";
import { tableParts } from "./tables.ts";

export interface Setting {
  readonly draw: DrawChart;
  readonly colors: LevelColors;
}

/** The text, signed before the first annex. */
export function body(document: ReportDocument, setting: Setting): (Paragraph | Table)[] {
  const { text, annexes } = inOrder(document);
  const [before, end] = document.blocks.slice(-2);
  const beforeLastTable = isTable(end) ? before : undefined; // so that a last table is not alone on its page
  const parts = (blocks: readonly TextBlock[], annex: number) =>
    blocks.flatMap((block, i) => [
      ...(block.kind === "paragraph" && block === beforeLastTable
        ? [paragraph(block, setting, true)]
        : blockParts(block, annex, document.language, setting)),
      ...(block.kind === "table" && i < blocks.length - 1 ? [spacer()] : []),
    ]);
  const last = text.at(-1);
  const kept =
    annexes.length > 0 && last?.kind === "paragraph" ? [paragraph(last, setting, true)] : parts(text.slice(-1), 0);
  return [
    ...parts(text.slice(0, -1), 0),
    ...kept,
    ...annexList(annexes, document.language),
    ...signature(document),
    ...annexes.flatMap(({ title, blocks }, i) => [
      ...annexHead(annexName(i + 1, annexes.length, document.language), title),
      ...parts(blocks, i + 1),
    ]),
    ...(isTable(document.blocks.at(-1)) ? [spacer()] : []),
  ];
}

/**
 * Keeps a table from the next one; the last thing in a document must be a paragraph. None before an annex: where the table
 * fills its page, it would be all there is on the next.
 */
const spacer = (): Paragraph => new Paragraph({ style: STYLE.afterTable, text: "" });

const isTable = (block: Block | undefined): boolean => block?.kind === "table";

type TextBlock = Exclude<Block, Annex>;

const annexHead = (name: string, title: string): Paragraph[] => [
  new Paragraph({ style: STYLE.annexName, pageBreakBefore: true, text: name }),
  titleParagraph(title, STYLE.annexTitle),
];

/**
 * 附件： one line below the text, two characters in, with numbers when there are several. It stays whole, with the text's last
 * paragraph before it and the signature after it: a page of two of its lines looks like a mistake.
 */
function annexList(annexes: readonly { readonly title: string }[], language: "zh" | "en"): Paragraph[] {
  if (annexes.length === 0) return [];
  const [word, colon] = language === "zh" ? ["附件", "："] : ["Annexes", ": "];
  const line = ({ title }: { readonly title: string }, i: number) =>
    new Paragraph({
      style: STYLE.body,
      keepNext: true,
      ...(i === 0
        ? { children: [new TextRun(`${word}${colon}${numbered(title, i, annexes.length)}`)] }
        : {
            indent: { left: 1580, firstLine: 0, firstLineChars: 0 },
            children: [new TextRun(numbered(title, i, annexes.length))],
          }),
    });
  return [new Paragraph({ style: STYLE.body, keepNext: true, text: "" }), ...annexes.map(line)];
}

const numbered = (title: string, i: number, of: number): string => (of === 1 ? title : `${i + 1}. ${title}`);

function blockParts(block: TextBlock, annex: number, language: "zh" | "en", setting: Setting): (Paragraph | Table)[] {
  if (block.kind === "heading") return [heading(block, annex)];
  if (block.kind === "paragraph") return [paragraph(block, setting)];
  if (block.kind === "table") return tableParts(block, language, setting.colors);
  return figure(block, setting);
}

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** Numbered by Word; an annex is another instance of the list and begins at one. */
function heading({ level, text, id }: Heading, annex: number): Paragraph {
  const run = new TextRun(text);
  const children: ParagraphChild[] = id === undefined ? [run] : [new Bookmark({ id, children: [run] })];
  return new Paragraph({
    heading: LEVELS[level - 1]!,
    numbering: { reference: HEADINGS, level: level - 1, instance: annex },
    children,
  });
}

const paragraph = ({ role, runs }: ParagraphBlock, { colors }: Setting, keepNext = false): Paragraph =>
  new Paragraph({
    ...(keepNext ? { keepNext } : {}),
    style: role === "note" ? STYLE.note : role === "lead" ? STYLE.lead : STYLE.body,
    children: wordRuns(runs, colors),
  });

/** Pixels of the drawing stand closer than points, so that print is sharp. */
function figure({ id, title, says, config, width, bars }: FigureBlock, { draw }: Setting): Paragraph[] {
  const size = width === "full" ? { width: 590, height: pictureHeight(bars) } : { width: 420, height: 210 };
  const drawn = draw(config, size);
  const image = new ImageRun({
    type: "png",
    data: drawn,
    transformation: fitted(size),
    altText: { name: id, title, description: says },
  });
  return [
    new Paragraph({ style: STYLE.caption, children: plainRuns(title) }),
    new Paragraph({ style: STYLE.tableHead, children: [image] }),
    new Paragraph({ style: STYLE.note, children: plainRuns(says) }),
  ];
}

const PIXELS_PER_TWIP = 1 / 15;

function fitted({ width, height }: { readonly width: number; readonly height: number }) {
  const most = mmToTwips(TYPE_WIDTH_MM) * PIXELS_PER_TWIP;
  const scale = Math.min(1, most / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
