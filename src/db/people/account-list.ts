import type { Role } from "../../../models/rights/roles.ts";
import type { AccountState } from "../../../models/sign-in/account-state.ts";
import type { Db } from "../db.ts";
import { momentOrNull } from "../moment.ts";
import { LOCKED_ACCOUNTS, lockParams } from "./locked.ts";
import { RIGHTS } from "./rights.ts";

/** An account as a list tells it. */
export interface ListedAccount {
  readonly account: string;
  readonly name: string;
  /** As given; in effect unless the state says otherwise. */
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly regions: readonly string[];
  readonly specialist: string | null;
  /** Who they are at the provider of single sign-on; null: nobody. */
  readonly ssoSubject: string | null;
  readonly state: AccountState;
  /** When somebody came in with both factors last; milliseconds. */
  readonly lastSignIn: number | null;
}

export interface AccountFilter {
  /** A part of the account or of the name. */
  readonly sought?: string | null;
  readonly state?: AccountState | null;
  /** This one alone. */
  readonly account?: string;
}

/** Accounts in their order from after one on (null: the first). */
export async function accountList(
  db: Db,
  filter: AccountFilter,
  { after, size }: { readonly after: string | null; readonly size: number },
  now: number,
): Promise<ListedAccount[]> {
  const rows = await db.query<Omit<ListedAccount, "lastSignIn"> & { readonly lastSignIn: string | null }>(
    `select account, name, roles, departments, regions, specialist, sso_subject as "ssoSubject", state,
       (select max(s.created_at) from session s where s.person_id = f.id and s.second_factor) as "lastSignIn"
     from (${FOUND} and ($6::text is null or account > $6) order by account limit $7) as f order by account`,
    [...params(filter, now), after, size],
  );
  return rows.map((row) => ({ ...row, lastSignIn: momentOrNull(row.lastSignIn) }));
}

/** One of them; null when there is none of that name. */
export async function accountOf(db: Db, account: string, now: number): Promise<ListedAccount | null> {
  const [found] = await accountList(db, { account }, { after: null, size: 1 }, now);
  return found ?? null;
}

export async function countAccounts(db: Db, filter: AccountFilter, now: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::integer as count from (${FOUND}) as f`,
    params(filter, now),
  );
  return row!.count;
}

const params = ({ sought = null, state = null, account = null }: Params, now: number) => [
  ...[...lockParams(now), sought, state, account],
];

type Params = { readonly [K in keyof AccountFilter]: AccountFilter[K] | null };

const FOUND = `select * from (select p.*, case
    when p.disabled_at is not null then 'disabled'
    when l.person_id is not null then 'locked'
    else coalesce(nullif(${RIGHTS}, 'granted'), 'works') end as state
  from person p left join ${LOCKED_ACCOUNTS} l on l.person_id = p.id) as known
  where ($3::text is null or strpos(account, lower($3)) > 0 or strpos(lower(name), lower($3)) > 0)
    and ($4::text is null or state = $4) and ($5::text is null or account = $5)`;
