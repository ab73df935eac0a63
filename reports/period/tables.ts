import type { Figure } from "../../models/figure.ts";
import { type Text, text } from "../../models/text.ts";
import { change, count, rate } from "../document/cell.ts";
import type { Cell, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import { NAME, numbers, rateCell, UNIT } from "../monthly/group-table.ts";
import { NO_SAMPLE, NOT_COMPUTABLE } from "../number.ts";
import { WITHHELD } from "../told-groups.ts";
import { monthWords } from "../wording/dates.ts";
import { NOTHING } from "../wording/say.ts";
import type { PeriodFacts } from "./facts.ts";
import type { PeriodGroup } from "./group.ts";
import { COMPARED, periodName } from "./wording.ts";

const NONE = text("无。", "none.");

const CHANGE_HEADS = [
  text("共同样本", "Common sample"),
  text("期初", "Beginning"),
  text("期末", "End"),
  text("净变动", "Net change"),
  text("变动率", "Rate"),
  text("位次", "Place"),
  text("上年同期", "Year before"),
  text("岗位减少", "Jobs lost"),
  text("岗位增加", "Jobs gained"),
];

/** Groups side by side: what changed over the months, and where each stands. */
export function changeTable(
  id: string,
  caption: Text,
  groups: readonly PeriodGroup[],
  facts: PeriodFacts,
  w: Writer,
): TableBlock {
  const compared = COMPARED[facts.kind];
  return w.table({
    ...{ id, unit: UNIT, empty: NONE },
    caption: text(`${caption.zh}（${compared.zh}）`, `${caption.en} (${compared.en})`),
    columns: [{ head: NAME }, ...CHANGE_HEADS.map(numbers)],
    rows: [
      { kind: "sum" as const, cells: [w.words(facts.place), ...changeCells(facts.whole, w)] },
      ...groups.map((group) => ({ cells: [w.words(group.name), ...changeCells(group, w)] })),
    ],
  });
}

function changeCells({ figure: f, lastYear, rank }: PeriodGroup, w: Writer): Cell[] {
  if (f === null) return CHANGE_HEADS.map(() => count(null, WITHHELD));
  const sample = (value: number) => (f.matched === 0 ? null : value);
  return [
    ...[count(f.matched), count(sample(f.base)), count(sample(f.current)), change(sample(f.change)), rateCell(f, w)],
    ...[count(rank.change), rate(lastYear), count(sample(f.grossLoss)), count(sample(f.grossGain))],
  ];
}

const DUTY_HEADS = [
  text("应报户次", "Reports due"),
  text("已报户次", "Came"),
  text("报送率", "Share"),
  text("位次", "Place"),
  text("新增预警", "New alerts"),
  text("解除撤回", "Ended"),
  text("期末维持", "Open"),
  text("其中前两级", "Severe"),
];

/** Groups side by side: reports that came, and alerts. */
export const dutyTable = (
  id: string,
  caption: Text,
  groups: readonly PeriodGroup[],
  facts: PeriodFacts,
  w: Writer,
): TableBlock =>
  w.table({
    ...{ id, caption, unit: text("户次、户", "reports, enterprises"), empty: NONE },
    columns: [{ head: NAME }, ...DUTY_HEADS.map(numbers)],
    rows: [
      { kind: "sum" as const, cells: [w.words(facts.place), ...dutyCells(facts.whole, w)] },
      ...groups.map((group) => ({ cells: [w.words(group.name), ...dutyCells(group, w)] })),
    ],
  });

function dutyCells({ reporting, alerts, rank }: PeriodGroup, w: Writer): Cell[] {
  const { expected, reported } = reporting!;
  return [
    ...[count(expected), count(reported)],
    rate(expected === 0 ? null : reported / expected, expected === 0 ? w.say(NOT_COMPUTABLE) : NO_SAMPLE, 1),
    ...[count(rank.reporting), count(alerts!.opened), count(alerts!.ended), count(alerts!.open), count(alerts!.severe)],
  ];
}

const MONTH_HEADS = [
  text("已报企业", "Reported"),
  text("用工人数", "Persons"),
  text("可比用工", "Comparable"),
  text("环比变动", "Change"),
  text("环比", "m/m"),
  text("新增预警", "New alerts"),
  text("解除撤回", "Ended"),
  text("月末维持", "Open"),
];

/** The months one by one. */
export const monthTable = (facts: PeriodFacts, w: Writer): TableBlock =>
  w.table({
    ...{ id: "months", unit: UNIT, empty: NONE },
    caption: text(`${periodName(facts).zh}逐月情况`, `${periodName(facts).en}, month by month`),
    columns: [{ head: text("月份", "Month") }, ...MONTH_HEADS.map(numbers)],
    rows: monthsSince(facts.months).map(({ month, point: p, alerts }) => ({
      cells: [
        w.words(p.springFestival ? text(`${month}（春节）`, `${month} (Spring Festival)`) : text(month, month)),
        ...[count(p.reporting), count(p.headcount), count(p.chained === null ? null : Math.round(p.chained))],
        ...[change(p.matched === 0 ? null : p.change), rateCell(p, w)],
        ...[count(alerts?.opened ?? null), count(alerts?.ended ?? null), count(alerts?.open ?? null)],
      ],
    })),
  });

/** From the first month that anybody reported: before it there is nothing to tell. All, where nobody did. */
const monthsSince = (months: PeriodFacts["months"]): PeriodFacts["months"] => {
  const first = months.findIndex(({ point }) => point.reporting > 0);
  return first < 0 ? months : months.slice(first);
};

/** Why a table of the months begins later than they do. */
export function laterStart({ months }: PeriodFacts): Text {
  const since = monthsSince(months);
  if (since.length === months.length) return NOTHING;
  const [from, to] = [monthWords(months[0]!.month), monthWords(months[months.length - since.length - 1]!.month)];
  return from.zh === to.zh
    ? text(`${from.zh}没有用工数据，未列。`, `${from.en} has no data and is left out.`)
    : text(`${from.zh}至${to.zh}没有用工数据，未列。`, `${from.en} to ${to.en} have no data and are left out.`);
}

export const eventTable = ({ events }: PeriodFacts, w: Writer): TableBlock =>
  w.table({
    ...{ id: "events", caption: text("企业动态", "Events reported") },
    ...{ unit: text("件、人", "events, persons"), empty: text("期内未收到企业动态。", "none was reported.") },
    columns: [
      { head: text("动态类型", "Kind"), kind: "wide" },
      ...[text("件数", "Events"), text("涉及人数", "Persons")].map(numbers),
    ],
    rows: events.map(({ name, count: n, people }) => ({ cells: [w.words(name), count(n), count(people)] })),
  });

/** The whole against the beginning of the months and against a year ago, with and without the largest employers. */
export function wholeTable(facts: PeriodFacts, w: Writer): TableBlock {
  const compared = COMPARED[facts.kind];
  const lines: readonly (readonly [Text, Figure | null])[] = [
    [text(compared.zh, `${compared.en.charAt(0).toUpperCase()}${compared.en.slice(1)}`), facts.whole.figure],
    [text("剔除最大企业后", "Without the largest"), facts.without],
    ...(facts.kind === "annual" ? [] : [[text("同比", "Year on year"), facts.yearAgo] as const]),
  ];
  const heads = CHANGE_HEADS.filter((_, i) => i < 5 || i > 6);
  return w.table({
    ...{ id: "whole", caption: text("总体变动", "The whole"), unit: UNIT, empty: NONE },
    columns: [{ head: text("比较口径", "Compared with") }, ...heads.map(numbers)],
    rows: lines.map(([name, f]) => {
      if (f === null) return { cells: [w.words(name), ...heads.map(() => count(null, WITHHELD))] };
      const sample = (value: number) => (f.matched === 0 ? null : value);
      return {
        cells: [
          ...[w.words(name), count(f.matched), count(sample(f.base)), count(sample(f.current))],
          ...[change(sample(f.change)), rateCell(f, w), count(sample(f.grossLoss)), count(sample(f.grossGain))],
        ],
      };
    }),
  });
}
