import type { Disagreement } from "../../../models/cross-foot.ts";
import { formatMonth, type Month } from "../../../models/month.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { AlertFacts } from "../../../reports/alert-facts.ts";
import { monthsBack } from "../columns.ts";
import { type Check, checkIn } from "./cell.ts";
import { type PeriodAlertsTold, periodAlertsAgain } from "./period-alerts-again.ts";
import { type Tally, tally } from "./tally.ts";

/** A decision about an enterprise as stored, with the keys of the scopes it counts in. */
export interface DecisionRow {
  readonly month: Month;
  /** The enterprise's code, and its row in the panel; -1 when it never reported. */
  readonly code: string;
  readonly row: number;
  readonly scopes: readonly string[];
  readonly level: string | null;
  readonly reason: string;
}

/** Holds the alerts of reports against the stored decisions: by level, by month and by part, and every one that is named. */
export interface AlertsAgain {
  monthly(scope: string, month: Month, told: AlertFacts): Disagreement[];
  period(month: Month, told: PeriodAlertsTold): Disagreement[];
}

export async function alertsAgain(panel: Panel, rows: readonly DecisionRow[]): Promise<AlertsAgain> {
  const openAfter = new Set(rows.flatMap(({ month, code, level }) => (level === null ? [] : [`${month}/${code}`])));
  const months = [...new Set(rows.map(({ month }) => month))].toSorted((a, b) => a - b);
  const wasOpen = ({ month, code }: DecisionRow) => openAfter.has(`${months[months.indexOf(month) - 1]}/${code}`);
  const count = await tally(rows.flatMap((row) => namesOf(row, wasOpen(row))));
  return {
    monthly: (scope, month, told) => {
      const check = checkIn(scope);
      return [
        ...levelsAgain(check, count, scope, month, told),
        ...monthsAgain(check, count, scope, told),
        ...namedAgain(
          check,
          panel,
          told,
          rows.filter((row) => row.month === month && row.scopes.includes(scope)),
        ),
      ];
    },
    period: (month, told) => periodAlertsAgain(count, month, told),
  };
}

/**
 * What a decision counts under, each with its month: open, open at a level, what became of it. What a person closed has ended in
 * the first month that finds it closed.
 */
const namesOf = ({ month, level, reason, scopes }: DecisionRow, wasOpen: boolean) =>
  [
    `${month}/${reason}`,
    ...(level === null ? [] : [`${month}/open`, `${month}/open/${level}`, `${month}/open/${level}/${reason}`]),
    ...(ENDS.includes(reason) || (wasOpen && SETTLES.includes(reason)) ? [`${month}/ended`] : []),
  ].map((under) => ({ scopes, under }));

const ENDS: readonly string[] = ["closed", "withdrawn"];
const SETTLES: readonly string[] = ["settled", "re-armed"];
const CHANGES = ["opened", "raised", "downgraded"] as const;

function levelsAgain(check: Check, count: Tally, scope: string, month: Month, told: AlertFacts): Disagreement[] {
  const printed = (level: string, reason: string) =>
    told.open.filter((one) => one.level === level && one.reason === reason).length;
  return [
    ...told.levels.flatMap(({ code, open }) => [
      ...check(`alerts/${code}/open`, count(scope, `${month}/open/${code}`), open),
      ...CHANGES.flatMap((reason) =>
        check(`alerts/${code}/${reason}`, count(scope, `${month}/open/${code}/${reason}`), printed(code, reason)),
      ),
    ]),
    ...check("alerts/ended", count(scope, `${month}/ended`), told.ended.length),
    ...check("alerts/held-back", count(scope, `${month}/held-back`), told.heldBack),
  ];
}

const monthsAgain = (check: Check, count: Tally, scope: string, { levels, months }: AlertFacts): Disagreement[] =>
  months.flatMap(({ month, open }) =>
    levels.flatMap(({ code }) =>
      check(`alerts/${formatMonth(month)}/${code}`, count(scope, `${month}/open/${code}`), open[code] ?? 0),
    ),
  );

/** Each enterprise of the list: that it stands there once, at its level, with the persons it reported. */
function namedAgain(check: Check, panel: Panel, told: AlertFacts, rows: readonly DecisionRow[]): Disagreement[] {
  const place = (code: string | null) => told.levels.findIndex((level) => level.code === code) + 1;
  const listed = new Map(told.open.map((one) => [one.code, one]));
  const open = rows.filter(({ level }) => level !== null);
  const strangers = told.open.filter(({ code }) => !open.some((row) => row.code === code));
  return [
    ...strangers.flatMap(({ code, level }) => check(`alerts/${code}/level`, 0, place(level))),
    ...open.flatMap(({ code, level, row }) => {
      const one = listed.get(code);
      return [
        ...check(`alerts/${code}/level`, place(level), place(one?.level ?? null)),
        ...(one ? check(`alerts/${code}/headcount`, personsOf(panel, row), one.headcount) : []),
      ];
    }),
  ];
}

function personsOf(panel: Panel, row: number): number | null {
  const persons = row < 0 ? GAP : monthsBack(panel, row, 0);
  return persons === GAP ? null : persons;
}
