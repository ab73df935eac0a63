import type { Profile } from "../../models/profile.ts";
import { type OpenChannel, UNTESTED } from "../../src/notify/open-channels.ts";
import type { Keys } from "../../src/secrets/keys.ts";
import { lastFour } from "../../src/secrets/last-four.ts";
import type { ConfiguredChannel, NotifyDesk } from "../../src/web/notify-desk.ts";
import { addRecipient } from "../recipients/add-recipient.ts";
import { amendRecipient } from "../recipients/amend-recipient.ts";
import { addressInFull, beAway, beOnDuty, endOn, mend } from "../recipients/change-recipient.ts";
import { sentLines } from "../sent-lines.ts";
import { testChannel } from "../test-channel.ts";

interface Notifying {
  readonly profile: Profile;
  readonly clock: () => number;
  readonly keys: Keys;
  readonly channels: ReadonlyMap<string, OpenChannel>;
  /** The file that they stand in. */
  readonly file: string | undefined;
  secret(name: string): string | undefined;
}

/** What the pages do with channels and recipients: the functions that `wengang notify` and `wengang recipient` call. */
export function notifyDeskOf({ profile, clock, keys, channels, file, secret }: Notifying): NotifyDesk {
  return {
    file: file ?? null,
    channels: [...channels.values()].map((open) => shownChannel(open, secret)),
    test: async (name, language) => {
      const asked = { now: clock(), chance: Math.random(), language, signal: new AbortController().signal };
      const { open, key, sent } = await testChannel(channels, name, asked);
      const lines = sentLines(open, key, sent);
      return { key, lines, delivered: sent.kind === "delivered", code: sent.kind === "failed" ? sent.code : null };
    },
    addRecipient: async (tx, wanted, actor) =>
      (await addRecipient(tx, wanted, { profile, channels, keys, actor, now: clock() })).id,
    amendRecipient: (tx, id, wanted, actor) =>
      amendRecipient(tx, id, wanted, { profile, channels, keys, actor, now: clock() }),
    endRecipient: endOn,
    mendRecipient: (tx, id, doing) => mend(tx, id, doing, clock()),
    away: (tx, absence, doing) => beAway(tx, absence, doing, clock()),
    onDuty: async (tx, duty, actor) => void (await beOnDuty(tx, duty, actor, clock())),
    reveal: (tx, id) => addressInFull(tx, id, keys),
  };
}

const shownChannel = (
  { name, channel: { kind }, address, variables }: OpenChannel,
  secret: Notifying["secret"],
): ConfiguredChannel => ({
  ...{ name, kind, untested: UNTESTED.has(kind), own: address !== null },
  settings: variables.map((variable) => ({ variable, hint: lastFour(secret(variable) ?? "") })),
});
