import type { Baseline } from "../../models/baseline.ts";
import type { Figure } from "../../models/figure.ts";
import { formatMonth, monthOfYear, parseMonth } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import type { LevelFact } from "../alert-facts.ts";
import type { MonthlyFacts } from "../facts.ts";
import type { JudgementReason, Verdict } from "../judgement.ts";
import { movementWord } from "../movement-bounds.ts";
import { percent, rateInWords, shareInWords } from "../number.ts";
import { BASELINE_WORDS, changePhrase, enterprises, fewWords, people } from "./change.ts";
import { monthWords } from "./dates.ts";
import { isFew } from "./few.ts";
import { clause, isSaid, list, NOTHING, sentence, sentences } from "./say.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  normal: text("处于正常范围", "within the usual range"),
  watch: text("需关注", "to be watched"),
  act: text("需处置", "calls for action"),
  unknown: text("无法判断", "cannot be judged"),
};

/** The lead paragraph's beginning: who reported and what changed. The judgement with its reasons ends it. */
export function leadSentences(facts: MonthlyFacts): Text {
  const { completeness, overall, subject } = facts;
  const now = overall.previous.whole;
  if (now.reporting === 0) return noDataSentence(facts);
  const month = monthWords(facts.month);
  const due = enterprises(completeness.expected);
  const [done, staff] = [enterprises(now.reporting), people(now.headcount)];
  const rate = isFew(completeness.expected) ? NOTHING : coverageWords(completeness.coverage);
  const reported = text(
    `${month.zh}，${subject.zh}应报企业${due.zh}，已报${done.zh}，${rate.zh}期末用工${staff.zh}。`,
    `${month.en}, ${subject.en}: ${due.en} due, ${done.en} reported${rate.en}, ${staff.en} employed at the end of the month.`,
  );
  return sentences(reported, comparedSentence(now));
}

const coverageWords = (coverage: number | null): Text => {
  const { zh, en } = shareInWords(coverage);
  return text(`报送率${zh}，`, ` (${en})`);
};

/** An empty month says why it is empty and what to do. */
function noDataSentence({ month, subject, completeness: { expected } }: MonthlyFacts): Text {
  const due = enterprises(expected);
  const who = expected > 0 ? text(`应报企业${due.zh}，均未报送`, `none of ${due.en} reported`) : NOBODY;
  const { zh, en } = monthWords(month);
  return text(
    `${zh}，${subject.zh}${who.zh}，无法判断用工变动。未报不等于正常：请核对数据源和报送截止日期，导入数据后重新生成本报告。`,
    `${en}, ${subject.en}: ${who.en}; changes cannot be judged. No report is not a normal month: check the sources and the closing day, import the data and make this report again.`,
  );
}

const NOBODY = text("没有应报企业", "no enterprise is due to report");

function comparedSentence(figure: Figure): Text {
  if (figure.matched === 0)
    return text("与上月无共同样本，不作比较。", "There is no common sample with the month before.");
  const { zh, en } = changePhrase(figure, BASELINE_WORDS.previous.compared);
  const sample = enterprises(figure.matched);
  if (figure.matched < ADVICE_LIMITS.fewestCompared.value) {
    const few = fewWords(sample);
    return text(`与上月${few.zh}${zh}。`, `${few.en}: ${en}.`);
  }
  const word =
    figure.rate === null && figure.change > 0 ? text("自零起增加", "up from 0") : movementWord(figure.rate ?? 0);
  const [loss, gain] = [people(figure.grossLoss), people(figure.grossGain)];
  const gross =
    figure.grossLoss + figure.grossGain === 0
      ? NOTHING
      : text(
          `，其中减员企业减少${loss.zh}、增员企业增加${gain.zh}`,
          `; shrinking enterprises lost ${loss.en}, growing ones gained ${gain.en}`,
        );
  return text(
    `与上月共同样本${sample.zh}相比，用工${word.zh}：${zh}${gross.zh}。`,
    `Over the ${sample.en} that reported both months employment was ${word.en}: ${en}${gross.en}.`,
  );
}

/** "净变动率-0.35%，不低于正常月份下限-0.60%，用工变动处于正常范围。" */
export function judgementSentence(facts: MonthlyFacts): Text {
  const { judgement, overall, bounds } = facts;
  if (overall.previous.whole.reporting === 0) return NOTHING;
  const rate = rateInWords(overall.previous.whole.rate);
  const lower = percent(bounds.normalLower.value);
  const usual = text(
    `净变动率${rate.zh}，不低于正常月份下限${lower}`,
    `the net rate of change, ${rate.en}, is not below the lower bound of usual months, ${lower}`,
  );
  if (judgement.verdict === "normal") return sentences(sentence(clause(usual, NORMAL)), reservations(facts));
  const fell = judgement.reasons.some((reason) => reason.startsWith("below") || UNJUDGED.has(reason));
  const reasons = judgement.reasons.map((reason) => REASON_WORDS[reason](facts));
  const overallSaid = text(
    `总体${VERDICT_WORDS[judgement.verdict].zh}`,
    `overall ${VERDICT_WORDS[judgement.verdict].en}`,
  );
  const said = clause(...reasons, overallSaid);
  const whole = fell ? sentence(said) : sentence(usual, text(`但${said.zh}`, `but ${said.en}`));
  return sentences(whole, reservations(facts));
}

const UNJUDGED: ReadonlySet<JudgementReason> = new Set(["no-sample", "too-few"]);

const NORMAL = text("用工变动处于正常范围", "changes are within the usual range");

const REASON_WORDS: Readonly<Record<JudgementReason, (facts: MonthlyFacts) => Text>> = {
  "no-sample": () => text("本月与上月之间不可比较", "this month cannot be compared with the month before"),
  "too-few": () => {
    const fewest = enterprises(ADVICE_LIMITS.fewestCompared.value);
    return text(
      `共同样本不足${fewest.zh}，不据净变动率判断`,
      `with fewer than ${fewest.en} compared the net rate of change is not judged`,
    );
  },
  "below-act": (facts) =>
    belowWords(facts, facts.bounds.actBelow.value, text("处置界限", "the bound at which something has to be done")),
  "below-normal": (facts) =>
    belowWords(facts, facts.bounds.normalLower.value, text("正常月份下限", "the lower bound of usual months")),
  collective: ({ alerts }) => {
    const { zh, en } = list(alerts.collective.filter((c) => c.met).map((c) => c.name));
    return text(`触发全域规则“${zh}”`, `the rule on the whole place "${en}" is met`);
  },
  "top-level": ({ alerts }) => levelWords(alerts.levels[0]!),
  "second-level": ({ alerts }) => levelWords(alerts.levels[1]!),
};

function belowWords({ overall }: MonthlyFacts, bound: number, name: Text): Text {
  const rate = rateInWords(overall.previous.whole.rate);
  return text(
    `净变动率${rate.zh}低于${name.zh}${percent(bound)}`,
    `the net rate of change, ${rate.en}, is below ${name.en}, ${percent(bound)}`,
  );
}

/** A level may be called 红色 or 红色预警. */
export function levelWords({ name, open }: LevelFact): Text {
  const { zh, en } = enterprises(open);
  return text(`${name.zh.replace(/预警$/, "")}预警企业${zh}`, `${en} on ${name.en.toLowerCase()} alert`);
}

function reservations({ festival, completeness, bounds, joined }: MonthlyFacts): Text {
  const thin = completeness.coverage !== null && completeness.coverage < bounds.coverage.value;
  const least = shareInWords(bounds.coverage.value);
  const instead = insteadWords(joined);
  return sentences(
    festival || joined !== null
      ? text(
          `本月受春节影响，环比仅供参考${instead.zh}。`,
          `Spring Festival moves this month: month on month is for orientation only${instead.en}.`,
        )
      : NOTHING,
    thin
      ? text(
          `报送率低于${least.zh}，以上判断以已报企业为限。`,
          `Fewer than ${least.en} reported: the judgement is about those that did.`,
        )
      : NOTHING,
  );
}

/** What to look at instead of the month alone. */
function insteadWords(joined: MonthlyFacts["joined"]): Text {
  if (joined?.kind !== "compared") return NOTHING;
  if (joined.whole.matched === 0)
    return text("，1—2月合并比较亦无共同样本", "; January and February joined have no common sample either");
  const { zh, en } = changePhrase(joined.whole, text("合并同比", "joined, year on year"));
  return text(`，应与1—2月合并比较一并看：${zh}`, `; see also January and February together: ${en}`);
}

/** 同比 and 较年初, each named; 环比 stands in the lead, 较首次建档 in the table. */
export function comparisonSentences({ overall, joined, month }: MonthlyFacts): Text {
  if (Object.values(overall).every(({ whole }) => whole.matched === 0))
    return text("与各建档期均无共同样本，不作比较。", "There is no common sample with any baseline.");
  // In December both stand on the same month; in January and February the two months are joined.
  const december = monthOfYear(parseMonth(month)) === 12;
  const compared = (["year-ago", "year-start"] as const).filter((b) =>
    b === "year-ago" ? joined === null : !december || joined !== null,
  );
  const words = (b: Baseline) =>
    december ? text("同比（即较年初）", "year on year, which is since December,") : BASELINE_WORDS[b].compared;
  const { zh, en } = sentence(...compared.map((b) => changePhrase(overall[b].whole, words(b))));
  return sentences(text(`按共同样本比较：${zh}`, `On common samples: ${en}`), joinedSentence(joined, month));
}

/** January and February together, because Spring Festival moves between them. */
export function joinedSentence(joined: MonthlyFacts["joined"], month: string): Text {
  if (joined === null) return NOTHING;
  const year = month.slice(0, 4);
  if (joined.kind === "not-yet") {
    const next = monthWords(formatMonth(joined.availableIn));
    return text(
      `受春节错月影响，1月单月同比不可比；1—2月合并比较须待${next.zh}数据，本月尚不可得。`,
      `Spring Festival moves between January and February, so January alone has no year-on-year; the two joined need the data of ${next.en}.`,
    );
  }
  const { whole } = joined;
  if (whole.matched === 0)
    return text(
      "1—2月合并比较无共同样本（须两年四个月均有报送），不作比较。",
      "January and February joined have no common sample (all four months of two years must be reported).",
    );
  const [sample, moved] = [enterprises(whole.matched), changePhrase(whole, text("同比", "year on year"))];
  return text(
    `1—2月合并（两月平均，共同样本${sample.zh}），${year}年比上年同期${moved.zh}。`,
    `January and February joined (mean of the two, ${sample.en}), ${year} against the year before: ${moved.en}.`,
  );
}

/** Who entered, left or fell silent: none of them is in the comparison. */
export function sampleSentence({ overall }: MonthlyFacts): Text {
  const f = overall.previous.whole;
  const part = (count: number, zh: string, en: string): Text => {
    const who = enterprises(count);
    return count === 0 ? NOTHING : text(`${zh}${who.zh}`, `${who.en} ${en}`);
  };
  const parts = list(
    [
      part(f.entered, "新进或恢复报送", "new or back"),
      part(f.left, "关闭退出", "closed"),
      part(f.silent, "上月已报而本月未报", "silent since last month"),
    ].filter(isSaid),
  );
  return isSaid(parts)
    ? text(`${parts.zh}，均不计入上述变动。`, `${parts.en}: none of these is in the changes above.`)
    : NOTHING;
}
