import { formatMonth, parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { isFestivalMonth } from "../../../models/spring-festival.ts";
import type { HistoryPoint } from "../../../reports/history-chart.ts";
import type { EnterpriseView } from "./enterprise-view.ts";

/** A month of the time line with the codes of what was reported to have happened in it. */
export interface TimelineMonth extends HistoryPoint {
  readonly events: readonly string[];
}

type Told = Pick<EnterpriseView, "alerts" | "events" | "judgement"> & Required<Pick<EnterpriseView, "history">>;

/** Every month from the first told to the last, a gap as a month of its own, with the alerts, events and level shift of each. */
export function timeline({ history, alerts = [], events = [], judgement }: Told, profile: Profile): TimelineMonth[] {
  const known = new Map(history.map((one) => [one.month, one]));
  return monthsOf(history).map((month) => {
    const happened = events.filter(({ occurredOn }) => occurredOn.startsWith(month)).map(({ kind }) => kind);
    return {
      ...(known.get(month) ?? { month, headcount: null, expected: null, lower: null }),
      springFestival: profile.calendar.springFestival && isFestivalMonth(parseMonth(month)),
      alerts: alerts
        .filter(({ openedMonth }) => openedMonth === month)
        .map(({ level }) => profile.levels.find(({ code }) => code === level) ?? null),
      events: [...new Set(happened)],
      hasEvents: happened.length > 0,
      breaks: judgement?.breakMonth === month,
    };
  });
}

function monthsOf(history: Told["history"]): string[] {
  if (history.length === 0) return [];
  const first = parseMonth(history[0]!.month);
  const last = parseMonth(history.at(-1)!.month);
  return Array.from({ length: last - first + 1 }, (_, i) => formatMonth(first + i));
}
