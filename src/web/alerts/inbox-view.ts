import { z } from "zod";
import type { LifeState } from "../../../models/alert/life.ts";
import { withBelow } from "../../../models/industry.ts";
import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { alertNumbered } from "../../db/alert-life.ts";
import { liveNow } from "../../db/live.ts";
import { alertInbox, type InboxAlert, type InboxFilter, inboxCounts, placeAlerts } from "../../db/scope/alert-inbox.ts";
import { type Asked, personOf } from "../asked.ts";
import { takes } from "../route.ts";
import { unknownCursor } from "../shell/problems.ts";
import type { InboxView, ToldAlert } from "./alert-answer.ts";

const code = z.string().max(64).optional();

/** What the list may be narrowed to; empty, as a form sends what is not chosen, is all. */
export const INBOX_INPUT = takes({
  query: {
    level: code,
    industry: code,
    region: code,
    state: z.enum(["", "open", "raised", "acknowledged", "in-hand", "closed", "all"]).optional(),
    after: z
      .string()
      .regex(/^(YJ[\d-]{5,20})?$/)
      .optional(),
  },
});

export type InboxInput = z.infer<typeof INBOX_INPUT>;

export const OPEN: readonly LifeState[] = ["raised", "acknowledged", "in-hand"];
export const PAGE = 50;

/** The alerts of enterprises that are one's own and of the place, narrowed as asked, a page at a time. */
export const inboxView = (asked: Asked<InboxInput>, profile: Profile): Promise<InboxView> =>
  asked.read(async (tx, reach) => {
    const since = await liveNow(tx); // before all else is read: what comes meanwhile is told again, not lost
    const filter = filterOf(asked.input, profile);
    const page = {
      levels: profile.levels.map((level) => level.code),
      after: asked.input.query.after || null,
      size: PAGE + 1, // one more than is shown tells whether there is a next page
    };
    if (page.after !== null && !(await alertNumbered(tx, page.after))) throw unknownCursor();
    const found = await alertInbox(tx, reach, filter, page);
    const counts = Object.fromEntries(await inboxCounts(tx, reach, filter));
    const shown = found.slice(0, PAGE);
    const next = found.length > PAGE ? shown.at(-1)!.number : null;
    const ofPlace = page.after === null && isOfAll(filter) ? await placeAlerts(tx, reach, filter) : [];
    const [place, alerts] = [ofPlace, shown].map((some) => some.map((alert) => told(asked, alert)));
    return { since, counts, place: place!, alerts: alerts!, next };
  });

function filterOf({ query: { level, industry, region, state } }: InboxInput, { industries }: Profile): InboxFilter {
  const states = state === "all" ? [...OPEN, "closed" as const] : !state || state === "open" ? OPEN : [state];
  const below = industry ? withBelow(industries, industry) : null;
  return { states, level: level || null, industries: below, region: region || null, enterprise: null };
}

/** What is narrowed to an industry or a region leaves the whole place out. */
const isOfAll = ({ industries, region }: InboxFilter): boolean => industries === null && region === null;

/** Who keeps the enterprise is told to those who may read cases. */
export function told(asked: Asked<unknown>, alert: InboxAlert): ToldAlert {
  const { departments, region, specialist, ...rest } = alert;
  const subject = alert.kind === "place" ? PLACE : ({ kind: "enterprise", departments, region, specialist } as const);
  const mayKnow = may(personOf(asked), "read-cases", subject).allowed;
  return {
    ...rest,
    ...{ departments, region, openedMonth: formatMonth(alert.openedMonth) },
    explanation: alert.explanation && asked.say(alert.explanation),
    ...(mayKnow ? { specialist } : {}),
  };
}
