import { Problem } from "../../models/problem.ts";
import type { Absence, Duty } from "../../models/routing/recipients.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import {
  endRecipient,
  keepAbsence,
  keepDuty,
  keepRecipientState,
  recipients,
  type StoredRecipient,
} from "../../src/db/recipient.ts";
import type { Keys } from "../../src/secrets/keys.ts";
import { unseal } from "../../src/secrets/seal.ts";
import type { Doing } from "../../src/web/notify-desk.ts";
import { daysBackwards } from "./days-backwards.ts";
import { noSuchRecipient } from "./no-such-recipient.ts";

/** Sends nothing more to a recipient after a day; who was told what stays known. */
export async function endOn(db: Db, id: number, last: string): Promise<void> {
  if (!(await endRecipient(db, id, last))) throw noSuchRecipient(id);
}

/** The address works again: what goes there is sent from now on. */
export async function mend(db: Db, id: number, { reason, actor }: Doing, now: number): Promise<void> {
  await recipientOf(db, id);
  await keepRecipientState(db, { recipient: id, working: true, reason, actor, at: new Date(now).toISOString() });
}

/** Somebody is away, and who stands in. */
export async function beAway(db: Db, absence: Absence, { reason, actor }: Doing, now: number): Promise<void> {
  const { recipient, from, until, deputy } = absence;
  if (until < from) throw daysBackwards(from, until);
  await recipientOf(db, recipient);
  if (deputy === recipient) throw ownDeputy(recipient);
  if (deputy !== null) await recipientOf(db, deputy);
  await keepAbsence(db, absence, { reason, actor, at: new Date(now).toISOString() });
}

/** On duty on days that are not worked. Returns what was kept. */
export async function beOnDuty(db: Db, duty: Omit<Duty, "desk">, actor: string, now: number): Promise<Duty> {
  const { recipient, from, until } = duty;
  if (until < from) throw daysBackwards(from, until);
  const { desk } = await recipientOf(db, recipient);
  const on = { desk, recipient, from, until };
  await keepDuty(db, on, { actor, at: new Date(now).toISOString() });
  return on;
}

/** The address in full, for those who may see it. */
export const addressInFull = async (db: Db, id: number, keys: Keys): Promise<string> =>
  unseal((await recipientOf(db, id)).address, keys);

export async function recipientOf(db: Db, id: number): Promise<StoredRecipient> {
  const found = (await recipients(db)).find((one) => one.id === id);
  if (!found) throw noSuchRecipient(id);
  return found;
}

const ownDeputy = (id: number): Problem =>
  new Problem(
    "usage",
    "deputy-same",
    text(`接收人 ${id} 不能为自己代班。`, `Recipient ${id} cannot stand in for themselves.`),
    text("请另选代班人，或不选。", "Choose somebody else, or nobody."),
  );
