import type { CountAlarm } from "../../models/counts/count-alarm.ts";
import { type Text, text } from "../../models/text.ts";
import { count, decimal } from "../document/cell.ts";
import type { Block, Cell } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { OutlookFacts } from "../outlook-facts.ts";
import { countSentence, kindName, METHODS } from "../wording/outlook.ts";
import { numbers } from "./group-table.ts";

/** 数量是否异常: alarming and silent enterprises and events, against the months before. */
export function countBlocks(outlook: OutlookFacts | null, w: Writer): Block[] {
  if (outlook === null || outlook.counts.length === 0) return [];
  const shown = outlook.counts.filter(
    ({ dimension, alarm }) => dimension === "place" || (alarm.kind === "judged" && alarm.alarm),
  );
  return [
    w.heading(1, text("预警、未报与动态数量", "Numbers of alerts, silent enterprises and events"), "counts"),
    ...w.paragraph("body", countSentence(outlook)),
    w.table({
      ...{ id: "counts", caption: text("全域数量及超出上限的分组", "The whole place, and groups above their limit") },
      columns: [
        { head: text("范围与事项", "What is counted"), kind: "wide" },
        ...[text("本月", "This month"), text("预期", "Expected"), text("上限", "Limit")].map(numbers),
        { head: text("判断", "Verdict"), kind: "tag" },
      ],
      rows: shown.map(({ kind, name, dimension, count: n, alarm }) => {
        const what = kindName(kind);
        return {
          cells: [w.words(text(`${name.zh}：${what.zh}`, `${name.en}: ${what.en}`)), count(n), ...cellsOf(alarm, w)],
          ...(dimension === "place" ? {} : { kind: "sub" as const }),
        };
      }),
      empty: text("本月未统计。", "nothing was counted this month."),
    }),
    ...w.paragraph("note", COUNT_NOTE),
  ];
}

const COUNT_NOTE = text(
  "按全域、行业门类和乡镇（街道）逐月统计，只用各月运行时的数；满三年用FarringtonFlexible法，不足三年用EARS C2法，不足十个月用C1法；近四个月合计不足5的不判断；动态按发生月份统计。各组同时判断时偶有误报，应与企业名单对照。",
  "Counted every month for the whole place, industries and townships, as each month was known when it was run; FarringtonFlexible from three years on, EARS C2 below, C1 under ten months. Where four months together have fewer than 5, nothing is judged. Events count in the month they happened. Judging many groups at once gives a false one now and then.",
);

function cellsOf(alarm: CountAlarm, w: Writer): Cell[] {
  if (alarm.kind !== "judged") return [decimal(null, 1), decimal(null, 1), w.words(whyNot(alarm))];
  const method = METHODS[alarm.method];
  const verdict = alarm.alarm ? text("超出上限", "above the limit") : text("正常", "usual");
  return [
    ...[decimal(alarm.expected, 1), decimal(alarm.bound, 1)],
    w.words(text(`${verdict.zh}（${method.zh}）`, `${verdict.en} (${method.en})`)),
  ];
}

function whyNot(alarm: Exclude<CountAlarm, { kind: "judged" }>): Text {
  if (alarm.kind === "too-short") return text(`历史${alarm.have}个月，太短`, `${alarm.have} months: too short`);
  return alarm.kind === "too-few"
    ? text("数量太少，不判断", "too few to judge")
    : text("有月份未统计", "a month was not counted");
}
