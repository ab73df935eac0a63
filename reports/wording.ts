import type { Figure } from "../models/figure.ts";
import { formatMonth, monthInChinese, parseMonth } from "../models/month.ts";
import type { LevelFact } from "./alert-facts.ts";
import type { MonthlyFacts } from "./facts.ts";
import type { JudgementReason, Verdict } from "./judgement.ts";
import { inProse, percent, shareInProse } from "./number.ts";
import { BASELINE_WORDS, changePhrase, enterprises, list, sentence } from "./wording-change.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  normal: "处于正常范围",
  watch: "需关注",
  act: "需处置",
  unknown: "无法判断",
};

/** The lead paragraph: who reported, what changed, and the judgement with its reasons. */
export const leadParagraph = (facts: MonthlyFacts): string => `${leadSentences(facts)}${judgementSentence(facts)}`;

export function leadSentences(facts: MonthlyFacts): string {
  const { completeness, overall, place, month } = facts;
  const now = overall.previous.whole;
  if (now.reporting === 0) return noDataSentence(facts);
  const reported = `${monthWords(month)}，${place.zh}应报企业${enterprises(completeness.expected)}，已报${enterprises(now.reporting)}，报送率${shareInProse(completeness.coverage)}，期末用工${inProse(now.headcount)}人`;
  return `${reported}。${comparedSentence(now)}`;
}

/** An empty month says why it is empty and what to do. */
function noDataSentence({ month, place, completeness }: MonthlyFacts): string {
  const expected =
    completeness.expected > 0 ? `应报企业${enterprises(completeness.expected)}，均未报送` : "没有应报企业";
  return `${monthWords(month)}，${place.zh}${expected}，无法判断用工变动。未报不等于正常：请核对数据源和报送截止日期，导入数据后重新生成本报告。`;
}

export const monthWords = (month: string): string => monthInChinese(parseMonth(month));

function comparedSentence(figure: Figure): string {
  if (figure.matched === 0) return "与上月无共同样本，不作比较。";
  const gross =
    figure.grossLoss + figure.grossGain === 0
      ? ""
      : `，其中减员企业减少${inProse(figure.grossLoss)}人、增员企业增加${inProse(figure.grossGain)}人`;
  return `与上月共同样本${enterprises(figure.matched)}相比，${changePhrase(figure, BASELINE_WORDS.previous.compared)}${gross}。`;
}

/** "净变动率-0.35%，不低于正常月份下限-0.60%，用工变动处于正常范围。" */
export function judgementSentence(facts: MonthlyFacts): string {
  const { judgement, overall, bounds } = facts;
  if (overall.previous.whole.reporting === 0) return "";
  const rate = percent(overall.previous.whole.rate);
  const usual = `净变动率${rate}，不低于正常月份下限${percent(bounds.normalLower.value)}`;
  if (judgement.verdict === "normal") return `${usual}，用工变动处于正常范围。${reservations(facts)}`;
  const fell = judgement.reasons.some((reason) => reason.startsWith("below") || reason === "no-sample");
  const reasons = judgement.reasons.map((reason) => REASON_WORDS[reason](facts)).join("，");
  return `${fell ? "" : `${usual}；但`}${reasons}，总体${VERDICT_WORDS[judgement.verdict]}。${reservations(facts)}`;
}

const REASON_WORDS: Readonly<Record<JudgementReason, (facts: MonthlyFacts) => string>> = {
  "no-sample": () => "本月与上月之间不可比较",
  "below-act": ({ overall, bounds }) =>
    `净变动率${percent(overall.previous.whole.rate)}低于处置界限${percent(bounds.actBelow.value)}`,
  "below-normal": ({ overall, bounds }) =>
    `净变动率${percent(overall.previous.whole.rate)}低于正常月份下限${percent(bounds.normalLower.value)}`,
  collective: ({ alerts }) => `触发全域规则“${list(alerts.collective.filter((c) => c.met).map((c) => c.name.zh))}”`,
  "top-level": ({ alerts }) => levelWords(alerts.levels[0]!),
  "second-level": ({ alerts }) => levelWords(alerts.levels[1]!),
};

/** A level may be called 红色 or 红色预警. */
const levelWords = ({ name, open }: LevelFact): string => `${name.zh.replace(/预警$/, "")}预警企业${enterprises(open)}`;

function reservations({ festival, completeness, bounds, joined }: MonthlyFacts): string {
  const thin = completeness.coverage !== null && completeness.coverage < bounds.coverage.value;
  const moved = festival || joined !== null;
  return [
    moved ? `本月受春节影响，环比仅供参考${insteadWords(joined)}。` : "",
    thin ? `报送率低于${shareInProse(bounds.coverage.value)}，以上判断以已报企业为限。` : "",
  ].join("");
}

/** What to look at instead of the month alone. */
function insteadWords(joined: MonthlyFacts["joined"]): string {
  if (joined?.kind !== "compared") return "";
  if (joined.whole.matched === 0) return "，1—2月合并比较亦无共同样本";
  return `，应与1—2月合并比较一并看：${changePhrase(joined.whole, "合并同比")}`;
}

/** The same without the largest employers, so that a few of them do not speak for all. */
export function withoutDominantSentences({ dominant, overall }: MonthlyFacts): string {
  const { without, whole } = overall.previous;
  if (whole.reporting === 0) return "";
  const who = `剔除用工规模最大的${enterprises(dominant.enterprises)}企业（占已报用工的${shareInProse(dominant.share)}）`;
  if (without.matched === 0) return `${who}后无共同样本，不作比较。`;
  return `${who}后，期末用工${inProse(without.headcount)}人，与上月共同样本${enterprises(without.matched)}相比，${changePhrase(without, BASELINE_WORDS.previous.compared)}。`;
}

/** 环比、同比、较年初、较首次建档, each against its own named month. */
export function comparisonSentences({ overall, joined, month }: MonthlyFacts): string {
  if (Object.values(overall).every(({ whole }) => whole.matched === 0)) return "与各建档期均无共同样本，不作比较。";
  const compared = (["previous", "year-ago", "year-start", "first-filing"] as const).filter(
    (b) => b !== "year-ago" || joined === null,
  );
  const changes = compared.map((b) => changePhrase(overall[b].whole, BASELINE_WORDS[b].compared));
  return `按共同样本比较：${sentence(...changes)}${joinedSentence(joined, month)}`;
}

/** January and February together, because Spring Festival moves between them. */
export function joinedSentence(joined: MonthlyFacts["joined"], month: string): string {
  if (joined === null) return "";
  const year = month.slice(0, 4);
  if (joined.kind === "not-yet")
    return `受春节错月影响，1月单月同比不可比；1—2月合并比较须待${monthWords(formatMonth(joined.availableIn))}数据，本月尚不可得。`;
  const { whole } = joined;
  if (whole.matched === 0) return "1—2月合并比较无共同样本（须两年四个月均有报送），不作比较。";
  return `1—2月合并（两月平均，共同样本${enterprises(whole.matched)}），${year}年比上年同期${changePhrase(whole, "同比")}。`;
}

/** Who entered, left or fell silent: none of them is in the comparison. */
export function sampleSentence({ overall }: MonthlyFacts): string {
  const f = overall.previous.whole;
  const parts = [
    f.entered > 0 ? `新进或恢复报送${enterprises(f.entered)}（现用工${inProse(f.enteredPeople)}人）` : "",
    f.left > 0 ? `关闭退出${enterprises(f.left)}（上月用工${inProse(f.leftPeople)}人）` : "",
    f.silent > 0 ? `上月有、本月未报${enterprises(f.silent)}（上月用工${inProse(f.silentPeople)}人）` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${parts.join("，")}，均不计入上述变动。`;
}
