import type { MonthlyFacts } from "./facts.ts";
import type { GroupFacts } from "./group-facts.ts";
import type { Html, Part } from "./markup.ts";
import { exact, NO_SAMPLE, percent, rateOf, signed } from "./number.ts";
import { table } from "./table.ts";

export interface GroupTableOptions {
  readonly caption: string;
  readonly groups: readonly GroupFacts[];
  /** Head of the first column; "名称" without it. */
  readonly head?: string;
  readonly nameOf?: (group: GroupFacts) => Part;
  /** One more column of enterprises at the end. */
  readonly count?: { readonly head: string; readonly of: (group: GroupFacts) => number };
  readonly empty?: string;
}

/** Groups of one dimension against last month, with their rates against the year's start and a year ago. */
export function groupTable(facts: MonthlyFacts, options: GroupTableOptions): Html {
  const { caption, groups, head, nameOf, count, empty } = options;
  const heads = [...HEADS, yearAgoHead(facts), ...(count ? [count.head] : [])];
  return table({
    ...{ caption, unit: "户、人" },
    columns: [{ head: head ?? "名称" }, ...heads.map((one) => ({ head: one, number: true }))],
    rows: groups.map((group) => ({
      name: nameOf ? nameOf(group) : group.name.zh,
      cells: [...cellsOf(group), ...(count ? [exact(count.of(group))] : [])],
    })),
    empty: empty ?? "本月无企业报送，也无可比样本。",
  });
}

const HEADS = [
  ...["已报", "共同样本", "上月末", "期末", "净变动", "环比", "岗位减少", "岗位增加"],
  ...["减员户", "增员户", "较年初"],
];

const yearAgoHead = ({ joined }: MonthlyFacts): string => (joined?.kind === "compared" ? "1—2月同比" : "同比");

function cellsOf({ previous: f, yearStartRate, yearAgoRate }: GroupFacts): string[] {
  const sample = (value: string) => (f.matched === 0 ? NO_SAMPLE : value);
  const rate = (value: number | null) => (value === null ? NO_SAMPLE : percent(value));
  return [
    ...[exact(f.reporting), exact(f.matched), sample(exact(f.base)), sample(exact(f.current))],
    ...[sample(signed(f.change)), rateOf(f), sample(exact(f.grossLoss)), sample(exact(f.grossGain))],
    ...[sample(exact(f.down)), sample(exact(f.up)), rate(yearStartRate), rate(yearAgoRate)],
  ];
}
