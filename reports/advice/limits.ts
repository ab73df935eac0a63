import { text } from "../../models/text.ts";
import type { OriginKind, Threshold } from "../../models/threshold.ts";

const limit = (value: number, unit: string, kind: OriginKind, zh: string, en: string): Threshold => ({
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
  reportSevere: limit(
    2,
    "hours",
    "practice",
    "某市预案：Ⅰ、Ⅱ级2小时内报告",
    "a city's plan: levels I and II are reported within 2 hours",
  ),
  reportOther: limit(
    12,
    "hours",
    "practice",
    "某市预案：Ⅲ级12小时内书面报告；未定级的从此",
    "a city's plan: level III is reported in writing within 12 hours; so is what has no level",
  ),
  /** 劳动合同法第四十一条. */
  layoffPeople: limit(
    20,
    "persons",
    "statute",
    "《劳动合同法》第四十一条：裁减二十人以上（含本数）",
    "Labour Contract Law art. 41: twenty people or more",
  ),
  layoffShare: limit(
    0.1,
    "share",
    "statute",
    "《劳动合同法》第四十一条：裁减不足二十人但占职工总数百分之十以上（含本数）",
    "Labour Contract Law art. 41: fewer than twenty but a tenth of the staff or more",
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
    "共同样本不足3户的不判断走势、不据以提出建议、不参与排位",
    "fewer than three enterprises compared: no movement is judged, no suggestion rests on them, and they are not ranked",
  ),
  fewestInPercent: limit(
    10,
    "persons or enterprises",
    "convention",
    "不足10人或10户的，正文列人数、户数而不列比率",
    "of fewer than ten the text tells the numbers and no percentage",
  ),
  most: limit(
    5,
    "suggestions",
    "convention",
    "建议按紧要程度至多列5条，以两页为限",
    "two pages of text hold five suggestions, the most pressing first",
  ),
} as const satisfies Record<string, Threshold>;
