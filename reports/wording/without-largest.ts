import type { Figure } from "../../models/figure.ts";
import { type Text, text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import { shareInWords } from "../number.ts";
import { BASELINE_WORDS, changePhrase, enterprises, people } from "./change.ts";
import { NOTHING } from "./say.ts";

/** The same without the largest employers, so that a few of them do not speak for all. */
export function withoutDominantSentences({ dominant, overall }: MonthlyFacts): Text {
  const { without, whole } = overall.previous;
  if (whole.reporting === 0) return NOTHING;
  if (without === null) return withheldWithout(dominant);
  if (without.reporting === 0) return nobodyElse(whole);
  const [count, share] = [enterprises(dominant.enterprises), shareInWords(dominant.share)];
  const who = text(
    `剔除用工规模最大的${count.zh}企业（占已报用工的${share.zh}）`,
    `Without the largest ${count.en} (${share.en} of reported employment)`,
  );
  if (without.matched === 0)
    return text(`${who.zh}后无共同样本，不作比较。`, `${who.en} there is no common sample to compare.`);
  const { zh, en } = changePhrase(without, BASELINE_WORDS.previous.compared);
  const [staff, sample] = [people(without.headcount), enterprises(without.matched)];
  return text(
    `${who.zh}后，期末用工${staff.zh}，与上月共同样本${sample.zh}相比，${zh}。${moreLeftOut(dominant).zh}`,
    `${who.en}, ${staff.en} were employed at the end of the month; over ${sample.en} in both months: ${en}.${moreLeftOut(dominant).en}`,
  );
}

/** Why more are left out than usual. */
export function moreLeftOut({ usually }: MonthlyFacts["dominant"]): Text {
  if (usually === undefined) return NOTHING;
  const { zh, en } = enterprises(usually);
  return text(
    `通常剔除${zh}；本期只剔除${zh}可推算个别企业用工，故多剔除几户。`,
    ` Usually ${en} are left out; this time that would give single ones away, so more are.`,
  );
}

/** Where one of the largest would follow from it. */
export function withheldWithout({ enterprises: largest }: MonthlyFacts["dominant"]): Text {
  const { zh, en } = enterprises(largest);
  return text(
    `剔除用工规模最大的${zh}企业后的数字可推算个别企业用工，本期不予公布。`,
    `The figures without the largest ${en} are withheld: single enterprises would follow from them.`,
  );
}

export function nobodyElse({ reporting }: Pick<Figure, "reporting">): Text {
  const { zh, en } = enterprises(reporting);
  return text(
    `已报企业仅${zh}，不另作剔除大户的比较。`,
    `With only ${en} reporting there is no comparison without the largest.`,
  );
}
