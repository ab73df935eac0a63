import { type IRunOptions, TextRun } from "docx";
import type { Run } from "../../document/document.ts";
import type { LevelColors } from "../level-colors.ts";

const SMALL = 18;

export const textRuns = (runs: readonly Run[], colors: LevelColors, base: IRunOptions = {}): TextRun[] =>
  runs.map((run) => new TextRun({ ...base, ...look(run, colors), text: run.text }));

function look({ strong, small, level }: Run, colors: LevelColors): IRunOptions {
  const color = level === undefined ? undefined : colors[level];
  return {
    ...(strong ? { bold: true } : {}),
    ...(small ? { size: SMALL } : {}),
    ...(color === undefined ? {} : { color: color.replace("#", "") }),
  };
}
