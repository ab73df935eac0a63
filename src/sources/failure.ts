import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";

/** A source that could not be read. permanent: trying again will not help, a person must change something. */
export class SourceFailure extends Problem {
  readonly permanent: boolean;
  /** Milliseconds the source asked us to wait; null when it did not say. */
  readonly retryAfter: number | null;

  constructor(code: string, permanent: boolean, reason: Text, next: Text, retryAfter: number | null = null) {
    super("input", code, reason, next);
    this.name = "SourceFailure";
    this.permanent = permanent;
    this.retryAfter = retryAfter;
  }
}

/** Something that will probably pass. */
export const temporary = (code: string, reason: Text, retryAfter: number | null = null): SourceFailure =>
  new SourceFailure(code, false, reason, LATER, retryAfter);

const LATER = text(
  "系统会自动重试；若持续失败，请联系数据提供方。",
  "It is tried again by itself; if it keeps failing, ask the provider of the data.",
);
