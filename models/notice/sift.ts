import { type Pause, pauseOn } from "../alert/pause.ts";
import { dayAfter, dayOf, type Instant, instantOn } from "../instant.ts";
import { workingDayFrom } from "../routing/working-days.ts";
import type { Notice } from "./notice.ts";

/** What is known of a notice's alert at the moment of sending. */
export interface Standing {
  readonly open: boolean;
  readonly snoozedUntil: string | null;
  /** Whether this desk was told of this alert before. */
  readonly told: boolean;
}

export interface Sifting {
  readonly now: Instant;
  /** Time of the day's grouped message, "09:00". */
  readonly dailyAt: string;
  /** Whether the desk had its grouped message today: then the next one is tomorrow's. */
  readonly hadDaily: boolean;
  readonly pauses: readonly Pause[];
  standing(notice: Notice): Standing;
}

/** What becomes of a desk's waiting notices now. Every one is in exactly one of the three lists. */
export interface Sifted<N extends Notice> {
  readonly send: readonly N[];
  /** Never to be sent, and why. */
  readonly suppress: readonly { readonly notice: N; readonly reason: Suppression }[];
  /** Still waiting, and why. */
  readonly wait: readonly { readonly notice: N; readonly reason: Waiting }[];
}

/** A later notice of the same alert says it all; or the alert was over before anybody had heard of it. */
export type Suppression = "overtaken" | "over-before-told";
export type Waiting = "daily-message" | "snoozed" | "paused";

/**
 * Splits a desk's waiting notices: of each alert only the newest, nothing about an alert that came and went unheard, nothing
 * while it is snoozed or paused, what is urgent at once and the rest with the day's message.
 */
export function sift<N extends Notice>(waiting: readonly N[], sifting: Sifting): Sifted<N> {
  const send: N[] = [];
  const suppress: { notice: N; reason: Suppression }[] = [];
  const wait: { notice: N; reason: Waiting }[] = [];
  for (const notices of byThread(waiting)) {
    const newest = notices.at(-1)!;
    const standing = sifting.standing(newest);
    suppress.push(...notices.slice(0, -1).map((notice) => ({ notice, reason: "overtaken" as const })));
    if (!standing.open && !standing.told) suppress.push({ notice: newest, reason: "over-before-told" });
    else {
      const reason = waitsFor(newest, notices, standing, sifting);
      if (reason === null) send.push(newest);
      else wait.push({ notice: newest, reason });
    }
  }
  return { send, suppress, wait };
}

/** What replaces what: of an alert the newest says it all; each deadline of a case stands for itself. */
const threadOf = ({ kind, key, about }: Notice): string =>
  kind === "reminder" || kind === "overdue" ? key : about.number;

function byThread<N extends Notice>(waiting: readonly N[]): readonly (readonly N[])[] {
  const groups = new Map<string, N[]>();
  for (const notice of waiting.toSorted((a, b) => a.at - b.at || a.id - b.id))
    groups.set(threadOf(notice), [...(groups.get(threadOf(notice)) ?? []), notice]);
  return [...groups.values()];
}

function waitsFor(
  { about }: Notice,
  notices: readonly Notice[],
  { snoozedUntil }: Standing,
  { now, dailyAt, hadDaily, pauses }: Sifting,
): Waiting | null {
  const today = dayOf(now);
  if (snoozedUntil !== null && today < snoozedUntil) return "snoozed";
  const enterprise = about.subjectKind === "enterprise" || about.subjectKind === "case" ? about.subject : null;
  if (pauseOn(pauses, { enterprise, industries: about.industries, region: about.region }, today)) return "paused";
  if (notices.some(({ atOnce }) => atOnce)) return null;
  const due = notices.some(({ at }) => dailyAfter(at, dailyAt) <= now);
  return due && !hadDaily ? null : "daily-message";
}

/** When the first grouped message after an instant goes out: on a working day, at the time of the daily message. */
export function dailyAfter(at: Instant, dailyAt: string): Instant {
  const today = dayOf(at);
  const first = workingDayFrom(today);
  const message = instantOn(first, dailyAt);
  return message >= at ? message : instantOn(workingDayFrom(dayAfter(first, 1)), dailyAt);
}
