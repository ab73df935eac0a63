import { text } from "../../models/text.ts";
import type { Threshold } from "../../models/threshold.ts";

const limit = (value: number, unit: string, kind: "practice" | "convention", zh: string, en: string): Threshold => ({
  value,
  unit,
  origin: { kind, note: text(zh, en) },
  validFrom: "2023-01",
});

/** From where a fact is worth a suggestion. */
export const ADVICE_LIMITS = {
  firstVisit: limit(
    7,
    "days",
    "practice",
    "台湾地区《大量解僱劳工保护法》第十一条：预警通报后7日内查访；上位文件未定期限",
    "Taiwan's mass redundancy protection act, art. 11: a visit within 7 days; the founding document sets no deadline",
  ),
  prominent: limit(
    0.2,
    "share",
    "convention",
    "某一类型或原因占岗位减少两成及以上即提出对应措施；默认值",
    "a type or reason behind a fifth of the jobs lost is acted on; a default",
  ),
  unreported: limit(
    0.1,
    "share",
    "convention",
    "未填减少类型超过一成即要求补报；默认值",
    "more than a tenth of the jobs lost without a type is asked for; a default",
  ),
  concentration: limit(
    0.5,
    "share",
    "convention",
    "最大数户占用工一半及以上即定点联系（攀枝花4户占64.2%）；默认值",
    "where the largest hold half of the jobs they are kept in touch with (four of Panzhihua's hold 64.2 %); a default",
  ),
  hidden: limit(
    0.05,
    "share",
    "convention",
    "隐性失业率5%及以上即核实复工安排；默认值",
    "hidden unemployment of 5 % is looked into; a default",
  ),
  dispatchFall: limit(
    0.1,
    "share",
    "convention",
    "劳务派遣一个月减少一成及以上即核实；派遣人员通常最先离岗；默认值",
    "dispatch workers down by a tenth in a month are asked about: they usually leave first; a default",
  ),
  fewestCompared: limit(
    3,
    "enterprises",
    "convention",
    "共同样本不足3户的分组不据以提出建议",
    "no suggestion rests on fewer than three enterprises compared",
  ),
  most: limit(
    5,
    "suggestions",
    "convention",
    "建议按紧要程度至多列5条，以两页为限",
    "two pages of text hold five suggestions, the most pressing first",
  ),
} as const satisfies Record<string, Threshold>;
