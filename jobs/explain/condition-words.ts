import type { ConditionCheck } from "../../models/account/rule-check.ts";
import type { Profile } from "../../models/profile.ts";
import { type Text, text } from "../../models/text.ts";
import { same } from "../../reports/wording/say.ts";
import { thresholdValue } from "../../reports/wording/thresholds.ts";

/** One condition: what was asked of, what was found, what it is held against. */
export function conditionWords(check: ConditionCheck, profile: Pick<Profile, "eventKinds">): Text {
  const { asks, limit, unit, within, found } = check;
  if (typeof limit === "string") return eventWords(limit, check, profile);
  const { zh, en } = ASKED[asks] ?? text(asks, asks);
  const at = found === null ? same("—") : thresholdValue({ value: Number(found.toPrecision(4)), unit });
  const against = thresholdValue({ value: limit, unit });
  const days = within === null ? text("", "") : text(`，${within.count}日内累计`, ` within ${within.count} days`);
  return text(`${zh} ${at.zh}（界限 ${against.zh}${days.zh}）`, `${en} ${at.en} (limit ${against.en}${days.en})`);
}

function eventWords(
  kind: string,
  { within, found }: ConditionCheck,
  { eventKinds }: Pick<Profile, "eventKinds">,
): Text {
  const name = eventKinds.find(({ code }) => code === kind)?.name ?? same(kind);
  const months = within!.count;
  const last =
    found === null
      ? text("无", "none")
      : found === 0
        ? text("本月", "this month")
        : text(`${found}个月前`, `${found} months ago`);
  return text(`动态“${name.zh}” ${last.zh}（看${months}个月）`, `event "${name.en}" ${last.en} (of ${months} months)`);
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
  eventPeople: text("动态累计涉及人数", "people named in such events"),
  eventShare: text("动态累计涉及比例", "share named in such events"),
};
