import { type Text, text } from "../../models/text.ts";
import type { Block, Heading } from "../document/document.ts";
import type { BothLanguages } from "./printed.ts";

/** A sentence of a report and the heading it stands under. */
export interface Passage {
  readonly place: Text;
  readonly said: Text;
}

/** Every sentence outside tables, those beside pictures too. Where a part has more sentences in one language it is one passage. */
export function passagesIn({ zh, en }: BothLanguages): readonly Passage[] {
  let place = text(zh.title, en.title);
  return zh.blocks.flatMap((block, i) => {
    const other = en.blocks[i]!;
    if (block.kind === "heading" || block.kind === "annex") place = text(titleOf(block), titleOf(other));
    const here = place;
    const [parts, others] = [partsOf(block), partsOf(other)];
    return parts.flatMap((part, p) => sentencesOf(part, others[p] ?? part).map((said) => ({ place: here, said })));
  });
}

const titleOf = (block: Block): string => (block.kind === "annex" ? block.title : (block as Heading).text);

function partsOf(block: Block): readonly string[] {
  if (block.kind === "figure") return [block.says];
  return block.kind === "paragraph" ? block.runs.map((run) => run.text.trim()) : [];
}

function sentencesOf(zh: string, en: string): readonly Text[] {
  const [ours, others] = [zh.split(/(?<=。)/), en.split(/(?<=[.!?]) (?=[A-Z"“])/)];
  return ours.length === others.length ? ours.map((said, i) => text(said, others[i]!)) : [text(zh, en)];
}
