import type { Text } from "../../models/text.ts";
import { text } from "../../models/text.ts";
import type { AnyFacts } from "../document-of.ts";
import type { ReportFacts } from "../report-facts.ts";
import { asThen } from "./as-then.ts";
import { changesBetween } from "./compare.ts";
import type { PassageChange } from "./prose.ts";
import type { NumberChange } from "./tables.ts";

/** That an issued report printed numbers which later data does not bear out. */
export interface CorrectionFacts extends ReportFacts {
  readonly kind: "correction";
  readonly original: Original;
  readonly changes: readonly NumberChange[];
  /** Sentences that read otherwise now; what earlier versions kept has none. */
  readonly passages?: readonly PassageChange[];
  /** Changes too many to be listed, and those below the bound. */
  readonly more: number;
  readonly small: number;
  /** The report as corrected, where no run keeps it: the next correction goes by it. */
  readonly said?: AnyFacts;
}

/** The report that is corrected, as it went out. */
export interface Original {
  readonly id: number;
  readonly title: Text;
  readonly number: Text;
  readonly issuedOn: string;
}

/** Changes listed one by one; more would be a report of its own, and the new one is written anyway. */
const MOST = 100;

/** Null when nothing changed beyond the bound. `before` is what was last said, `later` the same report by later data. */
export function correctionFacts(original: Original, before: AnyFacts, later: AnyFacts): CorrectionFacts | null {
  const after = asThen(before, later);
  const { beyond, large, passages, small } = changesBetween(before, after);
  if (!beyond) return null;
  const { letter, month, asOf, vintage, model, simulated } = after;
  const { title } = original;
  return {
    ...{ kind: "correction", about: `report:${original.id}`, letter, month, asOf, vintage, model, simulated, original },
    title: text(`关于更正《${title.zh}》有关数据的通知`, `Correction: ${title.en}`),
    ...{ changes: large.slice(0, MOST), passages: passages.slice(0, MOST) },
    ...{ more: Math.max(0, large.length - MOST) + Math.max(0, passages.length - MOST), small },
    ...(after.kind === "flash" ? { said: after } : {}),
  };
}
