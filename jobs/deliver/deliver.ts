import { nextTry } from "../../models/notice/backoff.ts";
import type { NoticeMessage } from "../../models/notice/message.ts";
import type { Profile } from "../../models/profile.ts";
import type { Text } from "../../models/text.ts";
import { SYSTEM } from "../../src/db/alert.ts";
import type { Db } from "../../src/db/db.ts";
import { noticesById } from "../../src/db/notice.ts";
import { keepRecipientState } from "../../src/db/recipient.ts";
import type { Counts } from "../../src/db/run.ts";
import { type ClaimedSending, claimSendings, endAttempt, unheard } from "../../src/db/sending.ts";
import { fallbackDesk, passOn } from "./pass-on.ts";

/** What became of one try. permanent: trying again at this address cannot help. */
export type Tried =
  | { readonly kind: "delivered"; readonly receipt: string | null }
  | {
      readonly kind: "failed";
      readonly permanent: boolean;
      readonly code: string;
      readonly message: Text;
      readonly retryAfterSeconds?: number;
    };

/** A channel as the sender sees it. */
export interface Carrier {
  /** Messages a minute to one address; null: no limit. */
  readonly perMinute: number | null;
  send(sending: ClaimedSending, message: NoticeMessage, signal: AbortSignal): Promise<Tried>;
}

export interface Delivering {
  readonly profile: Profile;
  readonly carriers: ReadonlyMap<string, Carrier>;
  readonly holder: string;
  readonly clock: () => number;
  /** 0…1, so that retries of many messages do not come back at once. */
  readonly chance: () => number;
  readonly signal: AbortSignal;
}

/** As long as one try may take; after that another sender may try again, with the same key. */
const CLAIM_MS = 120_000;
const AT_A_TIME = 10;

/** Tries every message that is due, until none is: each claimed, tried, and its end written down. */
export async function deliverDue(db: Db, order: Delivering): Promise<Counts> {
  const counts = { delivered: 0, temporary: 0, permanent: 0 };
  while (!order.signal.aborted) {
    const claimed = await claimDue(db, order);
    if (claimed.length === 0) break;
    for (const outcome of await Promise.all(claimed.map((one) => deliverOne(db, one, order)))) counts[outcome]++;
  }
  return counts;
}

function claimDue(db: Db, { carriers, holder, clock }: Delivering): Promise<ClaimedSending[]> {
  const now = clock();
  const limits = [...carriers].flatMap(([name, { perMinute }]) =>
    perMinute === null ? [] : [[name, perMinute] as const],
  );
  return db.transaction((tx) =>
    claimSendings(tx, {
      ...{ holder, perMinute: new Map(limits), most: AT_A_TIME },
      ...{ now: new Date(now).toISOString(), until: new Date(now + CLAIM_MS).toISOString() },
    }),
  );
}

async function deliverOne(
  db: Db,
  sending: ClaimedSending,
  order: Delivering,
): Promise<"delivered" | "temporary" | "permanent"> {
  const tried = await tryOnce(sending, order);
  const outcome = tried.kind === "delivered" ? "delivered" : tried.permanent ? "permanent" : "temporary";
  await db.transaction(async (tx) => {
    const ended = await endAttempt(tx, { ...endOf(sending, tried, order), outcome });
    if (ended && tried.kind === "failed" && tried.permanent) await giveUp(tx, sending, tried.message, order);
  });
  return outcome;
}

async function tryOnce(sending: ClaimedSending, { carriers, signal }: Delivering): Promise<Tried> {
  const carrier = carriers.get(sending.channel);
  if (!carrier)
    return { kind: "failed", permanent: false, code: "no-channel", message: NO_CHANNEL, retryAfterSeconds: 240 };
  try {
    return await carrier.send(sending, sending.message, signal);
  } catch (error) {
    const said = error instanceof Error ? error.name : "error";
    return { kind: "failed", permanent: false, code: "unexpected", message: { zh: said, en: said } };
  }
}

const NO_CHANNEL: Text = { zh: "渠道未配置", en: "channel not configured" };

function endOf({ id, attempt }: ClaimedSending, tried: Tried, { clock, chance }: Delivering) {
  const now = clock();
  const at = new Date(now).toISOString();
  if (tried.kind === "delivered")
    return { id, attempt, at, code: null, detail: null, receipt: tried.receipt, next: null };
  const wanted = (tried.retryAfterSeconds ?? 0) * 1000;
  const next = tried.permanent ? null : new Date(nextTry(now, attempt, chance(), wanted)).toISOString();
  return { id, attempt, at, code: tried.code, detail: tried.message, receipt: null, next };
}

/** The address refused for good: nothing more goes there, and the fallback desk hears what was on its way. */
async function giveUp(tx: Db, { id, recipient, desk }: ClaimedSending, reason: Text, { profile, clock }: Delivering) {
  const at = new Date(clock()).toISOString();
  await keepRecipientState(tx, { recipient, working: false, reason: reason.zh, actor: SYSTEM, at });
  const notices = await noticesById(tx, await unheard(tx, id));
  if (desk !== fallbackDesk(profile)) await passOn(tx, notices, profile, "address-refused");
}
