import type {
  ApplicationRecord,
  EventRecord,
  FactRecord,
  HeadcountRecord,
  IndustryRecord,
  RegisterRecord,
} from "../../models/record.ts";
import type { Rows } from "./rows.ts";

export type RecordBlock =
  | { readonly kind: "headcount"; readonly records: readonly HeadcountRecord[] }
  | { readonly kind: "register"; readonly records: readonly RegisterRecord[] }
  | { readonly kind: "industry"; readonly records: readonly IndustryRecord[] }
  | { readonly kind: "event"; readonly records: readonly EventRecord[] }
  | { readonly kind: "fact"; readonly records: readonly FactRecord[] }
  | { readonly kind: "application"; readonly records: readonly ApplicationRecord[] };

/** Turns rows of one table into records. */
export interface Reader {
  /** Reads the row the cursor stands at. */
  row(rows: Rows): void;
  /** The records since the last time, register entries first. */
  take(): RecordBlock[];
}
