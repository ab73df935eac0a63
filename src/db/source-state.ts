import type { Text } from "../../models/text.ts";
import type { Db } from "./db.ts";

/** How the last pull of a source went; failure null means it answered. */
export interface SourceState {
  readonly source: string;
  readonly address: string;
  readonly etag: string | null;
  readonly pulledAt: string;
  readonly failure: { readonly code: string; readonly reason: Text } | null;
}

export async function sourceStates(db: Db): Promise<SourceState[]> {
  return db.query<SourceState>(
    `select source, address, etag, pulled_at as "pulledAt", failure from source_state order by source, address`,
  );
}

export async function sourceEtag(db: Db, source: string, address: string): Promise<string | null> {
  const [row] = await db.query<{ etag: string | null }>(
    "select etag from source_state where source = $1 and address = $2",
    [source, address],
  );
  return row?.etag ?? null;
}

/** A pull that failed keeps the etag of the last one that didn't. */
export async function keepSourceState(db: Db, state: Omit<SourceState, "pulledAt">): Promise<void> {
  await db.query(
    `insert into source_state (source, address, etag, pulled_at, failure) values ($1, $2, $3, now(), $4::jsonb)
     on conflict (source, address) do update
       set etag = coalesce(excluded.etag, source_state.etag), pulled_at = excluded.pulled_at, failure = excluded.failure`,
    [state.source, state.address, state.etag, state.failure ? JSON.stringify(state.failure) : null],
  );
}
