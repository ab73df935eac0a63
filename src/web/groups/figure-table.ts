import { BASELINES, type Comparison } from "../../../models/baseline.ts";
import type { Figure } from "../../../models/figure.ts";
import { type Text, text } from "../../../models/text.ts";
import type { Html } from "../../../reports/markup.ts";
import { exact, NO_SAMPLE, percent, signed, signedPercent } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import { BASELINE_WORDS } from "../../../reports/wording/change.ts";
import type { Asked } from "../asked.ts";
import type { GroupView } from "./group-answer.ts";

const HEADS: readonly Text[] = [
  text("共同样本", "Compared"),
  text("净变动", "Net change"),
  text("变动率", "Rate"),
  text("岗位减少", "Jobs lost"),
  text("减少率", "Destruction"),
  text("岗位增加", "Jobs gained"),
  text("增加率", "Creation"),
];

/** The group against each baseline; rates of creation and destruction are over the mean of both months. */
export function figureTable({ say, language }: Asked<unknown>, { figures }: GroupView): Html {
  const rows = [...BASELINES, ...OTHERS].flatMap((baseline) => figures.find((one) => one.baseline === baseline) ?? []);
  return table({
    caption: say(text("与各建档期相比", "Against each baseline")),
    ...{ unit: say(text("人、户", "persons, enterprises")), language, stack: true, empty: "" },
    columns: [{ head: say(text("相比", "Against")) }, ...HEADS.map((head) => ({ head: say(head), number: true }))],
    rows: rows.map((figure) => ({ name: say(nameOf(figure.baseline)), cells: cellsOf(figure) })),
  });
}

const OTHERS: readonly Comparison[] = ["quarter-start", "joined-year-ago"];

const OTHER_NAMES: Partial<Record<Comparison, Text>> = {
  "quarter-start": text("较上季末", "since the quarter before"),
  "joined-year-ago": text("1—2月合并同比", "January and February, year on year"),
};

const nameOf = (baseline: Comparison): Text =>
  OTHER_NAMES[baseline] ?? BASELINE_WORDS[baseline as keyof typeof BASELINE_WORDS].name;

function cellsOf({ matched, change, rate, grossLoss, destruction, grossGain, creation }: Figure): readonly string[] {
  if (matched === 0) return HEADS.map((_, i) => (i === 0 ? "0" : NO_SAMPLE));
  const share = (value: number | null) => (value === null ? NO_SAMPLE : percent(value));
  return [
    ...[exact(matched), signed(change), rate === null ? NO_SAMPLE : signedPercent(rate)],
    ...[exact(grossLoss), share(destruction), exact(grossGain), share(creation)],
  ];
}
