import type { Finding } from "../../models/finding.ts";
import type { SheetText } from "./workbook.ts";

/** First rows of a sheet, sent to find the header in. */
export interface SheetHead extends SheetText {
  readonly name: string;
  readonly merged: readonly number[];
}

/** What the process that reads spreadsheets says. Rows that are empty are the last. */
export type FromChild =
  | { readonly kind: "sheets"; readonly sheets: readonly SheetHead[] }
  | { readonly kind: "blocked"; readonly findings: readonly Finding[] }
  | { readonly kind: "rows"; readonly rows: SheetText };

/** What it is asked: the rows of a sheet from one on. */
export interface ToChild {
  readonly sheet: number;
  readonly from: number;
}
