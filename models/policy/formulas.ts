import { type Text, text } from "../text.ts";
import type { Rate } from "./within.ts";
import { monthsSum, type Need, type YearFigures } from "./year-figures.ts";

/** The official ways to reckon 裁员率 or 减少率 over a year; a variant lists those that apply. */
export type FormulaName =
  | "year-end"
  | "claimants"
  | "decline-of-average"
  | "claimants-of-average"
  | "new-claimants-of-average";

export interface Formula {
  readonly name: Text;
  readonly needs: readonly Need[];
  /** Only of figures that meet the needs. */
  rate(figures: YearFigures): Rate;
}

/**
 * (a) is Wushan's, 巫山府办发〔2023〕57号 item 六; (a) and (b) Hangzhou's of 2022; the next two, over the year's mean, Hengyang's of
 * 2021; the last a province's of 2024 and Chongqing's of 2025.
 */
export const FORMULAS: Readonly<Record<FormulaName, Formula>> = {
  "year-end": {
    name: text("减少率（上年末−年末）÷上年末", "reduction (year-end before − year-end) ÷ year-end before"),
    needs: ["start", "end"],
    rate: ({ start, months }) => ({ over: start! - months[11]!, under: start!, of: 1 }),
  },
  claimants: {
    name: text("裁员率 领金人数÷上年末", "layoff rate benefit recipients ÷ year-end before"),
    needs: ["start", "claimants"],
    rate: ({ start, claimants }) => ({ over: claimants!, under: start!, of: 1 }),
  },
  "decline-of-average": {
    name: text("裁员率（1月末−12月末）÷月平均", "layoff rate (January − December) ÷ monthly mean"),
    needs: ["months"],
    rate: (figures) => ({ over: figures.months[0]! - figures.months[11]!, under: monthsSum(figures)!, of: 12 }),
  },
  "claimants-of-average": {
    name: text("裁员率 领金人数÷月平均", "layoff rate benefit recipients ÷ monthly mean"),
    needs: ["claimants", "months"],
    rate: (figures) => ({ over: figures.claimants!, under: monthsSum(figures)!, of: 12 }),
  },
  "new-claimants-of-average": {
    name: text("裁员率 新增领金人数÷月平均", "layoff rate new benefit recipients ÷ monthly mean"),
    needs: ["newClaimants", "months"],
    rate: (figures) => ({ over: figures.newClaimants!, under: monthsSum(figures)!, of: 12 }),
  },
};
