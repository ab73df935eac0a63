import type { Baseline } from "../models/baseline.ts";
import { inProse, percent } from "./number.ts";

/** How a baseline is called in a table, and the word that goes before a change against it. */
export const BASELINE_WORDS: Readonly<Record<Baseline, { readonly name: string; readonly compared: string }>> = {
  previous: { name: "上月末", compared: "环比" },
  "year-start": { name: "年初建档", compared: "较年初" },
  "first-filing": { name: "首次建档", compared: "较首次建档" },
  "year-ago": { name: "上年同月", compared: "同比" },
};

export interface Change {
  readonly matched: number;
  readonly change: number;
  readonly rate: number | null;
}

/** "减少12人，环比下降0.35%"; says so when nothing changed, nothing can be compared or the base is 0. */
export function changePhrase({ matched, change, rate }: Change, compared: string): string {
  if (matched === 0) return `${compared}无共同样本，不作比较`;
  if (change === 0) return `${compared}持平`;
  const moved = `${change < 0 ? "减少" : "增加"}${inProse(Math.abs(change))}人`;
  if (rate === null) return `${moved}，基期为0，${compared}不可计算`;
  return `${moved}，${compared}${change < 0 ? "下降" : "上升"}${size(rate)}`;
}

/** A rate without its sign; what rounds to nothing is "不足0.01%", not 0. */
function size(rate: number): string {
  const printed = percent(Math.abs(rate));
  return printed === "0.00%" ? "不足0.01%" : printed;
}

/** "甲、乙和丙"-like lists in official Chinese simply use 、 throughout. */
export const list = (items: readonly string[]): string => items.join("、");

/** Sentences from parts that may be empty: "a；b。"; nothing when all are. */
export function sentence(...parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null && part !== "");
  return said.length === 0 ? "" : `${said.join("；")}。`;
}

export const enterprises = (count: number): string => `${inProse(count)}户`;
