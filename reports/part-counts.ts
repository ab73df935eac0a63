import type { CountAlarm } from "../models/counts/count-alarm.ts";
import type { MonthlyFacts } from "./facts.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE } from "./number.ts";
import type { OutlookFacts } from "./outlook-facts.ts";
import { table } from "./table.ts";
import { countSentence, kindName, METHODS } from "./wording-outlook.ts";

/** （八）数量是否异常: alarming and silent enterprises and events, against the months before. */
export function countsPart({ outlook }: MonthlyFacts): Html | null {
  if (outlook === null || outlook.counts.length === 0) return null;
  const shown = outlook.counts.filter(
    ({ dimension, alarm }) => dimension === "place" || (alarm.kind === "judged" && alarm.alarm),
  );
  return html`<h3>（八）预警、未报与动态数量</h3>
<p class="body">${countSentence(outlook).zh}</p>
${countTable(shown)}
<p class="note">按全域、行业门类和乡镇（街道）逐月统计，只用各月运行时的数；满三年用FarringtonFlexible法，不足三年用EARS C2法，不足十个月用C1法；近四个月合计不足5的不判断；动态按发生月份统计。各组同时判断时偶有误报，应与企业名单对照。</p>
`;
}

const countTable = (counts: OutlookFacts["counts"]): Html =>
  table({
    caption: "全域数量及超出上限的分组",
    columns: [
      { head: "范围与事项" },
      ...["本月", "预期", "上限"].map((head) => ({ head, number: true })),
      { head: "判断", tag: true },
    ],
    rows: counts.map(({ kind, name, dimension, count, alarm }) => ({
      name: `${name.zh}：${kindName(kind).zh}`,
      cells: [exact(count), ...cellsOf(alarm)],
      ...(dimension === "place" ? {} : { kind: "sub" as const }),
    })),
    empty: "本月未统计。",
  });

function cellsOf(alarm: CountAlarm): string[] {
  if (alarm.kind === "judged") {
    const verdict = `${alarm.alarm ? "超出上限" : "正常"}（${METHODS[alarm.method].zh}）`;
    return [alarm.expected.toFixed(1), alarm.bound.toFixed(1), verdict];
  }
  const why = {
    "too-short": () => `历史${(alarm as { have: number }).have}个月，太短`,
    "too-few": () => "数量太少，不判断",
    silent: () => "有月份未统计",
  }[alarm.kind]();
  return [NO_SAMPLE, NO_SAMPLE, why];
}
