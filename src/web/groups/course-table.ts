import { text } from "../../../models/text.ts";
import type { Html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { GroupView } from "./group-answer.ts";

/** Each month with what the months before it led to expect. */
export function courseTable({ say, language }: Asked<unknown>, expected: GroupView["expected"]): Html {
  const heads = [
    text("可比用工", "Employed"),
    text("预计", "Expected"),
    text("95%下限", "95 % from"),
    text("95%上限", "95 % to"),
  ];
  const whole = (value: number | undefined) => exact(value === undefined ? null : Math.round(value));
  return table({
    caption: say(text("可比用工与预计", "Comparable employment and what was expected")),
    ...{ unit: say(text("人", "persons")), language, empty: "" },
    columns: [{ head: say(text("月份", "Month")) }, ...heads.map((head) => ({ head: say(head), number: true }))],
    rows: expected.toReversed().map(({ month, persons, expected: then }) => ({
      name: month,
      cells: [whole(persons), whole(then?.mean), whole(then?.low95), whole(then?.high95)],
    })),
  });
}
