import { type Text, text } from "./text.ts";
import type { OriginKind, Threshold } from "./threshold.ts";

const limit = (value: number, unit: string, kind: OriginKind, note: Text): Threshold => ({
  value,
  unit,
  origin: { kind, note },
  validFrom: "2008-01",
});

/** Limits of the checks on a whole month, and of those that a file and a month share. */
export const MONTH_LIMITS = {
  coverage: limit(
    0.95,
    "share",
    "practice",
    text("本月已报企业应占上月用工的份额", "share of last month's headcount that should be reported on again"),
  ),
  bandShare: limit(
    0.1,
    "share",
    "convention",
    text("报送户数偏离前几个月均值的幅度", "how far the number of reports may be from the mean of the months before"),
  ),
  bandSpreads: limit(
    3,
    "standard deviations",
    "convention",
    text("……或以标准差计，取较宽者", "…or in standard deviations, whichever is wider"),
  ),
  bandMonths: limit(6, "months", "convention", text("推算区间所用的月数", "months the band is drawn from")),
  lateDays: limit(
    8,
    "day of the next month",
    "practice",
    text("次月第8日起数据不齐即提示", "from this day of the next month on a month that is not whole is late"),
  ),
  overdueDays: limit(
    12,
    "day of the next month",
    "practice",
    text("次月第12日起数据不齐即为严重", "from this day on it is overdue, an error"),
  ),
  expectedMonths: limit(
    6,
    "months",
    "convention",
    text("未报超过此月数的企业不再视为应报", "silent for longer, an enterprise is no longer expected to report"),
  ),
  regularMonths: limit(
    3,
    "months",
    "convention",
    text(
      "数据源连续报送此月数后即视为固定报送",
      "a source that sent this many months running is expected to send the next",
    ),
  ),
  unchangedMonths: limit(
    6,
    "months",
    "practice",
    text("人数连续相同的月数，可能照抄上期", "the same number for so many months is probably an old one repeated"),
  ),
  firstSpread: limit(
    1.2,
    "times",
    "convention",
    text(
      "首次报送与次月之比偏离10、100、1000、10000倍的幅度：人数一个月内变动很少超过两成",
      "how far the ratio of the first two figures may be off 10, 100, 1,000 or 10,000: staff rarely changes by more than a fifth in a month",
    ),
  ),
  firstPeople: limit(
    50,
    "persons",
    "measured",
    text(
      "两数中较大者达此人数才怀疑单位：考纳斯15308户中达到十倍的3户都不超过10人",
      "the larger of both from which a unit is doubted: of Kaunas' 15,308 employers three began with a factor of ten, none above 10 people",
    ),
  ),
  firstMonths: limit(
    12,
    "months",
    "convention",
    text(
      "第二次报送后提示的月数：此后同比不再用到首次的数",
      "told so long: after that nothing is compared with the first figure",
    ),
  ),
  // With 3 % hired and 3 % leaving a month (both Poisson), n people stay the same number in five months running by chance in
  // (e^(-2λ) I0(2λ))^5 of all cases, λ = .03 n: 1.3 % of enterprises of 20, .4 % of those of 30.
  unchangedPeople: limit(
    30,
    "persons",
    "measured",
    text(
      "30人以下单位六个月人数不变属常见（月进出各3%时，20人单位约1.3%，30人单位约0.4%）",
      "below this a still headcount is common (at 3 % hired and leaving a month: 1.3 % of units of 20, .4 % of 30)",
    ),
  ),
} as const;
