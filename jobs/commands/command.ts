import type { Language, Text } from "../../models/text.ts";
import type { Environment } from "../../src/config.ts";
import type { Answer } from "../console.ts";
import type { Progress } from "../progress.ts";
import type { Where } from "../session.ts";

/** Option values as commander gives them. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

export interface CommandContext {
  readonly environment: Environment;
  readonly language: Language;
  readonly where: Where;
  readonly clock: () => number;
  readonly workers: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Prints a line at once, for commands that go on running. */
  say(line: Text): void;
}

/** One command of the command line, as data. */
export interface CommandSpec {
  /** Name and arguments, as commander writes them. */
  readonly usage: string;
  readonly summary: Text;
  readonly options: readonly (readonly [flags: string, description: Text, fallback?: string])[];
  readonly examples: readonly string[];
  run(args: readonly string[], options: Options, context: CommandContext): Promise<Answer>;
}
