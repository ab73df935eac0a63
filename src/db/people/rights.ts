import type { Grant } from "../../../models/rights/person.ts";
import type { Role } from "../../../models/rights/roles.ts";
import type { RightsState } from "../../../models/rights/ruling.ts";
import type { Db } from "../db.ts";
import { at, momentOf } from "../moment.ts";

/** The newest word on the roles of person p. */
export const RIGHTS = "(select d.state from rights_decision d where d.person_id = p.id order by d.id desc limit 1)";

export interface RightsWord {
  readonly state: RightsState;
  readonly by: string;
  readonly reason: string;
}

/** Keeps a word on the roles that a person has now. */
export async function keepRights(
  tx: Db,
  person: number,
  { state, by, reason }: RightsWord,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into rights_decision (person_id, at, decided_by, state, roles, departments, regions, specialist, reason)
     select id, $2, $3, $4, roles, departments, regions, specialist, $5 from person where id = $1`,
    [person, at(now), by, state, reason],
  );
}

/** Gives a person other roles; the word on them follows in the same transaction. */
export async function setRoles(tx: Db, person: number, given: Grant): Promise<void> {
  const { roles, departments, regions, specialist } = given;
  await tx.query("update person set roles = $2, departments = $3, regions = $4, specialist = $5 where id = $1", [
    ...[person, roles, departments, regions, specialist],
  ]);
}

/** Any number, only ours. */
const RULING = 5_002_373;

/** Whoever decides which roles count holds this until the transaction ends: of two first security officers one alone is the first. */
export async function holdRights(tx: Db): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1)", [RULING]);
}

/** Whether anybody's roles were ever granted with this one among them. */
export async function wasEverGranted(db: Db, role: Role): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>(
    "select exists (select from rights_decision where state = 'granted' and $1 = any (roles)) as found",
    [role],
  );
  return row!.found;
}

/** Whether anybody who can sign in has this role in effect. */
export async function isHeld(db: Db, role: Role): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>(
    `select exists (select from person p where $1 = any (p.roles) and p.disabled_at is null and ${RIGHTS} = 'granted') as found`,
    [role],
  );
  return row!.found;
}

export interface RightsDecision extends RightsWord, Grant {
  readonly at: number;
}

/** Every word on a person's roles, the newest first. */
export async function rightsOf(db: Db, person: number): Promise<RightsDecision[]> {
  const rows = await db.query<Omit<RightsDecision, "at"> & { readonly at: string }>(
    `select at, decided_by as by, state, roles, departments, regions, specialist, reason
     from rights_decision where person_id = $1 order by id desc`,
    [person],
  );
  return rows.map((row) => ({ ...row, at: momentOf(row.at) }));
}
