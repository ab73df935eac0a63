import type { Db } from "../../src/db/db.ts";
import { keepRecipientState, lockRecipient, replaceRecipient, type StoredRecipient } from "../../src/db/recipient.ts";
import type { Amended, WantedRecipient } from "../../src/web/notify-desk.ts";
import { type Adding, checkedRecipient, reachedAt } from "./add-recipient.ts";
import { recipientOf } from "./change-recipient.ts";

/**
 * Changes whom a recipient is behind, what they are called, where they are reached and when. Without an address they are reached where
 * they were, by another channel at its own. An address that had failed counts as working once it is another.
 */
export async function amendRecipient(
  tx: Db,
  id: number,
  wanted: WantedRecipient,
  { profile, channels, keys, actor, now }: Adding,
): Promise<Amended> {
  await lockRecipient(tx, id);
  const before = await recipientOf(tx, id);
  const checked = checkedRecipient(wanted, profile);
  const stays = wanted.address === null && wanted.channel === before.channel;
  const reached = stays ? whereReached(before) : reachedAt(wanted, channels, keys);
  const addressChanged = reached.fingerprint !== before.fingerprint;
  const at = new Date(now).toISOString();
  await replaceRecipient(tx, id, { ...checked, ...reached, actor, at });
  if (addressChanged && before.broken !== null)
    await keepRecipientState(tx, { recipient: id, working: true, reason: "address changed", actor, at });
  return { before: shown(before), addressChanged };
}

const whereReached = ({ channel, address, hint, fingerprint }: StoredRecipient) => ({
  ...{ channel, address, hint, fingerprint },
});

const shown = ({ desk, name, channel, language, validFrom, validTo }: StoredRecipient) => ({
  ...{ desk, name, channel, language, validFrom, validTo },
});
