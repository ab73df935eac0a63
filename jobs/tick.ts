import { randomBytes } from "node:crypto";
import { dayOf } from "../models/instant.ts";
import type { Profile } from "../models/profile.ts";
import { isSimulated } from "../src/db/batch.ts";
import type { Db } from "../src/db/db.ts";
import { forgetLive } from "../src/db/live.ts";
import type { Counts } from "../src/db/run.ts";
import { vintageAsOf } from "../src/db/vintage.ts";
import type { OpenChannel } from "../src/notify/open-channels.ts";
import type { Keys } from "../src/secrets/keys.ts";
import { loadKeys } from "../src/secrets/load-keys.ts";
import { escalateOverdue } from "./alerts/escalate.ts";
import { judgeEvents } from "./alerts/judge-events.ts";
import { remindOfDeadlines } from "./cases/remind.ts";
import type { CommandContext } from "./commands/command.ts";
import { configuredChannels } from "./configured-channels.ts";
import { carriersOf } from "./deliver/carriers.ts";
import { deliverDue } from "./deliver/deliver.ts";
import { groupNotices } from "./deliver/group.ts";
import { holderName } from "./holder.ts";
import { letGoOfUploads } from "./upload/expire.ts";

export type TickContext = Pick<CommandContext, "clock" | "environment" | "signal" | "where" | "say">;

/** What sending needs besides the database, opened once. */
export interface Sender {
  readonly channels: ReadonlyMap<string, OpenChannel>;
  readonly keys: Keys;
}

export async function openSender({ clock, environment, where, say }: TickContext): Promise<Sender> {
  const write = (line: string) => say({ zh: line, en: line });
  return {
    channels: await configuredChannels(environment, { clock, write }),
    keys: await loadKeys(environment.secretKey, where.dataDir, randomBytes),
  };
}

/** Every few seconds: an event becomes an alert and what is urgent or new becomes a message. */
export async function tickOften(db: Db, profile: Profile, sender: Sender, context: TickContext): Promise<Counts> {
  const judged = await judgeEvents(db, profile, context.clock);
  return { ...judged, ...(await tell(db, profile, sender, context, "fresh")) };
}

/** Every minute: who did not acknowledge, what comes near or is past, and the messages of the day. */
export async function tickFully(db: Db, profile: Profile, sender: Sender, context: TickContext): Promise<Counts> {
  const judged = await judgeEvents(db, profile, context.clock);
  const escalated = await escalateOverdue(db, profile, context.clock);
  const reminded = await remindOfDeadlines(db, profile, context.clock);
  const expired = await letGoOfUploads(db, context.clock);
  await forgetLive(db);
  return { ...judged, ...escalated, ...reminded, ...expired, ...(await tell(db, profile, sender, context, "all")) };
}

async function tell(
  db: Db,
  profile: Profile,
  { channels, keys }: Sender,
  { clock, environment, signal }: TickContext,
  which: "fresh" | "all",
): Promise<Counts> {
  const vintage = await vintageAsOf(db, dayOf(clock()));
  const simulated = vintage !== null && (await isSimulated(db, vintage));
  const grouped = await groupNotices(db, { profile, simulated, now: clock(), which });
  const carriers = carriersOf(channels, { db, profile, keys, simulated, url: environment.url ?? null });
  const order = { profile, carriers, holder: holderName(), clock, chance: Math.random, signal };
  return { ...grouped, ...(await deliverDue(db, order)) };
}
