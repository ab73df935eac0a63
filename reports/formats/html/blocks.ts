import type {
  Block,
  Cell,
  FigureBlock,
  Heading,
  Paragraph,
  ReportDocument,
  Run,
  TableBlock,
} from "../../document/document.ts";
import { annexName, headingNumbers } from "../../document/heading-numbers.ts";
import { type Html, html, type Part } from "../../markup.ts";
import { picture } from "../../picture.ts";
import { table } from "../../table.ts";
import { levelClass } from "./level-style.ts";

/** The text of a report as markup, in order; half-width figures that follow each other stand side by side. */
export function blocksHtml(document: ReportDocument): Html {
  const numbers = headingNumbers(document.blocks, document.language);
  const annexes = document.blocks.filter((block) => block.kind === "annex");
  const one = (block: Block): Part => {
    if (block.kind === "heading") return heading(block, numbers.get(block)!);
    if (block.kind === "paragraph") return paragraph(block);
    if (block.kind === "table") return tableHtml(block, document.language);
    if (block.kind === "figure") return figure(block);
    const name = annexName(annexes.indexOf(block) + 1, annexes.length, document.language);
    return html`<h2 class="annex">${name}${document.language === "zh" ? "　" : ": "}${block.title}</h2>\n`;
  };
  return html`${grouped(document.blocks).map((group) => (isRow(group) ? html`<div class="pictures">${group.map(one)}</div>\n` : group.map(one)))}`;
}

const isHalf = (block: Block | undefined): boolean => block?.kind === "figure" && block.width === "half";
const isRow = (group: readonly Block[]): boolean => isHalf(group[0]);

function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    if (isHalf(block) && isHalf(groups.at(-1)?.[0])) groups.at(-1)!.push(block);
    else groups.push([block]);
  }
  return groups;
}

function heading({ level, text, id }: Heading, number: string): Html {
  const anchor = id === undefined ? null : html` id="${id}"`;
  const inner = html`${number}${text}`;
  if (level === 1) return html`<h2${anchor}>${inner}</h2>\n`;
  if (level === 2) return html`<h3${anchor}>${inner}</h3>\n`;
  return level === 3 ? html`<h4${anchor}>${inner}</h4>\n` : html`<h5${anchor}>${inner}</h5>\n`;
}

const paragraph = ({ role, runs }: Paragraph): Html => html`<p class="${role}">${runs.map(run)}</p>\n`;

/** Colour alone says nothing: the run's text has the shape and the word. */
function run({ text, strong, small, level }: Run): Part {
  if (level !== undefined) return html`<span class="level ${levelClass(level)}">${text}</span>`;
  if (strong) return html`<strong>${withMinus(text)}</strong>`;
  return small ? html`<span class="small">${withMinus(text)}</span>` : withMinus(text);
}

/** A minus is not torn from its number at the end of a line. */
const withMinus = (text: string): Part =>
  text
    .split(/([0-9A-Za-z]*(?:-\d[\d,.]*%?)+)/)
    .map((part, i) => (i % 2 === 1 ? html`<span class="whole">${part}</span>` : part));

function tableHtml(block: TableBlock, language: "zh" | "en"): Html {
  const { caption, unit, columns, rows, stack, empty, folded } = block;
  const made = table({
    ...{ caption, language, empty, ...(unit === undefined ? {} : { unit }), ...(stack ? { stack } : {}) },
    columns: columns.map(({ head, kind }) => ({ head, ...(kind === "text" ? {} : { [kind]: true }) })),
    rows: rows.map(({ cells, kind }) => {
      const [name, ...others] = cells.map(cell);
      return { name: name!, cells: others, ...(kind ? { kind } : {}) };
    }),
  });
  return folded === undefined ? made : html`<details><summary>${folded}</summary>${made}</details>\n`;
}

const cell = ({ lines }: Cell): Part => lines.map((line, i) => [i > 0 ? html`<br>` : null, ...line.map(run)]);

const figure = ({ id, title, says, config, bars }: FigureBlock): Html =>
  picture({ id: `chart-${id}`, title, says, config, ...(bars === undefined ? {} : { rows: bars }) });
