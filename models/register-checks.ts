import type { Finding } from "./finding.ts";
import { type Text, text } from "./text.ts";

/** A register entry beside what was known: its industry changed, or it went over into one that went over itself. */
export interface RegisterChange {
  readonly kind: "industry" | "chain";
  readonly code: string;
  readonly before: string;
  readonly now: string;
}

/** Changes in the register that move figures between industries or enterprises; each is a warning for a person to confirm. */
export const checkRegister = (changes: readonly RegisterChange[]): Finding[] =>
  changes.map(({ kind, code, before, now }) => ({
    code: kind === "industry" ? "industry-changed" : "succession-chain",
    severity: "warn",
    cell: null,
    row: null,
    value: `${code}: ${before} → ${now}`,
    ...WORDS[kind](code, before, now),
    rawRow: null,
  }));

const WORDS: Readonly<
  Record<RegisterChange["kind"], (code: string, before: string, now: string) => { message: Text; repair: Text }>
> = {
  industry: (code, before, now) => ({
    message: text(`${code} 的行业由 ${before} 改为 ${now}。`, `${code} changed its industry from ${before} to ${now}.`),
    repair: text(
      "请确认是行业变更还是填报错误；变更会使两个行业的人数各自跳动。",
      "Confirm whether it changed or was misreported; a change moves people between two industries' figures.",
    ),
  }),
  chain: (code, before, now) => ({
    message: text(
      `${code} 由 ${before} 承继，而 ${before} 又由 ${now} 承继。`,
      `${code} went over into ${before}, which itself went over into ${now}.`,
    ),
    repair: text(
      "请核对合并、更名的先后，必要时直接填写最终承继企业。",
      "Check the order of mergers and renamings, and name the final successor where that is meant.",
    ),
  }),
};
