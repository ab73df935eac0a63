import type { Attempts } from "../../../models/sign-in/lockout.ts";
import type { Db } from "../db.ts";
import { at } from "../moment.ts";

export type ProofKind = "password" | "code";

export interface Attempt {
  readonly id: number;
  /** How many there were since `since`, this one included. */
  readonly count: Attempts;
}

/** Notes that somebody is about to try, and counts: tries at the same moment see each other. */
export async function openAttempt(
  db: Db,
  { accountHash, address, kind }: { accountHash: string; address: string; kind: ProofKind },
  now: number,
  since: number,
): Promise<Attempt> {
  const [made] = await db.query<{ id: number }>(
    "insert into sign_in_attempt (at, account_hash, address, kind) values ($1, $2, $3, $4) returning id",
    [at(now), accountHash, address, kind],
  );
  const [count] = await db.query<Attempts>(
    `select
       (select count(*)::integer from sign_in_attempt a
        where a.account_hash = $1 and a.kind = $3 and a.at > $4 and a.outcome in ('open', 'failed')
          and a.id > coalesce((select max(b.id) from sign_in_attempt b
            where b.account_hash = $1 and b.kind = $3 and b.outcome = 'passed'), 0)) as account,
       (select count(*)::integer from sign_in_attempt a
        where a.address = $2 and a.at > $4 and a.outcome in ('open', 'failed')) as address`,
    [accountHash, address, kind, at(since)],
  );
  return { id: made!.id, count: count! };
}

export async function closeAttempt(db: Db, id: number, outcome: "failed" | "passed" | "refused"): Promise<void> {
  await db.query("update sign_in_attempt set outcome = $2 where id = $1", [id, outcome]);
}

/** Forgets an account's failures: somebody who knows them has given them a new way in. */
export async function forgiveAttempts(tx: Db, accountHash: string): Promise<void> {
  await tx.query(
    "update sign_in_attempt set outcome = 'refused' where account_hash = $1 and outcome in ('open', 'failed')",
    [accountHash],
  );
}
