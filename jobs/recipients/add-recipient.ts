import { createHmac, randomBytes } from "node:crypto";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { deskKey, parseDesk } from "../../models/routing/desk.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { keepRecipient } from "../../src/db/recipient.ts";
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
  const desk = deskOf(wanted.desk, profile);
  const open = channelNamed(channels, wanted.channel);
  const address = addressOf(open, wanted.address);
  const { name, language, validFrom, validTo } = wanted;
  if (validFrom !== null && validTo !== null && validTo < validFrom) throw daysBackwards(validFrom, validTo);
  const hint = lastFour(address);
  const id = await keepRecipient(db, {
    ...{ desk, name, channel: open.name, hint, language, validFrom, validTo },
    ...{ address: seal(address, keys, randomBytes), fingerprint: fingerprintOf(open, address, keys) },
    ...{ actor, at: new Date(now).toISOString() },
  });
  return { id, desk, hint };
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
