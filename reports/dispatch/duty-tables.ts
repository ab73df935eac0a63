import { text } from "../../models/text.ts";
import { count, rate } from "../document/cell.ts";
import type { Block } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import { numbers } from "../monthly/group-table.ts";
import { same } from "../wording/say.ts";
import type { DispatchFacts } from "./facts.ts";

const HEADS = [
  text("按时", "In time"),
  text("逾期办结", "Late"),
  text("逾期未办", "Overdue"),
  text("未到期", "Not due"),
  text("按时率", "Share in time"),
];

/** What desks owed and what is overdue; nothing where nobody owed anything. */
export function dutyBlocks({ duties }: DispatchFacts, w: Writer): Block[] {
  if (duties.desks.length === 0) return [];
  return [
    w.heading(1, text("各单位办理情况", "What each desk did"), "duties"),
    w.table({
      ...{ id: "desks", caption: text("办理时限执行情况", "Deadlines kept"), unit: text("项", "items") },
      empty: text("无。", "none."),
      columns: [{ head: text("单位", "Desk") }, ...HEADS.map(numbers)],
      rows: duties.desks.map(({ desk, inTime, late, overdue, notDue, share }) => ({
        cells: [w.words(desk), ...[inTime, late, overdue, notDue].map((n) => count(n)), rate(share, undefined, 1)],
      })),
    }),
    w.table({
      ...{
        id: "overdue",
        caption: text("逾期未办事项", "Overdue"),
        empty: text("没有逾期未办事项。", "none is overdue."),
      },
      columns: [
        { head: text("单位", "Desk") },
        { head: text("事项", "Duty") },
        { head: text("对象", "About"), kind: "wide" },
        { head: text("期限", "Due"), kind: "tag" },
      ],
      rows: duties.overdue.map(({ desk, duty, subject, due }) => ({
        cells: [w.words(desk), w.words(duty), w.words(same(subject)), w.words(same(due))],
      })),
    }),
    ...w.paragraph("note", NOTE),
  ];
}

const NOTE = text(
  "按时率=按时÷（按时+逾期办结+逾期未办）；没有到期事项的记“—”。",
  "Share in time = in time ÷ (in time + late + overdue); — where nothing fell due.",
);
