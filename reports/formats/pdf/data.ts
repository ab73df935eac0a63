import type { Annex, Block, Cell, FigureBlock, ReportDocument, TableBlock } from "../../document/document.ts";
import { annexName, headingNumbers } from "../../document/heading-numbers.ts";
import { columnShares } from "../column-shares.ts";
import { issuerSize } from "../issuer-size.ts";
import type { LevelColors } from "../level-colors.ts";
import { inOrder } from "../order.ts";
import { TYPE_WIDTH_MM, tableSize } from "../page-geometry.ts";
import { type PaperRow, paperTable } from "../paper-rows.ts";
import { titleLines } from "../title-lines.ts";
import { pictureFile } from "./template.ts";

const TITLE_CHARACTERS = 18;

/** A report as the template reads it: plain JSON, with everything that is decided by content decided here. */
export function templateData(document: ReportDocument, colors: LevelColors): Record<string, unknown> {
  const { language, head, title, marks } = document;
  const { text, annexes } = inOrder(document);
  const set = setter(document);
  const last = text.at(-1)?.kind === "paragraph" ? text.slice(-1) : [];
  return {
    ...{ title, marks, colors, lang: language, titleLines: titleLines(title, TITLE_CHARACTERS) },
    description: document.sources.map((source) => `${source.name}: ${source.text}`).join("; "),
    head: {
      ...{ issuer: head.issuer, size: issuerSize(head.issuer), date: head.date },
      number: head.number ?? (language === "zh" ? "（未编号）" : "(not yet numbered)"),
      addressee: head.addressee === null ? "" : `${head.addressee}${language === "zh" ? "：" : ":"}`,
      copies: copies(head.copies, language),
    },
    blocks: [
      ...text.slice(0, text.length - last.length).map(set),
      {
        kind: "ending",
        last: last.map(set),
        lines: annexList(
          annexes.map((annex) => annex.title),
          language,
        ),
      },
      ...annexes.flatMap(({ title, blocks }, i) => [annex(title, i + 1, annexes.length, language), ...blocks.map(set)]),
    ],
  };
}

/** The pictures a report holds, in order: pictureFile(1) is the first. */
export const pictures = ({ blocks }: ReportDocument): readonly FigureBlock[] =>
  blocks.filter((block): block is FigureBlock => block.kind === "figure");

function setter(document: ReportDocument): (block: Exclude<Block, Annex>) => unknown {
  const numbers = headingNumbers(document.blocks, document.language);
  const figures = pictures(document);
  return (block) => {
    if (block.kind === "heading") return { ...block, text: `${numbers.get(block)}${block.text}` };
    if (block.kind === "table") return table(block, document.language);
    if (block.kind === "figure") {
      const { kind, title, says, width } = block;
      return { kind, title, says, width: width === "full" ? 100 : 70, file: pictureFile(figures.indexOf(block) + 1) };
    }
    return block;
  };
}

function table(block: TableBlock, language: "zh" | "en"): unknown {
  const { caption, unit, empty } = block;
  const { columns, rows, together } = paperTable(block);
  const [colon, unitWords] = language === "zh" ? ["：", `（单位：${unit}）`] : [": ", ` (unit: ${unit})`];
  if (rows.length === 0) return { kind: "paragraph", role: "note", runs: [{ text: `${caption}${colon}${empty}` }] };
  const size = tableSize(columns.length);
  const shares = columnShares({ columns, rows }, Math.floor(((TYPE_WIDTH_MM / 25.4) * 72) / size));
  return {
    ...{ ...gridLines(rows), together },
    ...{ kind: "table", size, shares, columns, caption: unit === undefined ? caption : `${caption}${unitWords}` },
    rows: rows.map(({ kind, cells, below }) => ({
      ...(kind ? { kind } : {}),
      cells: cells.map((cell) => lines(cell)),
      below: below.map(({ head, cell }) => ({ head: `${head}${colon}`, ...lines(cell) })),
    })),
  };
}

/** Below which lines of the grid a rule stands, and which lines are shaded; the heads are line 0, a tall row has two. */
function gridLines(rows: readonly PaperRow[]): { readonly rules: number[]; readonly shaded: number[] } {
  const rules: number[] = [];
  const shaded: number[] = [];
  let line = 1;
  for (const { below, kind } of rows) {
    if (kind === "sum") shaded.push(line);
    line += below.length > 0 ? 2 : 1;
    rules.push(line);
  }
  return { rules, shaded };
}

const lines = ({ lines }: Cell) => ({ lines });

function annexList(titles: readonly string[], language: "zh" | "en"): unknown[] {
  const [word, indent] = language === "zh" ? ["附件：", 5] : ["Annexes: ", 6];
  const named = (title: string, i: number) => (titles.length === 1 ? title : `${i + 1}. ${title}`);
  return titles.map((title, i) => ({ text: `${i === 0 ? word : ""}${named(title, i)}`, left: i === 0 ? 2 : indent }));
}

const annex = (title: string, place: number, of: number, language: "zh" | "en") => ({
  ...{ kind: "annex", title, name: annexName(place, of, language), lines: titleLines(title, TITLE_CHARACTERS) },
});

const copies = (to: readonly string[], language: "zh" | "en"): string =>
  to.length === 0 ? "" : language === "zh" ? `抄送：${to.join("，")}。` : `Copies: ${to.join(", ")}.`;
