import { type Text, text } from "../../models/text.ts";
import { change, count, rate } from "../document/cell.ts";
import type { Cell, TableBlock } from "../document/document.ts";
import type { ColumnWords, Spoken, Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import type { GroupFacts } from "../group-facts.ts";
import { NO_SAMPLE, NOT_COMPUTABLE } from "../number.ts";
import { everyGroup, WITHHELD, type WithheldGroup } from "../told-groups.ts";
import { list } from "../wording/say.ts";

export interface GroupTableWords {
  readonly id: string;
  readonly caption: Text;
  readonly groups: readonly GroupFacts[];
  readonly withheld?: readonly WithheldGroup[];
  /** Head of the first column; "名称" without it. */
  readonly head?: Text;
  readonly nameOf?: (group: GroupFacts) => readonly Spoken[];
  readonly empty?: Text;
}

/** Groups of one dimension against last month, with their rates against the year's start and a year ago. */
export const groupTable = (
  facts: MonthlyFacts,
  { id, caption, groups, withheld = [], ...words }: GroupTableWords,
  w: Writer,
): TableBlock =>
  w.table({
    ...{ id, caption, unit: UNIT, empty: withheld.length > 0 ? noneTold(withheld) : (words.empty ?? EMPTY) },
    columns: [{ head: words.head ?? NAME }, ...[...HEADS, yearAgoHead(facts)].map(numbers)],
    rows: (groups.length === 0 ? [] : everyGroup(groups, withheld)).map((group) => ({
      cells: "previous" in group ? told(group, words.nameOf, w) : [w.words(group.name), ...withheldCells()],
    })),
  });

/** Instead of "nothing changed", which nobody knows. */
export const NO_COMPARISON = text(
  "本月与上月无共同样本，无从比较。",
  "there is no common sample with the month before, and nothing to compare.",
);

export const UNIT = text("户、人", "enterprises, persons");
export const NAME = text("名称", "Name");
const EMPTY = text("本月无企业报送，也无可比样本。", "no enterprise reported this month, and none can be compared.");

/** Instead of a table of nothing but stars. */
function noneTold(withheld: readonly WithheldGroup[]): Text {
  const { zh, en } = list(withheld.map(({ name }) => name));
  return text(`各组人数均不予公布（${zh}）。`, `no group can be told (${en}).`);
}

const HEADS = [
  text("已报", "Reported"),
  text("共同样本", "Common sample"),
  text("上月末", "Last month"),
  text("期末", "This month"),
  text("净变动", "Net change"),
  text("环比", "m/m"),
  text("岗位减少", "Jobs lost"),
  text("岗位增加", "Jobs gained"),
  text("较年初", "Since January"),
];

const yearAgoHead = ({ joined }: MonthlyFacts): Text =>
  joined?.kind === "compared" ? text("1—2月同比", "Jan–Feb, y/y") : text("同比", "y/y");

export const numbers = (head: Text): ColumnWords => ({ head, kind: "number" });

const told = (group: GroupFacts, nameOf: GroupTableWords["nameOf"], w: Writer): Cell[] => [
  w.words(...(nameOf?.(group) ?? [group.name])),
  ...cellsOf(group, w),
];

const withheldCells = (): Cell[] => [...HEADS, null].map(() => count(null, WITHHELD));

function cellsOf({ previous: f, yearStartRate, yearAgoRate }: GroupFacts, w: Writer): Cell[] {
  const sample = (value: number) => (f.matched === 0 ? null : value);
  return [
    ...[count(f.reporting), count(f.matched), count(sample(f.base)), count(sample(f.current))],
    ...[change(sample(f.change)), rateCell(f, w), count(sample(f.grossLoss)), count(sample(f.grossGain))],
    ...[rate(yearStartRate), rate(yearAgoRate)],
  ];
}

/** The rate of a comparison: "—" without a sample, 不可计算 when the base is 0. */
export const rateCell = (figure: { readonly matched: number; readonly rate: number | null }, w: Writer): Cell =>
  rate(figure.rate, figure.matched === 0 ? NO_SAMPLE : w.say(NOT_COMPUTABLE));
