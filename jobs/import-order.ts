import type { Mapping, Profile } from "../models/profile.ts";
import type { RowReach } from "../src/intake/row-reach.ts";

/** What an import is told about the place and the occasion. */
export interface ImportOrder {
  readonly profile: Profile;
  readonly source: string;
  readonly mappings: readonly Mapping[];
  /** The date the figures became known, for rows that don't say. */
  readonly publishedOn: string;
  /** Set when somebody named that date: content that is known under another one is then taken again under this one. */
  readonly dated?: boolean;
  readonly today: string;
  readonly by: string;
  /** Set for pulls: content that was blocked before is not blocked and kept again at every pull. */
  readonly repeated?: boolean;
  /** Set where the sender may hand in some rows only. */
  readonly reach?: RowReach;
  readonly signal?: AbortSignal;
}
