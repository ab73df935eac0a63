import type { Text } from "./text.ts";

/** What kind of trouble it is; the command line turns each into its documented exit code. */
export type ProblemKind =
  | "usage"
  | "input"
  | "database"
  | "storage"
  | "no-data"
  | "not-signed-in"
  | "denied"
  | "too-many"
  | "unexpected";

/**
 * An error a person can act on: a stable code, the cause and the next step in both languages. Where the next step differs, `command`
 * is for who types commands, and `next` for who reads pages.
 * Programming mistakes stay RangeError and TypeError; a Problem is always about the world outside.
 */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly reason: Text;
  readonly next: Text;
  readonly command: Text;

  constructor(kind: ProblemKind, code: string, reason: Text, next: Text, command: Text = next) {
    super(`${code}: ${reason.en} ${next.en}`);
    this.name = "Problem";
    this.code = code;
    this.kind = kind;
    this.reason = reason;
    this.next = next;
    this.command = command;
  }
}
