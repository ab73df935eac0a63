import { Problem, type ProblemKind } from "../models/problem.ts";

/** Exit codes of the command line, as documented in the README. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  input: 3,
  database: 4,
  storage: 5,
  noData: 6,
  undelivered: 7,
  interrupted: 130,
} as const;

const BY_KIND: Readonly<Record<ProblemKind, number>> = {
  usage: EXIT.usage,
  input: EXIT.input,
  database: EXIT.database,
  storage: EXIT.storage,
  "no-data": EXIT.noData,
  unexpected: EXIT.unexpected,
};

export function exitCodeOf(error: unknown): number {
  if (isInterruption(error)) return EXIT.interrupted;
  return error instanceof Problem ? BY_KIND[error.kind] : EXIT.unexpected;
}

export const isInterruption = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";
