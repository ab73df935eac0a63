import type { Language, Text } from "../../models/text.ts";
import type { ChartConfig } from "../charts.ts";
import type {
  Annex,
  Cell,
  DocumentRow,
  FigureBlock,
  Heading,
  Paragraph,
  Run,
  TableBlock,
  TableColumn,
} from "./document.ts";

/** What parts of a report say in both languages, written down in one of them. */
export interface Writer {
  readonly language: Language;
  say(words: Text): string;
  heading(level: Heading["level"], words: Text, id?: string): Heading;
  /** No paragraph where nothing is said. */
  paragraph(role: Paragraph["role"], ...parts: readonly Spoken[]): Paragraph[];
  table(table: TableWords): TableBlock;
  figure(figure: FigureWords): FigureBlock;
  annex(title: Text): Annex;
  /** A cell of words, one line each. */
  words(...lines: readonly (Spoken | readonly Spoken[])[]): Cell;
}

/** Text, or text with how it looks. */
export type Spoken = Text | SpokenRun;

interface SpokenRun extends Omit<Run, "text"> {
  readonly words: Text;
}

export interface TableWords extends Pick<TableBlock, "id" | "stack"> {
  readonly caption: Text;
  readonly unit?: Text;
  readonly columns: readonly ColumnWords[];
  readonly rows: readonly DocumentRow[];
  readonly empty: Text;
  readonly folded?: Text;
}

export interface ColumnWords {
  readonly head: Text;
  /** A column of words when left out. */
  readonly kind?: TableColumn["kind"];
}

export interface FigureWords extends Pick<FigureBlock, "id" | "width" | "bars"> {
  readonly title: Text;
  readonly says: Text;
  readonly config: ChartConfig;
}

export function writerIn(language: Language): Writer {
  const say = (words: Text) => words[language];
  const run = (spoken: Spoken): Run => {
    if (!("words" in spoken)) return { text: say(spoken) };
    const { words, ...look } = spoken;
    return { ...look, text: say(words) };
  };
  return {
    language,
    say,
    heading: (level, words, id) => ({ kind: "heading", level, text: say(words), ...(id === undefined ? {} : { id }) }),
    paragraph: (role, ...parts) => {
      const runs = parts.map(run).filter(({ text }) => text !== "");
      return runs.length === 0 ? [] : [{ kind: "paragraph", role, runs: spaced(runs, language) }];
    },
    table: ({ caption, unit, columns, empty, folded, ...table }) => ({
      kind: "table",
      ...table,
      caption: say(caption),
      columns: columns.map(({ head, kind }) => ({ head: say(head), kind: kind ?? "text" })),
      empty: say(empty),
      ...(unit === undefined ? {} : { unit: say(unit) }),
      ...(folded === undefined ? {} : { folded: say(folded) }),
    }),
    figure: ({ title, says, ...figure }) => ({ kind: "figure", ...figure, title: say(title), says: say(says) }),
    annex: (title) => ({ kind: "annex", title: say(title) }),
    words: (...lines) => {
      const said = lines
        .map((line) => (isLine(line) ? line.map(run) : [run(line)]))
        .filter((line) => line.some(({ text }) => text !== ""));
      return { lines: said.length > 0 ? said : [[{ text: "" }]] };
    },
  };
}

const isLine = (line: Spoken | readonly Spoken[]): line is readonly Spoken[] => Array.isArray(line);

/** English sentences that follow each other in one paragraph have a blank between them. */
const spaced = (runs: readonly Run[], language: Language): Run[] =>
  runs.map((run, i) => (language === "en" && i > 0 ? { ...run, text: ` ${run.text}` } : run));
