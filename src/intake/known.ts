import type { Month } from "../../models/month.ts";
import type { Mapping, Profile } from "../../models/profile.ts";
import type { RowReach } from "./row-reach.ts";

/** What the intake is told about the world; it has no clock and no database. */
export interface Known {
  readonly profile: Profile;
  /** The tables this source may send; the first whose required columns are all there is used. */
  readonly mappings: readonly Mapping[];
  /** "YYYY-MM-DD" in the place's own zone. */
  readonly today: string;
  /** When the delivery became known; rows with a publication date of their own keep it. */
  readonly publishedOn: string;
  /** The last stored headcount of an enterprise, persons. */
  lastHeadcount(code: string): number | undefined;
  /** The month those belong to; when given, the first row of an enterprise is compared with it month on month. */
  readonly lastMonth?: Month;
  /** Set for senders who may hand in some rows only: all others stay out, by cell. */
  readonly reach?: RowReach;
}

/** Rows (or month cells of a wide table) read, and what became of them. A repeated entry is read and neither. */
export interface Counts {
  read: number;
  accepted: number;
  quarantined: number;
  /** Accepted with at least one warning. */
  warned: number;
}
