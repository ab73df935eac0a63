import type { Absence, Duty, Recipient, Roster } from "../../models/routing/recipients.ts";
import type { Db } from "./db.ts";

/** A recipient with the address as it is kept: sealed. */
export interface StoredRecipient extends Recipient {
  readonly address: string;
  /** What may be shown of the address. */
  readonly hint: string;
  readonly fingerprint: string;
  /** Why nothing goes there at present; null: it works. */
  readonly broken: string | null;
}

const COLUMNS = `r.id, r.desk, r.name, r.channel, r.language, r.valid_from as "validFrom", r.valid_to as "validTo",
  r.address, r.hint, r.fingerprint, case when not s.working then s.reason end as broken`;
const WITH_STATE = `recipient r left join lateral (
  select working, reason from recipient_state where recipient_id = r.id order by id desc limit 1) as s on true`;

export async function recipients(db: Db): Promise<StoredRecipient[]> {
  return db.query<StoredRecipient>(`select ${COLUMNS} from ${WITH_STATE} order by r.desk, r.id`);
}

export interface NewRecipient extends Omit<Recipient, "id"> {
  readonly address: string;
  readonly hint: string;
  readonly fingerprint: string;
  readonly actor: string;
  readonly at: string;
}

export async function keepRecipient(db: Db, r: NewRecipient): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `insert into recipient (desk, name, channel, address, hint, fingerprint, language, valid_from, valid_to, actor, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [r.desk, r.name, r.channel, r.address, r.hint, r.fingerprint, r.language, r.validFrom, r.validTo, r.actor, r.at],
  );
  return row!.id;
}

/** Writes a recipient anew; what stood before is kept for whoever was told there. */
export async function replaceRecipient(tx: Db, id: number, r: NewRecipient): Promise<void> {
  await tx.query(
    `insert into recipient_former (recipient_id, desk, name, channel, address, hint, fingerprint, language, valid_from, valid_to,
       replaced_at, replaced_by)
     select id, desk, name, channel, address, hint, fingerprint, language, valid_from, valid_to, $2, $3
     from recipient where id = $1`,
    [id, r.at, r.actor],
  );
  await tx.query(
    `update recipient set desk = $2, name = $3, channel = $4, address = $5, hint = $6, fingerprint = $7, language = $8,
       valid_from = $9, valid_to = $10 where id = $1`,
    [id, r.desk, r.name, r.channel, r.address, r.hint, r.fingerprint, r.language, r.validFrom, r.validTo],
  );
}

/** Lets nobody else change a recipient until the transaction ends. */
export async function lockRecipient(tx: Db, id: number): Promise<void> {
  await tx.query("select from recipient where id = $1 for update", [id]);
}

/** Ends a recipient's time; it stays in the list of who was told what. */
export async function endRecipient(db: Db, id: number, on: string): Promise<boolean> {
  return (await db.query("update recipient set valid_to = $2 where id = $1 returning id", [id, on])).length > 0;
}

export async function keepRecipientState(
  db: Db,
  state: { recipient: number; working: boolean; reason: string; actor: string; at: string },
): Promise<void> {
  await db.query("insert into recipient_state (recipient_id, working, reason, actor, at) values ($1, $2, $3, $4, $5)", [
    state.recipient,
    state.working,
    state.reason,
    state.actor,
    state.at,
  ]);
}

/** Everybody who can be told, who is away and who is on duty; addresses that refused for good are left out. */
export async function rosterOf(db: Db): Promise<Roster> {
  const all = await recipients(db);
  return {
    recipients: all.filter(({ broken }) => broken === null),
    absences: await absences(db),
    duties: await duties(db),
  };
}

export const absences = (db: Db): Promise<Absence[]> =>
  db.query<Absence>(
    `select recipient_id as recipient, from_day as "from", until_day as until, deputy_id as deputy from absence order by id`,
  );

export const duties = (db: Db): Promise<Duty[]> =>
  db.query<Duty>(
    `select desk, recipient_id as recipient, from_day as "from", until_day as until from duty order by id`,
  );

export async function keepAbsence(
  db: Db,
  { recipient, from, until, deputy }: Absence,
  { reason, actor, at }: { readonly reason: string; readonly actor: string; readonly at: string },
): Promise<void> {
  await db.query(
    "insert into absence (recipient_id, from_day, until_day, deputy_id, reason, actor, at) values ($1, $2, $3, $4, $5, $6, $7)",
    [recipient, from, until, deputy, reason, actor, at],
  );
}

export async function keepDuty(
  db: Db,
  { desk, recipient, from, until }: Duty,
  { actor, at }: { readonly actor: string; readonly at: string },
): Promise<void> {
  await db.query(
    "insert into duty (desk, recipient_id, from_day, until_day, actor, at) values ($1, $2, $3, $4, $5, $6)",
    [desk, recipient, from, until, actor, at],
  );
}
