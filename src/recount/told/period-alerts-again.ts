import type { Disagreement } from "../../../models/cross-foot.ts";
import { formatMonth, type Month } from "../../../models/month.ts";
import type { PeriodFacts } from "../../../reports/period/facts.ts";
import type { PeriodAlerts } from "../../../reports/period/group.ts";
import { PERIODS } from "../../../reports/period/input.ts";
import { checkIn } from "./cell.ts";
import type { Tally } from "./tally.ts";

/** What a report over several months tells of alerts. */
export type PeriodAlertsTold = Pick<PeriodFacts, "kind" | "whole" | "groups" | "months" | "levels" | "alertMonths">;

/** Holds the alerts of several months and of their parts against the stored decisions. */
export function periodAlertsAgain(count: Tally, month: Month, told: PeriodAlertsTold): Disagreement[] {
  const { months } = PERIODS[told.kind];
  const within = Array.from({ length: months }, (_, back) => month - back);
  const severe = told.levels.slice(0, 2).map(({ code }) => code);
  const sum = (scope: string, names: readonly string[]) => names.reduce((all, name) => all + count(scope, name), 0);
  const part = (scope: string, alerts: PeriodAlerts | null) => {
    const check = checkIn(scope);
    if (alerts === null) return [];
    return [
      ...check(
        "alerts/opened",
        sum(
          scope,
          within.map((at) => `${at}/opened`),
        ),
        alerts.opened,
      ),
      ...check(
        "alerts/ended",
        sum(
          scope,
          within.map((at) => `${at}/ended`),
        ),
        alerts.ended,
      ),
      ...check("alerts/open", count(scope, `${month}/open`), alerts.open),
      ...check(
        "alerts/severe",
        sum(
          scope,
          severe.map((code) => `${month}/open/${code}`),
        ),
        alerts.severe,
      ),
    ];
  };
  const parts = (["region", "department"] as const).flatMap((dimension) =>
    told.groups[dimension].flatMap(({ code, alerts }) => part(`${dimension}:${code}`, alerts)),
  );
  return [...part("", told.whole.alerts), ...parts, ...monthsOfPeriod(count, month, told)];
}

function monthsOfPeriod(count: Tally, month: Month, told: PeriodAlertsTold): Disagreement[] {
  const check = checkIn("");
  const months = told.months.flatMap(({ month: name, point, alerts }) =>
    alerts === null
      ? []
      : (["opened", "ended", "open"] as const).flatMap((what) =>
          check(`alerts/${name}/${what}`, count("", `${point.month}/${what}`), alerts[what]),
        ),
  );
  const levels = told.levels.flatMap(({ code, open }) =>
    check(`alerts/${code}/open`, count("", `${month}/open/${code}`), open),
  );
  const byMonth = told.alertMonths.flatMap(({ month: at, open }) =>
    told.levels.flatMap(({ code }) =>
      check(`alerts/${formatMonth(at)}/${code}`, count("", `${at}/open/${code}`), open[code] ?? 0),
    ),
  );
  return [...months, ...levels, ...byMonth];
}
