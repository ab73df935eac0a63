import { text } from "../../models/text.ts";
import type { DetectorThresholds } from "../../models/threshold.ts";
import { chosen, limit, origin } from "./threshold.ts";

/** The detector's settings that any place may start from. A place changes what its own history asks for. */
export const detector: DetectorThresholds = {
  minimumHistory: chosen(
    4,
    "months",
    text(
      "两次环比即可估计；其余由规模组的先验（12个月）补足，自由度少则调和t自动放宽；一两次环比之下不评分",
      "two earlier changes can be measured; the size band's prior (12 months) does the rest, and few degrees of freedom make the moderated t cautious",
    ),
  ),
  window: limit(
    36,
    "months",
    origin(
      "measured",
      "方法集：36个月中位数与MAD在四家航空公司33年数据上找出全部标注裁员；24个月窗口在合并后的两年内离散度翻倍",
      "method set: medians and MADs of 36 months find all labelled layoffs of four airlines; 24 months double the spread for two years after a merger",
    ),
  ),
  breakShare: chosen(
    0.25,
    "share",
    text(
      "方法集第1步：变动超过25%且超过6倍离散度视为水平跳变",
      "method set step 1: beyond 25 % and 6 spreads is a level shift",
    ),
  ),
  breakSpreads: chosen(6, "MAD × 1.4826", text("方法集第1步", "method set step 1")),
  blipReturn: chosen(
    0.8,
    "share",
    text("次月恢复八成以上视为短期波动；可调默认值", "four fifths undone next month is a blip; a default"),
  ),
  counterpartShare: chosen(
    0.15,
    "share",
    text("转移双方人数相差不超过15%视为对应；可调默认值", "both sides of a transfer within 15 %; a default"),
  ),
  counterpartPeople: limit(
    20,
    "persons",
    origin(
      "measured",
      "考纳斯15308户：不足20人的偶然匹配很多（同一大类20—29人的增加最多时两个月一次）",
      "Kaunas, 15,308 employers: below it chance matches abound (gains of 20–29 people in one division come as often as every other month)",
    ),
  ),
  counterpartChance: chosen(
    0.1,
    "moves a month",
    text(
      "同类规模的增加每十个月不足一次才算对应；可调默认值",
      "such gains come less than once in ten months; a default",
    ),
  ),
  cohortPrior: chosen(
    8,
    "enterprises",
    text(
      "n/(n+k)：同类企业少于8户时上级组占主要权重；可调默认值",
      "n/(n+k): under 8 peers the parent weighs more; a default",
    ),
  ),
  cohortMinimum: limit(
    10,
    "enterprises",
    origin(
      "measured",
      "少于10户时，几家同时裁员即被当作同类的共同变动而抵消；在考纳斯与模拟县上取5或10结果相同",
      "among fewer than 10 a few that lay off together pass for what all do and cancel out; 5 and 10 gave the same results on Kaunas and simulated counties",
    ),
  ),
  seasonPrior: limit(
    8,
    "reports",
    origin(
      "measured",
      "模拟县四个（种子11—14）与按美国126个行业就业序列构造的企业：取8时同组预期的均方根误差分别降低.3%与2.1%；取20时所得略少，取4时后者出现两次误报",
      "four simulated counties (seeds 11–14) and enterprises made from 126 series of US employment: with 8 the root mean square error of what peers are expected to do falls by .3 % and 2.1 %; 20 gains less, 4 brings two false alarms among the latter",
    ),
  ),
  largeFrom: limit(
    20,
    "persons",
    origin(
      "measured",
      "考纳斯：20人以下企业的月变动中位数为0，20人以上不为0（.035）",
      "Kaunas: the median monthly change is 0 under 20 people and is not (.035) from 20 people up",
    ),
  ),
  scalePrior: chosen(
    12,
    "months",
    text(
      "一年数据时自身离散度与规模组各占一半；可调默认值",
      "with a year of data own and band scale weigh alike; a default",
    ),
  ),
  flowShare: limit(
    0.04,
    "share of staff",
    origin(
      "measured",
      "考纳斯2023年20人以上企业：月对数变动的1.4826×MAD×√n为.21—.42，平方的一半为.02—.09；与每月2%—4%的人员流动一致",
      "Kaunas 2023, 20 people and more: 1.4826 × MAD × √n of monthly log changes is .21–.42, half its square .02–.09; agrees with 2–4 % of staff changing a month",
    ),
  ),
  overdispersion: limit(
    0.0000125,
    "1/θ",
    origin(
      "measured",
      "两家航空公司的24个月MAD为.2%—.9%；最大企业的月度波动不低于.5%（√(2×0.0000125)）",
      "two airlines' MADs over 24 months are .2–.9 %: the month of the very largest varies by no less than .5 % (√(2 × 0.0000125))",
    ),
  ),
  ownSeasonFrom: chosen(
    24,
    "months",
    text(
      "不足两年时自身季节只见过一次且无前后对照，只看同组；两年起与上年同月比较",
      "under two years nobody's season was seen with a before and after, so peers alone; from two years on the month a year ago counts",
    ),
  ),
  seasonReturn: chosen(
    0.5,
    "share",
    text(
      "上年同月的下降此后至少回升一半才算季节性；每年裁员而不回升的不算",
      "last year's fall is seasonal when at least half of it came back since; who cuts every year and never hires is not",
    ),
  ),
  stlFrom: limit(
    36,
    "months",
    origin("convention", "方法集第2步：36个月起用稳健STL分解", "method set step 2: robust STL from 36 months on"),
  ),
  trendMonths: chosen(
    24,
    "months",
    text(
      "方法集第3步：稳健斜率窗口不超过24个月",
      "method set step 3: windows of robust slopes stay at 24 months or fewer",
    ),
  ),
  leakReference: chosen(
    0.5,
    "standard deviations",
    text("CUSUM 惯例：针对1个标准差的持续下移", "CUSUM convention: tuned to a lasting shift of one standard deviation"),
  ),
  leakLimit: limit(
    5.5,
    "standard deviations",
    origin(
      "measured",
      "按平均误报间隔设计：每百户年至多1次误报即1200个月以上；单侧CUSUM（k=0.5、h=5.5）正态情形下精确值为1543个月，评分所用的封顶走法为1582个月（h=5为931个月，h=6为2553个月）；实际数据并非正态，须以回测核对",
      "designed by run length: at most one false alarm in 100 enterprise-years is 1,200 months or more; one-sided CUSUM, k = 0.5, h = 5.5, exact on normal data: 1,543 months, 1,582 as scores cap a month (h = 5: 931, h = 6: 2,553); real data is not normal, so replay checks it",
    ),
  ),
  boundZ: limit(
    -4,
    "standard deviations",
    origin(
      "measured",
      "方法集：36个月中位数与MAD的z<−4找出四家航空公司全部标注裁员；与最低一级预警（蓝色）的条件一致，图上越过下限即可能预警",
      "method set: z < −4 of 36-month medians and MADs finds all labelled layoffs of four airlines; the mildest level's condition (blue), so that the bound on the chart is the line where alerts begin",
    ),
  ),
};

const fewFalse = limit(
  0.1,
  "share",
  origin(
    "convention",
    "Benjamini–Hochberg：同一地区同一月份入选者中预期误报不超过一成",
    "Benjamini–Hochberg: of those called in one region and month at most a tenth is expected to be false",
  ),
);

/** What makes a month abnormal: its z, and that of all called as strongly in its region few are expected to be false. */
export const abnormalMonth = { z: detector.boundZ, q: fewFalse };

/**
 * What makes a leak: the limit by run length, and few false ones in its region. On 1,273 enterprises of one city of 20 people and
 * more the second halves the false alerts (8 to 4 in 519 calm years) and costs 9 of 100 ramps of 30 % (`bench --detection`).
 */
export const abnormalLeak = { leak: detector.leakLimit, q: fewFalse };
