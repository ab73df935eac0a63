import type { Language } from "../models/text.ts";
import { correctionDocument } from "./correction/document.ts";
import type { CorrectionFacts } from "./correction/facts.ts";
import type { ReportDocument } from "./document/document.ts";
import type { Numbered } from "./document/frame.ts";
import { type AnyFacts, documentOf } from "./document-of.ts";

/** A report or a correction of one, in one language. */
export const anyDocument = (
  facts: AnyFacts | CorrectionFacts,
  language: Language,
  numbered: Numbered | null,
): ReportDocument =>
  facts.kind === "correction" ? correctionDocument(facts, language, numbered) : documentOf(facts, language, numbered);
