import type { Text } from "../../models/text.ts";
import { text } from "../../models/text.ts";
import type { AnyFacts } from "../document-of.ts";
import type { ReportFacts } from "../report-facts.ts";
import { type Changes, changesBetween, type NumberChange } from "./compare.ts";

/** That an issued report printed numbers which later data does not bear out. */
export interface CorrectionFacts extends ReportFacts {
  readonly kind: "correction";
  readonly original: Original;
  readonly changes: readonly NumberChange[];
  /** Changes too many to be listed, and those below the bound. */
  readonly more: number;
  readonly small: number;
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

/** Null when nothing changed beyond the bound. `before` is what was last said, `after` the same report by later data. */
export function correctionFacts(original: Original, before: AnyFacts, after: AnyFacts): CorrectionFacts | null {
  const { large, small }: Changes = changesBetween(before, after);
  if (large.length === 0) return null;
  const { letter, month, asOf, vintage, model, simulated } = after;
  const { title } = original;
  return {
    ...{ kind: "correction", about: `report:${original.id}`, letter, month, asOf, vintage, model, simulated, original },
    title: text(`关于更正《${title.zh}》有关数据的通知`, `Correction: ${title.en}`),
    changes: large.slice(0, MOST),
    ...{ more: Math.max(0, large.length - MOST), small },
  };
}
