import { type AnyFacts, documentOf } from "../document-of.ts";
import type { BothLanguages } from "./printed.ts";
import { type PassageChange, proseChanges } from "./prose.ts";
import { type NumberChange, tableChanges } from "./tables.ts";

export interface Changes {
  /** Whether a printed number changed beyond the bound, in a table or in a sentence. */
  readonly beyond: boolean;
  /** Numbers of tables beyond the bound, in the order of the report. */
  readonly large: readonly NumberChange[];
  /** Sentences that read otherwise and whose numbers stand in no table that changed. */
  readonly passages: readonly PassageChange[];
  /** How many others changed as printed. */
  readonly small: number;
}

/** What a report printed and later data gives otherwise: tables row by row, then every sentence. */
export function changesBetween(before: AnyFacts, after: AnyFacts): Changes {
  const { asOf, vintage, model } = after; // that a report is made of other data is no change of what it says
  const [was, is] = [bothLanguages({ ...before, asOf, vintage, model }), bothLanguages(after)];
  const tables = tableChanges(was, is);
  const prose = proseChanges(was, is, tables.values);
  return {
    beyond: tables.large.length > 0 || prose.large,
    large: tables.large,
    passages: prose.passages,
    small: tables.small + prose.small,
  };
}

const bothLanguages = (facts: AnyFacts): BothLanguages => ({
  zh: documentOf(facts, "zh", null),
  en: documentOf(facts, "en", null),
});
