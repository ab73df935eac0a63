import { createHmac, randomBytes } from "node:crypto";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey, parseDesk } from "../../models/routing/desk.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { keepRecipient, type StoredRecipient } from "../../src/db/recipient.ts";
import type { OpenChannel } from "../../src/notify/open-channels.ts";
import type { Keys } from "../../src/secrets/keys.ts";
import { lastFour } from "../../src/secrets/last-four.ts";
import { seal } from "../../src/secrets/seal.ts";
import type { WantedRecipient } from "../../src/web/notify-desk.ts";
import { channelNamed } from "../channel-named.ts";
import { daysBackwards } from "./days-backwards.ts";

export interface Adding {
  readonly profile: Profile;
  readonly channels: ReadonlyMap<string, OpenChannel>;
  readonly keys: Keys;
  readonly actor: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface AddedRecipient {
  readonly id: number;
  readonly desk: string;
  /** What may be shown of the address. */
  readonly hint: string;
}

/** Puts somebody behind a desk, reached by a channel. The address is sealed from here on. */
export async function addRecipient(
  db: Db,
  wanted: WantedRecipient,
  { profile, channels, keys, actor, now }: Adding,
): Promise<AddedRecipient> {
  const checked = checkedRecipient(wanted, profile);
  const reached = reachedAt(wanted, channels, keys);
  const id = await keepRecipient(db, { ...checked, ...reached, actor, at: new Date(now).toISOString() });
  return { id, desk: checked.desk, hint: reached.hint };
}

/** Everything of somebody wanted behind a desk but where they are reached; what cannot be is a Problem. */
export function checkedRecipient({ desk, name, language, validFrom, validTo }: WantedRecipient, profile: Profile) {
  if (validFrom !== null && validTo !== null && validTo < validFrom) throw daysBackwards(validFrom, validTo);
  return { desk: deskOf(desk, profile), name, language, validFrom, validTo };
}

/** Where somebody is reached, sealed. */
export function reachedAt(
  { channel, address: given }: WantedRecipient,
  channels: Adding["channels"],
  keys: Keys,
): Pick<StoredRecipient, "channel" | "address" | "hint" | "fingerprint"> {
  const open = channelNamed(channels, channel);
  const address = addressOf(open, given);
  const sealed = { address: seal(address, keys, randomBytes), fingerprint: fingerprintOf(open, address, keys) };
  return { channel: open.name, hint: lastFour(address), ...sealed };
}

/**
 * Says whether two addresses are one, and nothing else to whoever has not the key. The oldest key makes it: new ones are put
 * before it, and one robot must stay one.
 */
function fingerprintOf({ channel }: OpenChannel, address: string, keys: Keys): string {
  const oldest = keys.at(-1) ?? keys[0];
  return createHmac("sha256", oldest.bytes).update(`${channel.kind} ${address}`).digest("hex");
}

function addressOf(open: OpenChannel, given: string | null): string {
  const address = given ?? open.address;
  if (address === null) throw noAddress(open.name);
  const problem = given === null ? null : open.channel.check(given);
  if (problem) throw problem;
  return address;
}

function deskOf(key: string, { departments, regions }: Profile): string {
  const desk = parseDesk(key);
  const lists = { department: departments, region: regions, specialist: null };
  const list = desk && lists[desk.kind];
  if (!desk || (list && !list.some(({ code }) => code === desk.code))) throw unknownDesk(key);
  return deskKey(desk);
}

const unknownDesk = (key: string): Problem =>
  new Problem(
    "usage",
    "desk-unknown",
    text(`没有“${key}”这个单位。`, `There is no desk "${key}".`),
    text(
      "请写成 department:代码、region:代码 或 specialist:姓名；代码见地区配置。",
      "Write department:CODE, region:CODE or specialist:NAME; the codes are the profile's.",
    ),
  );

const noAddress = (name: string): Problem =>
  new Problem(
    "usage",
    "channel-address-missing",
    text(`渠道“${name}”没有自己的地址。`, `Channel "${name}" has no address of its own.`),
    text("请给出接收人的地址。", "Give the recipient's address."),
  );
