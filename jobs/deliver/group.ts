import { dayOf, type Instant } from "../../models/instant.ts";
import { formatMonth } from "../../models/month.ts";
import { type MessageSetting, messagesOf } from "../../models/notice/message.ts";
import { type Sifted, type Standing, sift } from "../../models/notice/sift.ts";
import type { Profile } from "../../models/profile.ts";
import { type Chosen, recipientsOf } from "../../models/routing/recipients.ts";
import { type Alert, alertsById } from "../../src/db/alert-life.ts";
import { openAmong } from "../../src/db/case.ts";
import type { Db } from "../../src/db/db.ts";
import { holdWaiting, markNotices, type WaitingNotice, waitingDesks } from "../../src/db/notice.ts";
import { pausesOn } from "../../src/db/pause.ts";
import { rosterOf } from "../../src/db/recipient.ts";
import type { Counts } from "../../src/db/run.ts";
import { hadDaily, keepSending, toldAlerts } from "../../src/db/sending.ts";
import { newestDueMonth } from "../clock.ts";
import { fallbackDesk, passOn } from "./pass-on.ts";

export interface Grouping {
  readonly profile: Profile;
  readonly simulated: boolean;
  readonly now: Instant;
  /** fresh: only desks with something that nobody has looked at yet; all: what waits for its time too. */
  readonly which: "fresh" | "all";
}

/** Paragraphs of one message: what a phone shows without tiring, and a robot takes. */
const MOST = 20;

/**
 * Makes messages of what waits for each desk: urgent ones at once, the rest once a working day. A desk is one transaction; the
 * fallback comes last, because others may pass something on to it.
 */
export async function groupNotices(db: Db, grouping: Grouping): Promise<Counts> {
  const counts = { messages: 0, sent: 0, suppressed: 0, waiting: 0, passedOn: 0 };
  const fallback = fallbackDesk(grouping.profile);
  const desks = (await waitingDesks(db, grouping.which)).filter((desk) => desk !== fallback);
  for (const desk of [...desks, fallback]) {
    const one = await db.transaction((tx) => groupDesk(tx, desk, grouping));
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += one[name];
  }
  return counts;
}

async function groupDesk(tx: Db, desk: string, grouping: Grouping) {
  const waiting = await holdWaiting(tx, desk);
  const { send, suppress, wait } = await siftDesk(tx, desk, waiting, grouping);
  await markNotices(tx, [
    ...suppress.map(({ notice: { id }, reason }) => ({ id, state: "suppressed" as const, reason })),
    ...wait
      .filter(({ notice, reason }) => notice.reason !== reason)
      .map(({ notice: { id }, reason }) => ({ id, state: "waiting" as const, reason })),
  ]);
  const rest = { suppressed: suppress.length, waiting: wait.length };
  if (send.length === 0) return { messages: 0, sent: 0, passedOn: 0, ...rest };
  const roster = await rosterOf(tx);
  let messages = 0;
  let passedOn = 0;
  for (const urgent of [true, false]) {
    const group = send.filter(({ atOnce }) => atOnce === urgent);
    if (group.length === 0) continue;
    const chosen = recipientsOf(roster, desk, dayOf(grouping.now), urgent);
    if (chosen.length === 0) passedOn += await nobodyThere(tx, desk, group, grouping);
    else messages += await sendTo(tx, desk, group, chosen, grouping);
  }
  return { messages, sent: send.length - passedOn, passedOn, ...rest };
}

async function siftDesk(
  tx: Db,
  desk: string,
  waiting: readonly WaitingNotice[],
  { profile, now }: Grouping,
): Promise<Sifted<WaitingNotice>> {
  const ids = waiting.flatMap(({ alert }) => alert ?? []);
  const alerts = await alertsById(tx, ids);
  const told = await toldAlerts(tx, desk, ids);
  const openCases = await openAmong(
    tx,
    waiting.flatMap((notice) => notice.case ?? []),
  );
  const byId = new Map(waiting.map((notice) => [notice.id, notice]));
  return sift(waiting, {
    ...{ now, dailyAt: profile.routing.dailyAt },
    hadDaily: await hadDaily(tx, desk, dayOf(now)),
    pauses: await pausesOn(tx, dayOf(now)),
    standing: ({ id }) => {
      const notice = byId.get(id)!;
      if (notice.case !== null) return { open: openCases.has(notice.case), snoozedUntil: null, told: false };
      return standingOf(alerts.get(notice.alert ?? 0), told);
    },
  });
}

/** A notice about no alert stands for itself. */
const standingOf = (alert: Alert | undefined, told: ReadonlySet<number>): Standing =>
  alert === undefined
    ? { open: true, snoozedUntil: null, told: false }
    : { open: alert.life.state !== "closed", snoozedUntil: alert.life.snoozedUntil, told: told.has(alert.id) };

async function sendTo(
  tx: Db,
  desk: string,
  notices: readonly WaitingNotice[],
  chosen: readonly Chosen[],
  grouping: Grouping,
): Promise<number> {
  const [at, day] = [new Date(grouping.now).toISOString(), dayOf(grouping.now)];
  let kept = 0;
  for (const { recipient, why } of chosen) {
    for (const { message, notices: carried } of messagesOf(notices, settingFor(recipient.language, grouping))) {
      const key = `WG-${Math.min(...carried)}-${recipient.id}`;
      if (await keepSending(tx, { key, recipient: recipient.id, desk, why, day, message, at, notices: carried }))
        kept++;
    }
  }
  await markNotices(
    tx,
    notices.map(({ id }) => ({ id, state: "sent" as const, reason: null })),
  );
  return kept;
}

const settingFor = (language: MessageSetting["language"], { profile, simulated, now }: Grouping): MessageSetting => ({
  ...{ profile, language, simulated, most: MOST },
  newestMonth: formatMonth(newestDueMonth(dayOf(now), profile.calendar.closeDay.value)),
});

const NOBODY = "nobody-behind-desk";

/** Nobody is behind the desk today: the fallback hears of it instead; where that is empty too, it waits and shows in status. */
async function nobodyThere(
  tx: Db,
  desk: string,
  notices: readonly WaitingNotice[],
  { profile }: Grouping,
): Promise<number> {
  if (desk !== fallbackDesk(profile)) return passOn(tx, notices, profile, NOBODY);
  await markNotices(
    tx,
    notices
      .filter(({ reason }) => reason !== NOBODY)
      .map(({ id }) => ({ id, state: "waiting" as const, reason: NOBODY })),
  );
  return 0;
}
