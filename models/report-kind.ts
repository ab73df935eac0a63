import { type Month, monthOfYear } from "./month.ts";
import { type Text, text } from "./text.ts";

/**
 * 月调度 asks for the monthly report and the dispatch list, then 季通报, 半年看进度, 全年比成效; a flash report is about one event,
 * a correction about an issued report whose printed numbers changed.
 */
export const REPORT_KINDS = ["monthly", "dispatch", "quarterly", "half-year", "annual", "flash", "correction"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const KIND_NAMES: Readonly<Record<ReportKind, Text>> = {
  monthly: text("月度分析报告", "monthly report"),
  dispatch: text("月调度清单", "dispatch list"),
  quarterly: text("季度通报", "quarterly circular"),
  "half-year": text("半年进度报告", "half-year progress report"),
  annual: text("年度成效报告", "annual report"),
  flash: text("突发专报", "flash report"),
  correction: text("更正通知", "correction notice"),
};

/** Kinds that a month asks for by itself; the others come with an event or a later vintage. */
export type DueKind = Exclude<ReportKind, "flash" | "correction">;

/** Months of the year (1 to 12) in which each falls due. */
const DUE: Readonly<Record<DueKind, readonly number[]>> = {
  monthly: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  dispatch: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarterly: [3, 6, 9, 12],
  "half-year": [6],
  annual: [12],
};

/** Months of the year in which a kind falls due. */
export const monthsDue = (kind: DueKind): readonly number[] => DUE[kind];

/** Kinds that the run of a month writes by itself, in the order of REPORT_KINDS. */
export const dueKinds = (month: Month): DueKind[] =>
  (Object.keys(DUE) as DueKind[]).filter((kind) => DUE[kind].includes(monthOfYear(month)));
