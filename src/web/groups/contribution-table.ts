import { text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, percent, signed } from "../../../reports/number.ts";
import type { NamedContribution } from "../../../reports/outlook-facts.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { GroupView } from "./group-answer.ts";

/** The enterprises that explain the change, losses before gains. */
export function contributionTable(
  { say, language }: Asked<unknown>,
  { losses, gains }: Pick<GroupView["outline"], "losses" | "gains">,
): Html {
  const heads = [
    text("上月", "Before"),
    text("本月", "Now"),
    text("增减", "Change"),
    text("占增或减", "Share of loss or gain"),
  ];
  const moved = text("（当月有合并、划转或代码变更）", " (merged, transferred or renamed this month)");
  const row = ({ code, name, base, current, share, transferred }: NamedContribution) => ({
    name: html`<a href="/enterprises/${code}">${name}</a>${transferred ? say(moved) : null}`,
    cells: [exact(base), exact(current), signed(current - base), percent(share, 1)],
  });
  return table({
    caption: say(text("主要由哪些企业引起", "Which enterprises explain the change")),
    ...{ unit: say(text("人", "persons")), language, stack: true },
    columns: [{ head: say(text("企业", "Enterprise")) }, ...heads.map((head) => ({ head: say(head), number: true }))],
    rows: [...losses, ...gains].map(row),
    empty: say(text("没有企业增减人员，或与上月无共同样本。", "nobody changed, or there is nothing to compare.")),
  });
}
