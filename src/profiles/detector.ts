import { text } from "../../models/text.ts";
import type { DetectorThresholds } from "../../models/threshold.ts";
import { chosen, limit, origin } from "./threshold.ts";

/** The detector's settings that any place may start from. A place changes what its own history asks for. */
export const detector: DetectorThresholds = {
  minimumHistory: chosen(
    6,
    "months",
    text("少于六个月时中位数和离散度不稳；可调默认值", "medians and spreads of fewer months are unstable; a default"),
  ),
  window: chosen(
    24,
    "months",
    text("方法集：稳健斜率窗口不超过24个月", "method set: windows of robust slopes stay at 24 months or fewer"),
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
  cohortPrior: chosen(
    8,
    "enterprises",
    text(
      "n/(n+k)：同类企业少于8户时上级组占主要权重；可调默认值",
      "n/(n+k): under 8 peers the parent weighs more; a default",
    ),
  ),
  cohortMinimum: chosen(
    5,
    "enterprises",
    text("少于5户的中位数由个别企业决定；可调默认值", "a median of fewer than 5 is one enterprise's; a default"),
  ),
  scalePrior: chosen(
    12,
    "months",
    text(
      "一年数据时自身离散度与规模组各占一半；可调默认值",
      "with a year of data own and band scale weigh alike; a default",
    ),
  ),
  overdispersion: chosen(
    0.002,
    "1/θ",
    text(
      "大企业的月度波动约4%以内视为计数噪声（√0.002≈4.5%）；可调默认值",
      "keeps the monthly noise of very large enterprises at about 4.5 % (√0.002); a default",
    ),
  ),
  leakReference: chosen(
    0.5,
    "standard deviations",
    text("CUSUM 惯例：针对1个标准差的持续下移", "CUSUM convention: tuned to a lasting shift of one standard deviation"),
  ),
  leakLimit: chosen(
    5,
    "standard deviations",
    text(
      "单侧CUSUM（k=0.5、h=5）正态情形下平均约930个月误报一次（通用表值，未在本项目复核）",
      "one-sided CUSUM with k = 0.5, h = 5: on normal data a false alarm in about 930 months (textbook value, not rechecked here)",
    ),
  ),
  boundZ: limit(
    -2.5,
    "standard deviations",
    origin(
      "convention",
      "与最低一级预警（蓝色）的条件一致，图上越过下限即可能预警",
      "the mildest level's condition (blue), so that the bound on the chart is the line where alerts begin",
    ),
  ),
};
