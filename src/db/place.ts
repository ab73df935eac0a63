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

/** Whether the database is one of ours at all; looked at before anything is written to a database only to be read. */
export async function isOurs(db: Db): Promise<boolean> {
  const [row] = await db.query<{ ours: boolean }>(
    "select to_regclass('schema_migration') is not null and to_regclass('place') is not null as ours",
  );
  return row?.ours ?? false;
}
