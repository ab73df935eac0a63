import type { Mapping, Profile } from "../models/profile.ts";

/** What an import is told about the place and the occasion. */
export interface ImportOrder {
  readonly profile: Profile;
  readonly source: string;
  readonly mappings: readonly Mapping[];
  /** The date the figures became known, for rows that don't say. */
  readonly publishedOn: string;
  readonly today: string;
  readonly by: string;
  readonly signal?: AbortSignal;
}
