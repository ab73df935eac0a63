import type { Db } from "./db.ts";

/** The profile this database belongs to; null before init. */
export async function placeProfile(db: Db): Promise<string | null> {
  const [row] = await db.query<{ profile: string }>("select profile from place");
  return row?.profile ?? null;
}

/** Ties the database to a profile, once; a second call changes nothing. */
export async function foundPlace(db: Db, profile: string): Promise<void> {
  await db.query("insert into place (profile) values ($1) on conflict do nothing", [profile]);
}
