import type { Rows } from "./rows.ts";

/** One sheet of a delivery: its first rows, to find the header in, and then all of them. */
export interface Sheet {
  /** null for a csv file. */
  readonly name: string | null;
  readonly head: Rows;
  /** Lines at which areas begin that are merged downwards; they were filled with their first cell. */
  readonly merged: readonly number[];
  rows(): AsyncIterable<Rows>;
}

/** The sheet of our own templates that says how to fill in the other one. */
export const GUIDE_SHEET = "填表说明";

export interface Table {
  readonly sheets: readonly Sheet[];
  /** Lets go of the file, and of the process that reads it. */
  close(): Promise<void>;
}
