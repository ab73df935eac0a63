import type { Failed, Sent } from "./channel.ts";
import { delivered, permanent, temporary } from "./failure.ts";
import type { Answer } from "./guarded-request.ts";
import { isSuccess, statusFailure } from "./http-status.ts";

/** What an error code of a platform means, in our own words: theirs may repeat the request. */
export interface CodeMeaning {
  readonly permanent: boolean;
  readonly zh: string;
  readonly en: string;
  /** Seconds to leave the robot alone. */
  readonly wait?: number;
}

export type Codes = Readonly<Record<number, CodeMeaning>>;

/**
 * A robot's answer: HTTP says 200 whatever happened, the code in the body counts. A code nobody documented may pass; a
 * message that is tried in vain costs less than one that is lost.
 */
export function robotVerdict(answer: Answer, field: "errcode" | "code", codes: Codes): Sent {
  const code = codeIn(answer.body, field);
  if (code === 0 && isSuccess(answer)) return delivered();
  const known = code === null ? undefined : codes[code];
  if (known && code !== null) return meant(code, known);
  if (!isSuccess(answer)) return statusFailure(answer);
  if (code === null) return unreadable();
  return temporary(
    `platform-${code}`,
    `平台返回未列明的错误（${code}）。`,
    `The platform answered with an unlisted error (${code}).`,
  );
}

function meant(code: number, { permanent: lasting, zh, en, wait }: CodeMeaning): Failed {
  const words = [`platform-${code}`, `${zh}（${code}）。`, `${en} (${code}).`] as const;
  return lasting ? permanent(...words) : temporary(...words, wait);
}

export const unreadable = (): Failed =>
  temporary(
    "answer-unreadable",
    "接收方的答复无法识别，不能确定是否送达。",
    "The answer can't be read, so nobody knows whether the message arrived.",
  );

function codeIn(body: string | null, field: string): number | null {
  const code = objectIn(body)?.[field];
  return typeof code === "number" ? code : null;
}

/** A JSON object, or null for anything else. */
export function objectIn(body: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body ?? "");
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
