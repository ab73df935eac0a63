import { type Text, text } from "../../models/text.ts";

export const NOTHING = text("", "");

export const isSaid = ({ zh }: Text): boolean => zh !== "";

const joined = (parts: readonly Text[], zh: string, en: string): Text =>
  text(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en));

/** Items: 甲、乙、丙 · a, b, c. */
export const list = (items: readonly Text[]): Text => joined(items, "、", ", ");

/** Parts of one clause: 甲，乙 · a, b. Empty ones are left out. */
export const clause = (...parts: readonly Text[]): Text => joined(parts.filter(isSaid), "，", ", ");

/** One sentence of clauses that may be empty: "甲；乙。" · "A; b."; nothing when all are. */
export function sentence(...clauses: readonly Text[]): Text {
  const said = clauses.filter(isSaid);
  if (said.length === 0) return NOTHING;
  const { zh, en } = joined(said, "；", "; ");
  return text(`${zh}。`, `${en.charAt(0).toUpperCase()}${en.slice(1)}.`);
}

/** Sentences one after the other; empty ones are left out. */
export const sentences = (...parts: readonly Text[]): Text => joined(parts.filter(isSaid), "", " ");

/** Words that read the same in both languages: a code, a name, a number. */
export const same = (words: string): Text => text(words, words);
