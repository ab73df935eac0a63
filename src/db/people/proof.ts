import type { Db } from "../db.ts";
import { at } from "../moment.ts";

/** What a person proves to be themselves by. */

export async function setPassword(tx: Db, person: number, hash: string, now: number): Promise<void> {
  await tx.query("update person set password_hash = $2, password_set_at = $3 where id = $1", [person, hash, at(now)]);
}

/** Takes a new second factor into use, its first code spent, with recovery codes in place of all earlier ones. */
export async function setSecondFactor(
  tx: Db,
  person: number,
  { sealed, step, recovery }: { sealed: string; step: number; recovery: readonly string[] },
): Promise<void> {
  await tx.query("update person set totp_secret = $2, totp_step = $3 where id = $1", [person, sealed, step]);
  await setRecoveryCodes(tx, person, recovery);
}

export async function setRecoveryCodes(tx: Db, person: number, hashes: readonly string[]): Promise<void> {
  await tx.query("delete from recovery_code where person_id = $1", [person]);
  await tx.query("insert into recovery_code (person_id, code_hash) select $1, unnest($2::text[])", [person, hashes]);
}

/** Spends the code of a time step; false when that or a later one has been spent, be it a moment ago. */
export async function spendStep(tx: Db, person: number, step: number): Promise<boolean> {
  const rows = await tx.query("update person set totp_step = $2 where id = $1 and totp_step < $2 returning id", [
    person,
    step,
  ]);
  return rows.length === 1;
}

export async function spendRecoveryCode(tx: Db, person: number, hash: string, now: number): Promise<boolean> {
  const rows = await tx.query(
    "update recovery_code set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null returning 1",
    [person, hash, at(now)],
  );
  return rows.length === 1;
}

export async function recoveryCodesLeft(db: Db, person: number): Promise<number> {
  const [row] = await db.query<{ left: number }>(
    "select count(*)::integer as left from recovery_code where person_id = $1 and used_at is null",
    [person],
  );
  return row?.left ?? 0;
}

/** Takes every proof away, so that only a new link leads in. */
export async function clearProofs(tx: Db, person: number): Promise<void> {
  await tx.query("update person set password_hash = null, password_set_at = null, totp_secret = null where id = $1", [
    person,
  ]);
  await tx.query("delete from recovery_code where person_id = $1", [person]);
}
