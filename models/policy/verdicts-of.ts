import type { Verdict } from "./rule.ts";

/** What comes of several of which one is enough. */
export function bestOf(parts: readonly { readonly verdict: Verdict }[]): Verdict {
  if (parts.some(({ verdict }) => verdict === "holds")) return "holds";
  return parts.some(({ verdict }) => verdict === "unknown") ? "unknown" : "fails";
}

/** What comes of several that must all hold. */
export function worstOf(parts: readonly { readonly verdict: Verdict }[]): Verdict {
  if (parts.some(({ verdict }) => verdict === "fails")) return "fails";
  return parts.some(({ verdict }) => verdict === "unknown") ? "unknown" : "holds";
}
