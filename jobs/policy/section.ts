import type { Language, Text } from "../../models/text.ts";
import type { TableBlock } from "../../reports/document/document.ts";

/** One thing the command tells: lines for a person, fields for a program, a table for a file. */
export interface Section {
  readonly lines: readonly Text[];
  readonly json: Readonly<Record<string, unknown>>;
  table(language: Language): TableBlock;
}

/** Lines of a list that are shown; the file holds all. */
export const SHOWN = 20;
