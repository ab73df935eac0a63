import type { Db } from "../db.ts";
import { at } from "../moment.ts";

/** What has to come back from the provider as it went, and from the same browser. */
export interface SsoAttempt {
  readonly stateHash: string;
  readonly formHash: string;
  readonly nonce: string;
  readonly verifier: string;
}

export async function keepSsoAttempt(db: Db, attempt: SsoAttempt, expiresAt: number): Promise<void> {
  await db.query(
    "insert into sso_attempt (state_hash, form_hash, nonce, verifier, expires_at) values ($1, $2, $3, $4, $5)",
    [attempt.stateHash, attempt.formHash, attempt.nonce, attempt.verifier, at(expiresAt)],
  );
}

/** Takes an attempt out, once; those that ran out go with it. */
export async function takeSsoAttempt(
  db: Db,
  stateHash: string,
  formHash: string,
  now: number,
): Promise<Pick<SsoAttempt, "nonce" | "verifier"> | null> {
  const [row] = await db.query<Pick<SsoAttempt, "nonce" | "verifier">>(
    "delete from sso_attempt where state_hash = $1 and form_hash = $2 and expires_at > $3 returning nonce, verifier",
    [stateHash, formHash, at(now)],
  );
  await db.query("delete from sso_attempt where expires_at <= $1", [at(now)]);
  return row ?? null;
}
