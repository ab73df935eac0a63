import { type IRunOptions, TextRun } from "docx";
import type { Run } from "../../document/document.ts";
import type { LevelColors } from "../level-colors.ts";

/** Of the size around it. */
const SMALL = 0.86;
const TABLE = 21;

/** Runs of words, in which a minus is not torn from its number at the end of a line. */
export const wordRuns = (runs: readonly Run[], colors: LevelColors, base: IRunOptions = {}): TextRun[] =>
  runs.map((run) => new TextRun({ ...base, ...look(run, colors, base), text: withMinus(run.text) }));

/** A number that stands alone: its minus stays the one that a spreadsheet reads when the table is copied there. */
export const numberRuns = (runs: readonly Run[], colors: LevelColors, base: IRunOptions = {}): TextRun[] =>
  runs.map((run) => new TextRun({ ...base, ...look(run, colors, base), text: run.text }));

/** The same for words that have one look. */
export const plainRuns = (text: string): TextRun[] => [new TextRun(withMinus(text))];

/** LibreOffice breaks a line after a hyphen of any kind, the non-breaking ones too, but not after the minus sign itself. */
const withMinus = (text: string): string => text.replace(/(?<![A-Za-z0-9-])-(?=\d)/g, "\u2212");

function look({ strong, small, level }: Run, colors: LevelColors, { size }: IRunOptions): IRunOptions {
  const color = level === undefined ? undefined : colors[level];
  return {
    ...(strong ? { bold: true } : {}),
    ...(small ? { size: Math.round((typeof size === "number" ? size : TABLE) * SMALL) } : {}),
    ...(color === undefined ? {} : { color: color.replace("#", "") }),
  };
}
