import type { Language } from "../models/text.ts";
import { dispatchDocument } from "./dispatch/document.ts";
import type { DispatchFacts } from "./dispatch/facts.ts";
import type { Block, ReportDocument } from "./document/document.ts";
import type { Numbered } from "./document/frame.ts";
import { type Writer, writerIn } from "./document/writer.ts";
import type { MonthlyFacts } from "./facts.ts";
import { flashDocument } from "./flash/document.ts";
import type { FlashFacts } from "./flash/facts.ts";
import { monthlyDocument } from "./monthly/document.ts";
import { periodDocument } from "./period/document.ts";
import type { PeriodFacts } from "./period/facts.ts";
import { rulesOnlySentence } from "./rules-only.ts";

/** The facts of a report of any kind, as kept. */
export type AnyFacts = MonthlyFacts | DispatchFacts | PeriodFacts | FlashFacts;

/** A report in one language; numbered null is a draft. */
export function documentOf(facts: AnyFacts, language: Language, numbered: Numbered | null): ReportDocument {
  const written = ofItsKind(facts, language, numbered);
  return { ...written, blocks: [...rulesOnlyBlocks(facts, writerIn(language)), ...written.blocks] };
}

/** Said before anything else, in every kind. */
const rulesOnlyBlocks = ({ rulesOnly }: AnyFacts, w: Writer): Block[] =>
  rulesOnly ? w.paragraph("lead", { words: rulesOnlySentence(rulesOnly), strong: true }) : [];

function ofItsKind(facts: AnyFacts, language: Language, numbered: Numbered | null): ReportDocument {
  switch (facts.kind) {
    case "monthly":
      return monthlyDocument(facts, language, numbered);
    case "dispatch":
      return dispatchDocument(facts, language, numbered);
    case "flash":
      return flashDocument(facts, language, numbered);
    default:
      return periodDocument(facts, language, numbered);
  }
}
