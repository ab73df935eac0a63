import type { Annex, Block, ReportDocument } from "../document/document.ts";

/** Where a paper form sets the list of annexes and the signature: after the text, before the first annex. */
export interface Ordered {
  readonly text: readonly Exclude<Block, Annex>[];
  readonly annexes: readonly { readonly title: string; readonly blocks: readonly Exclude<Block, Annex>[] }[];
}

export function inOrder({ blocks }: Pick<ReportDocument, "blocks">): Ordered {
  const text: Exclude<Block, Annex>[] = [];
  const annexes: { title: string; blocks: Exclude<Block, Annex>[] }[] = [];
  for (const block of blocks) {
    if (block.kind === "annex") annexes.push({ title: block.title, blocks: [] });
    else (annexes.at(-1)?.blocks ?? text).push(block);
  }
  return { text, annexes };
}
