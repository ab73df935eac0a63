import type { Code } from "./codes.ts";
import type { Params } from "./wording.ts";

/** What there is to say about a header: a code and its particulars. */
export interface Note {
  readonly code: Code;
  readonly params: Params;
}

/** At most twenty names, each at most forty characters. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => (name.length > 40 ? `${name.slice(0, 39)}…` : name));
  return shown.join("、") + (names.length > 20 ? ` … (${names.length})` : "");
}
