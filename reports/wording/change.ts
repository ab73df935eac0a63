import type { Baseline } from "../../models/baseline.ts";
import { type Text, text } from "../../models/text.ts";
import { amount, exact, inProse, percent, rateInWords } from "../number.ts";
import { isFew } from "./few.ts";

/** How a baseline is called in a table, and the words that go with a change against it. */
export const BASELINE_WORDS: Readonly<Record<Baseline, { readonly name: Text; readonly compared: Text }>> = {
  previous: { name: text("上月末", "End of last month"), compared: text("环比", "month on month") },
  "year-start": {
    name: text("年初建档", "Start of the year"),
    compared: text("较年初", "since the start of the year"),
  },
  "first-filing": { name: text("首次建档", "First filing"), compared: text("较首次建档", "since first filing") },
  "year-ago": { name: text("上年同月", "Same month a year ago"), compared: text("同比", "year on year") },
};

export interface Change {
  readonly matched: number;
  readonly change: number;
  readonly rate: number | null;
  /** Persons before; where they are given and few, they are told instead of a rate. */
  readonly base?: number;
}

/** "减少12人，环比下降0.35%"; says so when nothing changed, nothing can be compared or the base is 0. */
export function changePhrase({ matched, change, rate, base }: Change, { zh, en }: Text): Text {
  if (matched === 0) return text(`${zh}无共同样本，不作比较`, `${en} there is no common sample`);
  if (change === 0) return text(`${zh}持平`, `${en} unchanged`);
  const people = amount(Math.abs(change));
  const moved = text(`${change < 0 ? "减少" : "增加"}${people.zh}人`, `${change < 0 ? "down" : "up"} ${people.en}`);
  if (rate === null)
    return text(`${moved.zh}，基期为0，${zh}不可计算`, `${moved.en}, ${en} not computable from a base of 0`);
  if (base !== undefined && isFew(base)) {
    const went = fromTo(base, change);
    return text(`${moved.zh}，${zh}${went.zh}`, `${moved.en}, ${en} ${went.en}`);
  }
  return text(
    `${moved.zh}，${zh}${change < 0 ? "下降" : "上升"}${size(rate).zh}`,
    `${moved.en}, ${en} ${change < 0 ? "-" : "+"}${size(rate).en}`,
  );
}

/** For a list whose head names the comparison: "建筑业减少358人（-2.24%）". */
export function shortChange(name: Text, { change, rate, base }: Change): Text {
  const { zh, en } = amount(Math.abs(change));
  const printed = base !== undefined && base > 0 && isFew(base) ? fromTo(base, change) : rateInWords(rate);
  if (change === 0) return text(`${name.zh}持平`, `${name.en} unchanged`);
  return text(
    `${name.zh}${change < 0 ? "减少" : "增加"}${zh}人（${printed.zh}）`,
    `${name.en} ${change < 0 ? "-" : "+"}${en} (${printed.en})`,
  );
}

const fromTo = (base: number, change: number): Text =>
  text(`由${exact(base)}人变为${exact(base + change)}人`, `from ${exact(base)} to ${exact(base + change)}`);

/** A rate without its sign; what rounds to nothing is "不足0.01%", not 0. */
function size(rate: number): Text {
  const printed = percent(Math.abs(rate));
  return printed === "0.00%" ? text("不足0.01%", "<0.01%") : text(printed, printed);
}

export const enterprises = (count: number): Text =>
  text(`${inProse(count)}户`, count === 1 ? "1 enterprise" : `${exact(count)} enterprises`);

export const people = (count: number): Text =>
  text(`${inProse(count)}人`, count === 1 ? "1 person" : `${exact(count)} persons`);

/** One or two enterprises do not make a movement of the place. */
export const fewWords = ({ zh, en }: Text): Text =>
  text(
    `共同样本仅${zh}，不足以反映总体变动，只列增减：`,
    `Only ${en} can be compared, too few to speak for the whole; listed without a judgement`,
  );
