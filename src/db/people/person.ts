import type { Grant, Holder } from "../../../models/rights/person.ts";
import type { Role } from "../../../models/rights/roles.ts";
import type { RightsState } from "../../../models/rights/ruling.ts";
import type { Db } from "../db.ts";
import { at, momentOrNull } from "../moment.ts";
import { keepRights, RIGHTS } from "./rights.ts";

/** Somebody with an account. The roles of a Holder are those in effect: none before they are granted. */
export interface Person extends Holder {
  readonly account: string;
  readonly name: string;
  /** What became of the roles that the account was given, and which these are. */
  readonly rights: RightsState;
  readonly given: readonly Role[];
  readonly passwordHash: string | null;
  /** Moments in milliseconds; null is "has not happened". */
  readonly passwordSetAt: number | null;
  readonly disabledAt: number | null;
  /** Sealed; null before a second factor is set up. */
  readonly totpSecret: string | null;
  readonly totpStep: number;
}

export interface PersonRow extends Omit<Person, "roles" | "passwordSetAt" | "disabledAt"> {
  readonly passwordSetAt: string | null;
  readonly disabledAt: string | null;
}

export const PERSON = `p.id, p.account, p.name, p.roles as given, ${RIGHTS} as rights, p.departments, p.regions, p.specialist,
  p.password_hash as "passwordHash", p.password_set_at as "passwordSetAt", p.disabled_at as "disabledAt",
  p.totp_secret as "totpSecret", p.totp_step as "totpStep"`;

export const toPerson = (row: PersonRow): Person => ({
  ...row,
  roles: row.rights === "granted" ? row.given : [],
  passwordSetAt: momentOrNull(row.passwordSetAt),
  disabledAt: momentOrNull(row.disabledAt),
});

export interface NewPerson extends Grant {
  readonly account: string;
  readonly name: string;
  readonly ssoSubject: string | null;
}

/** Null when the account, or the subject at the provider, is somebody's already. `rights` says whether the roles count at once. */
export async function addPerson(
  tx: Db,
  person: NewPerson,
  { by, rights, now }: { readonly by: string; readonly rights: "waiting" | "granted"; readonly now: number },
): Promise<number | null> {
  const { account, name, roles, departments, regions, specialist, ssoSubject } = person;
  const [row] = await tx.query<{ id: number }>(
    `insert into person (account, name, roles, departments, regions, specialist, sso_subject, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [account, name, roles, departments, regions, specialist, ssoSubject, at(now), by],
  );
  if (row) await keepRights(tx, row.id, { state: rights, by, reason: "" }, now);
  return row?.id ?? null;
}

const find = async (db: Db, where: string, value: unknown): Promise<Person | null> => {
  const [row] = await db.query<PersonRow>(`select ${PERSON} from person p where ${where}`, [value]);
  return row ? toPerson(row) : null;
};

export const personById = (db: Db, id: number): Promise<Person | null> => find(db, "p.id = $1", id);
export const personByAccount = (db: Db, account: string): Promise<Person | null> => find(db, "p.account = $1", account);
export const personBySso = (db: Db, subject: string): Promise<Person | null> => find(db, "p.sso_subject = $1", subject);

export async function people(db: Db): Promise<Person[]> {
  return (await db.query<PersonRow>(`select ${PERSON} from person p order by p.account`)).map(toPerson);
}

export async function isAnybodyThere(db: Db): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>("select exists (select from person) as found");
  return row?.found ?? false;
}

/** Ties an account to an identity at the provider (null: to none); false when that is somebody else's. */
export async function setSsoSubject(tx: Db, id: number, subject: string | null): Promise<boolean> {
  const rows = await tx.query(
    `update person set sso_subject = $2 where id = $1
     and not exists (select from person o where o.sso_subject = $2 and o.id <> $1) returning id`,
    [id, subject],
  );
  return rows.length > 0;
}

/** Who an account is at the provider; null: nobody. */
export async function ssoSubjectOf(db: Db, id: number): Promise<string | null> {
  const [row] = await db.query<{ subject: string | null }>("select sso_subject as subject from person where id = $1", [
    id,
  ]);
  return row?.subject ?? null;
}

export async function disablePerson(tx: Db, id: number, now: number): Promise<void> {
  await tx.query("update person set disabled_at = $2 where id = $1 and disabled_at is null", [id, at(now)]);
}

export async function enablePerson(tx: Db, id: number): Promise<void> {
  await tx.query("update person set disabled_at = null where id = $1", [id]);
}
