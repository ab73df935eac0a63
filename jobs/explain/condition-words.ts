import type { ConditionCheck } from "../../models/account/rule-check.ts";
import { type Text, text } from "../../models/text.ts";

/** One condition: what was asked of, what was found, what it is held against. */
export function conditionWords({ asks, limit, unit, found }: ConditionCheck): Text {
  const { zh, en } = ASKED[asks] ?? text(asks, asks);
  const [at, against] = [found === null ? "—" : short(found), `${short(limit)} ${unit}`];
  return text(`${zh} ${at}（界限 ${against}）`, `${en} ${at} (limit ${against})`);
}

/** What a threshold set asks, in the reader's words. */
const ASKED: Readonly<Record<string, Text>> = {
  z: text("异常值", "z"),
  q: text("错报占比", "q"),
  fallPeople: text("当月减少人数", "people lost"),
  fallShare: text("当月减少比例", "share lost"),
  fall3People: text("近三个月减少人数", "people lost in three months"),
  fall3Share: text("近三个月减少比例", "share lost in three months"),
  fall12People: text("近十二个月减少人数", "people lost in twelve months"),
  fall12Share: text("近十二个月减少比例", "share lost in twelve months"),
  leak: text("累计量", "leak"),
  headcount: text("原有人数不少于", "headcount before, at least"),
  headcountBelow: text("原有人数少于", "headcount before, below"),
  risk: text("风险", "risk"),
  overRed: text("风险与红色界限之比", "risk over the red line"),
  overOrange: text("风险与橙色界限之比", "risk over the orange line"),
  hiddenShare: text("隐性失业占比", "share without work"),
  silentMonths: text("连续未报月数", "months without a report"),
  event: text("动态", "event"),
  eventPeople: text("动态累计涉及人数", "people named in such events"),
  eventShare: text("动态累计涉及比例", "share named in such events"),
};

const short = (value: number | string): string =>
  typeof value === "string" ? value : String(Number(value.toPrecision(4)));
