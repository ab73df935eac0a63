import { monthInChinese, monthInEnglish, monthOfYear, parseMonth, yearOf } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import { movementWord } from "../movement-bounds.ts";
import { exact, percent, shareInWords, signedPercent } from "../number.ts";
import { changePhrase, enterprises, fewWords, people, shortChange } from "../wording/change.ts";
import { isFew, shareOrCounts } from "../wording/few.ts";
import { clause, list, NOTHING, sentence, sentences } from "../wording/say.ts";
import { moreLeftOut, nobodyElse, withheldWithout } from "../wording/without-largest.ts";
import type { PeriodFacts } from "./facts.ts";
import { type PeriodGroup, toldGroups } from "./group.ts";
import type { PeriodKind } from "./input.ts";

/** 比上季末, 比年初: how a change over the months is called. */
export const COMPARED: Readonly<Record<PeriodKind, Text>> = {
  quarterly: text("比上季末", "since the end of the quarter before"),
  "half-year": text("比年初", "since the start of the year"),
  annual: text("比上年末", "since the end of the year before"),
};

const QUARTERS = ["一", "二", "三", "四"];

/** 2025年第四季度 · Q4 2025. */
export function periodName({ kind, month }: Pick<PeriodFacts, "kind" | "month">): Text {
  const at = parseMonth(month);
  const year = yearOf(at);
  if (kind === "annual") return text(`${year}年`, `${year}`);
  if (kind === "half-year") return text(`${year}年上半年`, `the first half of ${year}`);
  const quarter = Math.ceil(monthOfYear(at) / 3);
  return text(`${year}年第${QUARTERS[quarter - 1]}季度`, `Q${quarter} ${year}`);
}

/** The month whose end the months are compared with. */
export const baseMonth = (facts: Pick<PeriodFacts, "from">): Text => {
  const month = parseMonth(facts.from) - 1;
  return text(monthInChinese(month), monthInEnglish(month));
};

/** What changed over the months, called by stated bounds, and against the year before. */
export function leadSentence(facts: PeriodFacts): Text {
  const { whole, place, kind } = facts;
  const f = whole.figure;
  const period = periodName(facts);
  if (f.reporting === 0)
    return text(
      `${period.zh}末，${place.zh}没有企业报送，无法判断用工变动。未报不等于正常：请核对数据源后重新生成本报告。`,
      `At the end of ${period.en} no enterprise of ${place.en} reported, so changes cannot be judged. No report is not a normal month: check the sources and make this report again.`,
    );
  if (f.matched === 0)
    return text(
      `${period.zh}末，${place.zh}已报企业与期初无共同样本，不作比较。`,
      `At the end of ${period.en} ${place.en} has no common sample with the beginning.`,
    );
  const moved = changePhrase(f, COMPARED[kind]);
  const [sample, from, to] = [enterprises(f.matched), people(f.base), people(f.current)];
  const went = text(
    `用工由${baseMonth(facts).zh}末的${from.zh}变为${to.zh}，${moved.zh}。`,
    `it went from ${from.en} at the end of ${baseMonth(facts).en} to ${to.en}, ${moved.en}.`,
  );
  if (f.matched < ADVICE_LIMITS.fewestCompared.value) {
    const few = fewWords(sample);
    return text(`${period.zh}，${place.zh}${few.zh}${went.zh}`, `In ${period.en}, ${place.en}. ${few.en}: ${went.en}`);
  }
  const over = text(`共同样本${sample.zh}，${went.zh}`, `over a common sample of ${sample.en} ${went.en}`);
  if (f.rate === null)
    return text(`${period.zh}，${place.zh}企业${over.zh}`, `In ${period.en}, ${place.en}: ${over.en}`);
  const word = movementWord(f.rate);
  return text(
    `${period.zh}，${place.zh}企业用工${word.zh}：${over.zh}`,
    `In ${period.en} employment in ${place.en} was ${word.en}: ${over.en}`,
  );
}

/** The same months a year before, and the month a year ago, which is where a whole year is compared with anyway. */
export function beforeSentence({ kind, whole, yearAgo }: PeriodFacts): Text {
  const before = whole.lastYear;
  const then =
    before === null
      ? NOTHING
      : text(
          `上年同期可比用工${percent(before) === "0.00%" ? "持平" : `${before < 0 ? "下降" : "上升"}${percent(Math.abs(before))}`}`,
          percent(before) === "0.00%"
            ? "comparable employment was unchanged in the same months a year before"
            : `comparable employment moved ${signedPercent(before)} in the same months a year before`,
        );
  if (kind === "annual") return sentence(then);
  const { zh, en } = changePhrase(yearAgo, text("同比", "year on year"));
  const year = text(`与上年同月共同样本相比，${zh}`, `over the common sample with a year before: ${en}`);
  return sentence(yearAgo.matched === 0 ? text(zh, en) : year, then);
}

/** The same without the largest employers. */
export function withoutSentence({ dominant, without, whole, kind }: PeriodFacts): Text {
  const [count, share] = [enterprises(dominant.enterprises), shareInWords(dominant.share)];
  if (dominant.enterprises === 0) return NOTHING;
  if (without === null) return withheldWithout(dominant);
  if (without.reporting === 0) return nobodyElse(whole.figure);
  const moved = changePhrase(without, COMPARED[kind]);
  return text(
    `剔除期末用工规模最大的${count.zh}企业（占已报用工的${share.zh}）后，${moved.zh}。${moreLeftOut(dominant).zh}`,
    `Without the largest ${count.en} (${share.en} of reported employment): ${moved.en}.${moreLeftOut(dominant).en}`,
  );
}

/** How many groups a sentence names each way. */
const NAMED = 3;

/** Which groups stand first and last by their rate of change. */
export function rankSentence(groups: readonly PeriodGroup[], those: Text, kind: PeriodKind): Text {
  const placed = toldGroups(groups).filter(({ rank }) => rank.change !== null);
  if (placed.length < 2) return NOTHING;
  const order = placed.toSorted((a, b) => a.rank.change! - b.rank.change!);
  const named = (some: typeof placed) => list(some.map(({ name, figure }) => shortChange(name, figure)));
  const each = Math.min(NAMED, Math.floor(order.length / 2)); // none stands among the first and the last
  const [best, worst] = [named(order.slice(0, each)), named(order.toReversed().slice(0, each))];
  return text(
    `${those.zh}用工变动率${COMPARED[kind].zh}居前的：${best.zh}；居后的：${worst.zh}。`,
    `By rate of change ${COMPARED[kind].en}, first among ${those.en}: ${best.en}; last: ${worst.en}.`,
  );
}

/** Reports that were due and came, and whose share is below what is asked for. */
export function reportingSentence({ whole, groups, bounds }: PeriodFacts): Text {
  const { expected, reported } = whole.reporting!;
  if (expected === 0) return text("期内没有应报企业。", "No report was due.");
  const share = (group: PeriodGroup) => group.reporting!.reported / group.reporting!.expected;
  const late = [...groups.region, ...groups.department]
    .filter(({ reporting }) => reporting !== null && reporting.expected > 0)
    .filter((group) => share(group) < bounds.coverage.value)
    .toSorted((a, b) => share(a) - share(b));
  const names = list(
    late.slice(0, NAMED).map((group) => {
      const { zh, en } = shareOrCounts(group.reporting!.reported, group.reporting!.expected, "户次");
      return text(`${group.name.zh}（${zh}）`, `${group.name.en} (${en})`);
    }),
  );
  const { zh, en } = shareInWords(reported / expected);
  const rate = isFew(expected) ? NOTHING : text(`，报送率${zh}`, ` (${en})`);
  const least = shareInWords(bounds.coverage.value);
  return sentence(
    text(
      `应报${exact(expected)}户次，已报${exact(reported)}户次${rate.zh}`,
      `${exact(reported)} of ${exact(expected)} reports due came${rate.en}`,
    ),
    late.length === 0
      ? text(`各乡镇（街道）、主管部门均不低于${least.zh}`, `no township or department is below ${least.en}`)
      : text(
          `低于${least.zh}的乡镇（街道）和主管部门${late.length}个，较低的为${names.zh}`,
          `${late.length} townships and departments are below ${least.en}, lowest ${names.en}`,
        ),
  );
}

/** Alerts opened, ended and still open, and where most are open. */
export function alertSentence({ whole, levels, groups }: PeriodFacts): Text {
  const { opened, ended, open } = whole.alerts!;
  const [fresh, over, left] = [enterprises(opened), enterprises(ended), enterprises(open)];
  const byLevel = list(
    levels
      .filter((l) => l.open > 0)
      .map(({ name, open: n }) => text(`${name.zh}${enterprises(n).zh}`, `${exact(n)} ${name.en.toLowerCase()}`)),
  );
  const most = (of: readonly PeriodGroup[]) =>
    list(
      (of.length === 1 ? [] : of) // the only one is the whole once more
        .filter(({ alerts }) => alerts !== null && alerts.open > 0)
        .toSorted((a, b) => b.alerts!.open - a.alerts!.open)
        .slice(0, NAMED)
        .map(({ name, alerts }) =>
          text(`${name.zh}${enterprises(alerts!.open).zh}`, `${name.en} (${exact(alerts!.open)})`),
        ),
    );
  const [towns, departments] = [most(groups.region), most(groups.department)];
  return sentences(
    sentence(
      text(
        `新增企业预警${fresh.zh}、解除或撤回${over.zh}`,
        `new alerts about ${fresh.en}, alerts closed or withdrawn: ${over.en}`,
      ),
      open === 0
        ? text("期末无维持中的预警", "none is open at the end")
        : text(`期末维持${left.zh}：${byLevel.zh}`, `alerts open at the end: ${left.en} (${byLevel.en})`),
    ),
    open === 0
      ? NOTHING
      : sentence(
          clause(
            towns.zh === "" ? NOTHING : text(`期末较多的乡镇（街道）为${towns.zh}`, `most are in ${towns.en}`),
            departments.zh === "" ? NOTHING : text(`主管部门为${departments.zh}`, `by department ${departments.en}`),
          ),
        ),
  );
}

/** What was reported to have happened. */
export function eventSentence({ events }: PeriodFacts): Text {
  if (events.length === 0) return NOTHING;
  const all = events.reduce((sum, { count }) => sum + count, 0);
  const named = list(
    events
      .slice(0, NAMED)
      .map(({ name, count }) => text(`${name.zh}${exact(count)}件`, `${name.en} (${exact(count)})`)),
  );
  return text(
    `收到企业动态${exact(all)}件，较多的为${named.zh}。`,
    `Events reported: ${exact(all)}, most often ${named.en}.`,
  );
}
