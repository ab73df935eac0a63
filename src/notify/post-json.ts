import type { Failed } from "./channel.ts";
import { type Answer, type Guard, guardedPost } from "./guarded-request.ts";

export const postJson = (
  url: string,
  body: unknown,
  guard: Guard,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer | Failed> =>
  guardedPost(
    {
      url,
      body: JSON.stringify(body),
      signal,
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
    },
    guard,
  );
