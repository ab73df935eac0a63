import type { DispatchFacts } from "../reports/dispatch/facts.ts";
import type { MonthlyFacts } from "../reports/facts.ts";
import type { PeriodFacts } from "../reports/period/facts.ts";

/** What can be written over, so that a test spoils one cell. */
export type Open<T> = { -readonly [K in keyof T]: Open<T[K]> };
/** A table, the cell that is named (its name, or what it looks like), and how one cell of it is spoilt. */
export type Spoil<Facts> = readonly [table: string, cell: string | RegExp, spoil: (facts: Open<Facts>) => void];

export const MONTHLY: readonly Spoil<MonthlyFacts>[] = [
  ["alerts by level", /^alerts\/\w+\/open$/, ({ alerts }) => alerts.levels.find(({ open }) => open > 0)!.open++],
  [
    "changes of alerts",
    /^alerts\/\w+\/(opened|raised)$/,
    ({ alerts }) => {
      alerts.open[0]!.reason = alerts.open[0]!.reason === "opened" ? "raised" : "opened";
    },
  ],
  ["the list of alerts", /^alerts\/\w+\/level$/, ({ alerts }) => alerts.open.pop()],
  [
    "an alert's persons",
    /^alerts\/\w+\/headcount$/,
    ({ alerts }) => {
      alerts.open[0]!.headcount = (alerts.open[0]!.headcount ?? 0) + 1;
    },
  ],
  ["alerts that ended", "alerts/ended", ({ alerts }) => alerts.ended.push(alerts.open[0]!)],
  ["alerts held back", "alerts/held-back", ({ alerts }) => alerts.heldBack++],
  [
    "alerts by month",
    "alerts/2025-11/blue",
    ({ alerts }) => {
      const month = alerts.months.at(-2)!.open as Record<string, number>;
      month.blue = (month.blue ?? 0) + 1;
    },
  ],
  ["who was silent", "silent/people", ({ completeness }) => completeness.silent.people--],
  ["types of reductions", /^reductions\/types\/\d+\/people$/, ({ reductions }) => reductions.types[0]!.people++],
  [
    "reasons of reductions",
    /^reductions\/reasons\/\d+\/enterprises$/,
    ({ reductions }) => {
      reductions.reasons[0]!.enterprises--;
    },
  ],
  ["reasons named second", /^reductions\/reasons\/\d+\/further$/, ({ reductions }) => reductions.reasons[0]!.further++],
  ["reductions without a type", "reductions/types/unreported", ({ reductions }) => reductions.typesUnreported++],
  ["hires", "movements/hired", ({ movements }) => movements!.hired++],
  ["forms that do not meet", "movements/apart", ({ movements }) => movements!.apart++],
  ["the enterprises' estimates", "next-month/estimate", ({ nextMonth }) => nextMonth!.estimate++],
  ["what came of their estimates", "estimated/persons", ({ estimated }) => estimated!.persons--],
  [
    "who explains the change",
    /^movers\/place:500237\/losses\/1\/base$/,
    ({ outlook }) => {
      outlook!.place.losses[0]!.base++;
    },
  ],
  [
    "who explains a group's change",
    /^movers\/section:\w\/gains\/1\/enterprise$/,
    ({ outlook }) => {
      outlook!.groups.section.find(({ gains }) => gains.length > 1)!.gains.reverse();
    },
  ],
  [
    "shares of the change",
    /^movers\/place:500237\/gains\/1\/share$/,
    ({ outlook }) => {
      outlook!.place.gains[0]!.share /= 2;
    },
  ],
  ["what a forecast starts from", "forecast/persons", ({ outlook }) => outlook!.forecasts[0]!.made.persons++],
  [
    "what was foretold",
    "forecast/2025-11/foretold",
    ({ outlook }) => {
      outlook!.forecasts[0]!.outcomes.find(({ ahead }) => ahead === 1)!.foretold++;
    },
  ],
  [
    "what became of it",
    "forecast/2025-10/actual",
    ({ outlook }) => {
      outlook!.forecasts[0]!.outcomes.find(({ ahead }) => ahead === 2)!.actual += 0.01;
    },
  ],
  [
    "whether it lay inside",
    "forecast/2025-11/inside80",
    ({ outlook }) => {
      const one = outlook!.forecasts[0]!.outcomes.find(({ ahead }) => ahead === 1)!;
      one.inside80 = !one.inside80;
    },
  ],
  [
    "a forecast's error in a section",
    /^forecast\/section:\w\/2025-11\/error$/,
    ({ outlook }) => {
      outlook!.forecasts.find(({ made }) => made.dimension === "section")!.outcomes.at(-1)!.error = 0.5;
    },
  ],
  [
    "the record of forecasts",
    "forecast/record/2025-11/inside95",
    ({ outlook }) => {
      outlook!.record.at(-1)!.inside95 = !outlook!.record.at(-1)!.inside95;
    },
  ],
];

export const PERIOD: readonly Spoil<PeriodFacts>[] = [
  ["alerts of the whole", "alerts/opened", ({ whole }) => whole.alerts!.opened++],
  ["severe alerts", "alerts/severe", ({ whole }) => whole.alerts!.severe++],
  ["alerts of a township", /^region:\d+\/alerts\/open$/, ({ groups }) => groups.region[0]!.alerts!.open++],
  ["alerts of a department", /^department:\w+\/alerts\/ended$/, ({ groups }) => groups.department[0]!.alerts!.ended++],
  ["alerts by month", "alerts/2025-11/opened", ({ months }) => months.at(-2)!.alerts!.opened++],
  ["alerts by level", /^alerts\/\w+\/open$/, ({ levels }) => levels[3]!.open++],
  [
    "reports that came",
    "reporting/reported",
    ({ whole }) => {
      (whole.reporting as Open<NonNullable<typeof whole.reporting>>).reported--;
    },
  ],
  [
    "reports that were due in a township",
    /^region:\d+\/reporting\/expected$/,
    ({ groups }) => {
      groups.region[1]!.reporting!.expected++;
    },
  ],
];

export const DISPATCH: readonly Spoil<DispatchFacts>[] = [
  ["what is open", "dispatch/open", ({ total }) => total.open++],
  ["what is late", "dispatch/late", ({ total }) => total.late++],
  [
    "alerts of a department",
    /^dispatch\/\w+\/level\/\w+$/,
    ({ departments }) => {
      const { levels } = departments.find(({ items }) => items.length > 0)!.counts;
      levels[levels.findIndex((n) => n > 0)]!--;
    },
  ],
  [
    "an enterprise left out",
    /^dispatch\/\w+\/\w+\/listed$/,
    ({ departments }) => {
      departments.find(({ items }) => items.length > 0)!.items.pop();
    },
  ],
  [
    "an enterprise's deadline",
    /^dispatch\/\w+\/\w+\/late$/,
    ({ departments }) => {
      const [item] = departments.find(({ items }) => items.length > 0)!.items;
      item!.late = !item!.late;
    },
  ],
  [
    "silent enterprises of a department",
    /^dispatch\/\w+\/silent\/enterprises$/,
    ({ departments }) => {
      departments.find(({ silent }) => silent.count > 0)!.silent.count++;
    },
  ],
];
