import { SIGN_IN_LIMITS } from "../../../models/sign-in/limits.ts";
import type { Db } from "../db.ts";
import { at, momentOf } from "../moment.ts";

const MINUTE = 60_000;

/** From when on failures count at a moment. */
const since = (now: number): string => at(now - SIGN_IN_LIMITS.lockMinutes.value * MINUTE);

const FAILED = "a.outcome in ('open', 'failed')";

/**
 * Hashes of the account names that are locked, and the failure whose passing ends it: the rule of models/sign-in/lockout.ts for the
 * attempt that would come next. $1 is from when failures count, $2 how many are heard.
 */
const LOCKED = `select account_hash, max(last) as last from (
  select a.account_hash, (array_agg(a.at order by a.at desc))[$2::integer] as last from sign_in_attempt a
  where a.at > $1::timestamptz and ${FAILED} and a.id > coalesce((select max(b.id) from sign_in_attempt b
    where b.account_hash = a.account_hash and b.kind = a.kind and b.outcome = 'passed'), 0)
  group by a.account_hash, a.kind having count(*) >= $2::integer) as f group by account_hash`;

/** The table of locked accounts for a query whose first two parameters are `lockParams`. */
export const LOCKED_ACCOUNTS = `(select p.id as person_id, l.last from (${LOCKED}) l
  join person p on encode(sha256(convert_to(p.account, 'UTF8')), 'hex') = l.account_hash)`;

export const lockParams = (now: number): readonly [string, number] => [
  since(now),
  SIGN_IN_LIMITS.accountFailures.value,
];

export interface LockedAccount {
  readonly account: string;
  readonly name: string;
  /** When the lock ends by itself. */
  readonly until: number;
}

const endsAfter = (last: string): number => momentOf(last) + SIGN_IN_LIMITS.lockMinutes.value * MINUTE;

export async function lockedAccounts(db: Db, now: number): Promise<LockedAccount[]> {
  const rows = await db.query<{ account: string; name: string; last: string }>(
    `select q.account, q.name, l.last from ${LOCKED_ACCOUNTS} l join person q on q.id = l.person_id order by q.account`,
    [...lockParams(now)],
  );
  return rows.map(({ account, name, last }) => ({ account, name, until: endsAfter(last) }));
}

/** Names that were typed too often and are nobody's account: how many, for what was typed is not kept. */
export async function lockedStrangers(db: Db, now: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select (select count(*)::integer from (${LOCKED}) l) - (select count(*)::integer from ${LOCKED_ACCOUNTS} k) as count`,
    [...lockParams(now)],
  );
  return row!.count;
}

export interface LockedAddress {
  readonly address: string;
  readonly until: number;
}

/** Addresses that failed so often that nobody is heard from them. */
export async function lockedAddresses(db: Db, now: number): Promise<LockedAddress[]> {
  const rows = await db.query<{ address: string; last: string }>(
    `select a.address, (array_agg(a.at order by a.at desc))[$2::integer] as last from sign_in_attempt a
     where a.at > $1::timestamptz and ${FAILED} group by a.address having count(*) >= $2::integer order by a.address`,
    [since(now), SIGN_IN_LIMITS.addressFailures.value],
  );
  return rows.map(({ address, last }) => ({ address, until: endsAfter(last) }));
}
