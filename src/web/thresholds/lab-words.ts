import { type Text, text } from "../../../models/text.ts";
import { share } from "../../../reports/backtest-words.ts";
import { exact } from "../../../reports/number.ts";
import type { LabResult, LabView, ToldSide } from "./lab-answer.ts";
import { LAB_MONTHS } from "./lab-history.ts";

export const FIRST = text("对照", "Compared");
export const SECOND = text("试算", "Tried");

/** The judgement in one paragraph: what the tried set would have raised, how that did, and what changes by it. */
export function labLead({ result, beyond, chosen, against }: LabView): Text {
  if (beyond.length > 0)
    return text(
      `无法试算：规则${beyond.join("、")}要求过低，低于各月留存的数据。请提高其中一项界限。`,
      `This cannot be tried: rules ${beyond.join(", ")} ask for less than was kept of the months. Raise one of their limits.`,
    );
  if (result === null)
    return text(
      "还没有可供试算的月份：执行月度任务后，各月评分自动留存。",
      "There is no month to try a set on yet: each month run keeps what is needed.",
    );
  const same = chosen.id === against.id && Object.keys(chosen.edits).length === 0;
  const own = ownWords(result);
  const change = same ? SAME : changeWords(result);
  const short = result.months < LAB_MONTHS ? shortWords(result.months) : NOTHING;
  return text(`${own.zh}${change.zh}${short.zh}`, `${own.en} ${change.en}${short.en}`);
}

function ownWords({ from, to, months, second }: LabResult): Text {
  const { alerts, precision, recall, medianLeadWarned: lead } = second.judged.all;
  const opened = totalOf(second);
  const [a, most] = [exact(round(opened / months)), capacityOf(second)];
  const [early, earlyEn] =
    lead === null ? ["", ""] : [`，提前${exact(lead)}个月（中位数）`, `, ${exact(lead)} months ahead (median)`];
  return text(
    `试算方案在${from}至${to}的${months}个月会发企业预警${exact(opened)}件，月均${a}件${most === null ? "" : `（每月可走访${exact(most)}户）`}；查准率${share(precision)}，查全率${share(recall)}${early}。`,
    `From ${from} to ${to} (${months} months) the tried set would have raised ${exact(opened)} alerts about enterprises, ${a} a month${most === null ? "" : ` (visits possible: ${exact(most)})`}; precision ${share(precision)}, recall ${share(recall)}${earlyEn}${alerts === 0 ? "; no alert could be judged" : ""}.`,
  );
}

/** Only months that were run can be tried on. */
const shortWords = (months: number): Text =>
  text(
    `可试算的月份只有${months}个；请系统管理员补跑以前的月份，补跑后最多为${LAB_MONTHS}个。`,
    ` There are only ${months} months to try on; the administrator can have earlier ones run, which makes them up to ${LAB_MONTHS}.`,
  );

const NOTHING = text("", "");

function changeWords({ first, second, difference: { counts } }: LabResult): Text {
  const more = totalOf(second) - totalOf(first);
  const size = exact(Math.abs(more));
  return text(
    `与对照方案相比${more === 0 ? "件数相同" : more > 0 ? `多${size}件` : `少${size}件`}：新增${counts.added}户，减少${counts.removed}户；已知减员多发现${counts.caught}起，少发现${counts.lost}起，提前${counts.earlier}起，推迟${counts.later}起。`,
    `Against the compared set ${more === 0 ? "as many" : more > 0 ? `${size} more` : `${size} fewer`}: ${counts.added} enterprises added, ${counts.removed} removed; of the known reductions ${counts.caught} more caught, ${counts.lost} lost, ${counts.earlier} earlier, ${counts.later} later.`,
  );
}

const SAME = text("两个方案相同；改动下面的界限即可比较。", "Both sets are the same; move a limit below to compare.");

export const totalOf = ({ months }: ToldSide): number => months.reduce((sum, { opened }) => sum + sumOf(opened), 0);
export const sumOf = (opened: readonly number[]): number => opened.reduce((sum, n) => sum + n, 0);

/** Visits of the newest month: earlier ones had other numbers of enterprises. */
const capacityOf = ({ months }: ToldSide): number | null => months.at(-1)?.capacity ?? null;

const round = (value: number): number => Math.round(value * 10) / 10;
