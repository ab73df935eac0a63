import { monthInChinese } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import { exact, rateInWords, signedPercent } from "../number.ts";
import type { GroupOutlook, OutlookFacts } from "../outlook-facts.ts";
import { enterprises, people } from "./change.ts";
import { printedError } from "./forecast.ts";
import { list, NOTHING } from "./say.ts";

/** What the annexes say at length, for the two pages of text. */
const whole = (persons: number): string => exact(Math.round(persons));

/** The enterprises that lost most. */
export function mainLosses({ place: { losses }, unnamed }: OutlookFacts): Text {
  if (losses.length === 0) return NOTHING;
  const named = list(
    losses.map(({ name, base, current }) =>
      text(`${name}（${base - current}人）`, `${name} (${exact(base - current)})`),
    ),
  );
  const beside = unnamed
    ? text(`除用工规模最大的${unnamed}户外，`, ` beside the ${unnamed} largest employers`)
    : NOTHING;
  return text(`${beside.zh}减少较多的企业为${named.zh}。`, `Most was lost${beside.en} by ${named.en}.`);
}

/** How many counts are above their limits; which they are stands in the annex. */
export function countBrief({ counts }: OutlookFacts): Text {
  const above = counts.filter(({ alarm }) => alarm.kind === "judged" && alarm.alarm);
  if (above.length === 0) return NOTHING;
  return text(
    `预警、未报和动态数量有${above.length}项超出以往上限（见附件）。`,
    `${above.length} counts of alerts, silent enterprises or events are above their limits (see the annex).`,
  );
}

/** Where the group has been going for a year. */
export function trendBrief({ trend }: GroupOutlook): Text {
  if (trend.kind === "too-short")
    return text(
      `可比月份${trend.have}个，不足${trend.need}个，不判断趋势。`,
      `${trend.have} comparable months, under ${trend.need}: no trend is judged.`,
    );
  const slope = signedPercent(trend.slope);
  const found = DIRECTIONS[trend.direction];
  return text(
    `近${trend.months}个月可比用工月均${slope}，${found.zh}。`,
    `Over ${trend.months} months comparable employment moved ${slope} a month: ${found.en}.`,
  );
}

const DIRECTIONS = {
  rising: text("呈上升趋势", "rising"),
  falling: text("呈下降趋势", "falling"),
  none: text("无明显趋势", "no clear trend"),
} as const;

/** Next month with its interval, and the two after it. */
export function forecastBrief({ made }: OutlookFacts["forecasts"][number]): Text {
  const { path } = made;
  if (path.kind === "too-short")
    return text(
      `可比月份${path.have}个，不足${path.need}个，历史太短，不作总量预测。`,
      `${path.have} comparable months, under ${path.need}: too short for a forecast.`,
    );
  if (path.kind === "silent") return text("本月无可比数据，不作总量预测。", "No data this month to go on from.");
  const [next, ...later] = path.months;
  const after = later.map(({ mean }, i) => {
    const month = made.month + 2 + i;
    return text(`${monthInChinese(month)}${whole(mean)}人`, `${whole(mean)} the month after${i === 0 ? "" : " that"}`);
  });
  const [rest, month] = [list(after), monthInChinese(made.month + 1)];
  return text(
    `预计本月报送企业${month}用工${whole(next!.mean)}人（95%区间${whole(next!.low95)}—${whole(next!.high95)}人），${rest.zh}。`,
    `This month's reporters are expected to employ ${whole(next!.mean)} next month (95 % limits ${whole(next!.low95)} to ${whole(next!.high95)}), ${rest.en}.`,
  );
}

/** How last month's forecast of this month did, and how often such forecasts held. */
export function outcomeBrief({ outcomes }: OutlookFacts["forecasts"][number], { record }: OutlookFacts): Text {
  const last = outcomes.find(({ ahead }) => ahead === 1);
  if (!last) return NOTHING;
  const error = printedError(last);
  const by = error === null ? NOTHING : rateInWords(error);
  const off = error === null ? NOTHING : text(`误差${by.zh}，`, `off by ${by.en}, `);
  const held = record.filter(({ inside95 }) => inside95).length;
  const often =
    record.length < 2
      ? NOTHING
      : text(`；近${record.length}次中${held}次在区间内`, `; ${held} of the last ${record.length} held`);
  return text(
    `上月预测本月${whole(last.foretold)}人，实际${whole(last.actual)}人，${off.zh}${last.inside95 ? "在" : "超出"}95%区间${often.zh}。`,
    `Last month foretold ${whole(last.foretold)}, ${whole(last.actual)} came, ${off.en}${last.inside95 ? "inside" : "outside"} the 95 % limits${often.en}.`,
  );
}

export function riskBrief({ atRisk }: GroupOutlook): Text {
  if (atRisk.enterprises === 0) return NOTHING;
  return text(
    `今后三个月预期流失岗位${whole(atRisk.persons)}人（风险模型尚未用本地结果拟合时，仅供比较）。`,
    `Jobs expected to be lost within three months: ${whole(atRisk.persons)} (for comparison only until the model is fitted on this place's outcomes).`,
  );
}

/** What the enterprises themselves expect of next month. */
export function nextMonthBrief({ nextMonth }: Pick<MonthlyFacts, "nextMonth">): Text {
  if (nextMonth === null) return NOTHING;
  const change = nextMonth.estimate - nextMonth.persons;
  const [who, moved] = [enterprises(nextMonth.enterprises), people(Math.abs(change))];
  const { zh, en } =
    change === 0
      ? text("与本月持平", "as this month")
      : text(`比本月${change < 0 ? "减少" : "增加"}${moved.zh}`, `${change < 0 ? "down" : "up"} ${moved.en}`);
  return text(`${who.zh}企业自报下月用工${zh}。`, `${who.en} themselves expect next month ${en}.`);
}
