import type { CountAlarm, CountMethod } from "../../models/counts/count-alarm.ts";
import { EVENT_GROUPS, type EventGroup } from "../../models/event-group.ts";
import { type Text, text } from "../../models/text.ts";
import { exact, inProse, NO_SAMPLE, percent, signedPercent } from "../number.ts";
import type { GroupOutlook, NamedContribution, OutlookFacts } from "../outlook-facts.ts";
import { list, NOTHING, sentences } from "./say.ts";

/** A diffusion index as printed: −12.3 of −100 to 100. */
export const points = (index: number | null): string => (index === null ? NO_SAMPLE : (index * 100).toFixed(1));
/** A Herfindahl index on the usual scale of 10,000. */
export const herfindahl = (index: number | null): string =>
  index === null ? NO_SAMPLE : exact(Math.round(index * 10_000));
export const people = (persons: number): string => exact(Math.round(persons));
const part = (value: number | null): string => (value === null ? NO_SAMPLE : percent(value, 1));

/** How widely employment moved and who holds the jobs. */
export function spreadSentence({ diffusion: d, concentration: c }: GroupOutlook): Text {
  if (d.matched === 0) return text("与上月无共同样本，扩散指数不作计算。", "Nothing can be compared with last month.");
  const spread = text(
    `扩散指数${points(d.index)}（共同样本${d.matched}户中增加${d.growing}户、减少${d.falling}户；增加企业占比减去减少企业占比，0为平衡），按岗位加权为${points(d.jobIndex)}。`,
    `Diffusion index ${points(d.index)} (of ${d.matched} enterprises compared, ${d.growing} grew and ${d.falling} fell; share growing minus share falling, 0 is balance); weighted by jobs ${points(d.jobIndex)}.`,
  );
  if (c.persons === 0) return spread;
  const held = text(
    `最大1户占已报用工的${part(c.top1)}，最大4户占${part(c.top4)}，赫芬达尔指数${herfindahl(c.herfindahl)}（满值10,000）。`,
    `The largest employer holds ${part(c.top1)} of reported jobs, the four largest ${part(c.top4)}; Herfindahl index ${herfindahl(c.herfindahl)} of 10,000.`,
  );
  return sentences(spread, held);
}

/** Which enterprises explain the change. */
export function contributionSentence({ losses, gains }: GroupOutlook): Text {
  const named = (of: readonly NamedContribution[]) => list(of.map(contribution));
  return sentences(
    losses.length === 0
      ? NOTHING
      : text(`岗位减少主要来自：${named(losses).zh}。`, `Losses come mainly from ${named(losses).en}.`),
    gains.length === 0
      ? NOTHING
      : text(`岗位增加主要来自：${named(gains).zh}。`, `Gains come mainly from ${named(gains).en}.`),
  );
}

export function contribution({ name, base, current, share, transferred }: NamedContribution): Text {
  const change = current - base;
  const [loss, moved] = [change < 0, transferred];
  return text(
    `${name}${loss ? "减少" : "增加"}${exact(Math.abs(change))}人（占${percent(share, 1)}${moved ? "，当月有合并、划转或代码变更" : ""}）`,
    `${name} ${loss ? "−" : "+"}${exact(Math.abs(change))} (${percent(share, 1)}${moved ? ", merged, transferred or renamed this month" : ""})`,
  );
}

/** Where the group has been going for a year. */
export function trendSentence({ trend }: GroupOutlook): Text {
  if (trend.kind === "too-short")
    return text(
      `可比月份${trend.have}个，不足${trend.need}个，不判断趋势。`,
      `${trend.have} comparable months, under ${trend.need}: no trend is judged.`,
    );
  const slope = signedPercent(trend.slope);
  const found = {
    rising: text("呈上升趋势", "rising"),
    falling: text("呈下降趋势", "falling"),
    none: text("无明显趋势", "no clear trend"),
  };
  return text(
    `近${trend.months}个月可比用工月均${slope}，${found[trend.direction].zh}（Theil–Sen斜率，Mann–Kendall检验${chance(trend.p)}）。`,
    `Over ${trend.months} months comparable employment moved ${slope} a month: ${found[trend.direction].en} (Theil–Sen slope, Mann–Kendall ${chance(trend.p)}).`,
  );
}

const chance = (p: number): string => (p < 0.01 ? "p<0.01" : `p=${p.toFixed(2)}`);

/** How a month stands to the 95 % limits of what was expected. */
export const PATH_VERDICTS = {
  below: text("低于下限，属异常", "below the lower limit: unusual"),
  within: text("在区间之内", "within the limits"),
  above: text("高于上限", "above the upper limit"),
} as const;

/** Whether this month was to be expected. */
export function pathSentence({ path }: GroupOutlook): Text {
  if (path.kind === "silent")
    return text("与上月无可比企业，不与预计比较。", "Nobody to compare with what was expected.");
  if (path.kind === "too-short")
    return text(
      `此前可比月份${path.have}个，不足${path.need}个，不推算本月应有水平。`,
      `${path.have} comparable months before, under ${path.need}: no expectation is drawn.`,
    );
  const { zh, en } = PATH_VERDICTS[path.verdict];
  return text(
    `按此前各月推算，本月应为${people(path.mean)}人（95%区间${people(path.low95)}—${people(path.high95)}人），实际${people(path.observed)}人，${zh}。`,
    `The months before led to expect ${people(path.mean)} (95 % limits ${people(path.low95)} to ${people(path.high95)}); reported ${people(path.observed)}, ${en}.`,
  );
}

export function riskSentence({ atRisk }: GroupOutlook): Text {
  if (atRisk.enterprises === 0) return text("无企业可计算风险。", "There is no enterprise with a risk.");
  return text(
    `今后三个月预期流失岗位${inProse(atRisk.persons)}人（${exact(atRisk.enterprises)}户逐户“风险×用工×通常降幅”之和；风险模型尚未用本地结果拟合时，仅供比较）。`,
    `Jobs expected to be lost within three months: ${exact(atRisk.persons)} (sum over ${exact(atRisk.enterprises)} enterprises of risk × headcount × usual fall; for comparison only until the model is fitted on this place's outcomes).`,
  );
}

const KINDS: Readonly<Record<string, Text>> = {
  alarming: text("达到预警等级的企业", "enterprises that reached a level"),
  silent: text("未报企业", "silent enterprises"),
  event: text("动态", "reported events"),
};

export const kindName = (kind: string): Text =>
  KINDS[kind] ?? EVENT_GROUPS[kind.replace("event:", "") as EventGroup] ?? text(kind, kind);

export const METHODS: Readonly<Record<CountMethod, Text>> = {
  farrington: text("Farrington法", "Farrington"),
  "ears-c2": text("EARS C2法", "EARS C2"),
  "ears-c1": text("EARS C1法", "EARS C1"),
};

/** One line: which of the place's and its groups' counts are unusually high, or that none is, or why nobody can say. */
export function countSentence({ counts }: OutlookFacts): Text {
  const raised = counts.filter(({ alarm }) => alarm.kind === "judged" && alarm.alarm);
  if (raised.length > 0) {
    const named = list(raised.map(countAlarmWords));
    return text(`数量异常：${named.zh}。`, `Unusual counts: ${named.en}.`);
  }
  const place = counts.filter(({ dimension }) => dimension === "place");
  const short = place.find(({ alarm }) => alarm.kind === "too-short")?.alarm as Short | undefined;
  if (short && !place.some(({ alarm }) => alarm.kind === "judged"))
    return text(
      `各项数量已统计${short.have}个月，不足${short.need}个月，暂不判断是否异常。`,
      `Counts reach back ${short.have} months, under ${short.need}: they are not judged yet.`,
    );
  return text(
    "预警企业、未报企业和动态的数量均未超出以往上限。",
    "Numbers of alarming and silent enterprises and of events are within their limits.",
  );
}

type Short = Extract<CountAlarm, { kind: "too-short" }>;

function countAlarmWords({ kind, name, alarm, dimension }: OutlookFacts["counts"][number]): Text {
  if (alarm.kind !== "judged") return NOTHING;
  const what = kindName(kind);
  const { observed, expected, bound, method } = alarm;
  const where = dimension === "place" ? NOTHING : text(name.zh, `${name.en}, `);
  return text(
    `${where.zh}${what.zh}${exact(observed)}，高于上限${bound.toFixed(1)}（预期${expected.toFixed(1)}，${METHODS[method].zh}）`,
    `${where.en}${what.en} ${exact(observed)}, above ${bound.toFixed(1)} (expected ${expected.toFixed(1)}, ${METHODS[method].en})`,
  );
}
