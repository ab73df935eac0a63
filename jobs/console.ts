import { Problem } from "../models/problem.ts";
import type { Language, Text } from "../models/text.ts";
import { isInterruption } from "./exit.ts";

/** What a command hands back: lines for a person, one object for a program. */
export interface Answer {
  readonly lines: readonly Text[];
  readonly json: Readonly<Record<string, unknown>>;
  /** Set when the command did its work but what it found must fail a script, such as a blocked file. */
  readonly exitCode?: number;
}

export interface Console {
  readonly language: Language;
  readonly json: boolean;
  write(line: string): void;
  writeError(line: string): void;
}

/** Prints an answer; with --json the last line is the object. */
export function print(to: Console, answer: Answer): void {
  for (const line of answer.lines) to.write(line[to.language]);
  if (to.json) to.write(JSON.stringify({ ok: (answer.exitCode ?? 0) === 0, ...answer.json }));
}

const WORDS = {
  zh: { error: "错误", next: "下一步", interrupted: "已中断：正在写入的内容已撤销，已完成的部分保留。" },
  en: {
    error: "Error",
    next: "Next",
    interrupted: "Interrupted: what was being written is undone, what was finished stays.",
  },
} as const;

/** Prints why a command failed: code, cause and next step in the reader's language. */
export function printFailure(to: Console, error: unknown): void {
  const words = WORDS[to.language];
  if (isInterruption(error)) {
    to.writeError(words.interrupted);
    if (to.json) to.write(JSON.stringify({ ok: false, error: { code: "interrupted" } }));
  } else if (error instanceof Problem) {
    to.writeError(`${words.error} ${error.code}：${error.reason[to.language]}`);
    to.writeError(`${words.next}：${error.command[to.language]}`);
    if (to.json)
      to.write(JSON.stringify({ ok: false, error: { code: error.code, cause: error.reason, next: error.command } }));
  } else {
    to.writeError(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (to.json) to.write(JSON.stringify({ ok: false, error: { code: "unexpected", cause: String(error) } }));
  }
}
