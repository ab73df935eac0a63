import type { Comparison } from "../../models/baseline.ts";
import type { Month } from "../../models/month.ts";
import type { ReportKind } from "../../models/report-kind.ts";
import type { ReportingRecord } from "../../models/reporting-record.ts";
import type { ScopeFigures } from "../../models/scope-figures.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { FollowUp } from "../follow-up.ts";
import type { OutlookInput } from "../outlook-input.ts";
import type { ReportSource } from "../report-facts.ts";

/** 季通报, 半年看进度 and 全年比成效: reports over several months of the whole place. */
export type PeriodKind = Extract<ReportKind, "quarterly" | "half-year" | "annual">;

/** How many months each looks back over, and what its end is compared with: the last month before them. */
export const PERIODS: Readonly<Record<PeriodKind, { readonly months: number; readonly comparison: Comparison }>> = {
  quarterly: { months: 3, comparison: "quarter-start" },
  "half-year": { months: 6, comparison: "year-start" },
  annual: { months: 12, comparison: "year-start" },
};

/** Everything such a report is made from; its month is the last one. */
export interface PeriodInput extends ReportSource {
  readonly kind: PeriodKind;
  readonly thresholds: ThresholdSet;
  /** The whole place first, then departments and regions, each with its reports due and come over the months. */
  readonly scopes: readonly (ScopeFigures & { readonly reporting: ReportingRecord })[];
  /** Months that were run, and what was decided in them about enterprises. */
  readonly run: readonly Month[];
  readonly decisions: readonly PeriodDecision[];
  /** What was reported to have happened in the months. */
  readonly events: readonly { readonly kind: string; readonly people: number | null }[];
  readonly outlook: OutlookInput | null;
  /** Keys of groups whose persons are not told, because too much of one enterprise would be (models/groups/printed-groups.ts). */
  readonly withheld: ReadonlySet<string>;
  readonly followUp: FollowUp;
}

export interface PeriodDecision {
  readonly month: Month;
  /** Keys of the scopes it counts in. */
  readonly keys: readonly string[];
  readonly opened: boolean;
  readonly ended: boolean;
  /** Level code at the month's end; null when no alert is open. */
  readonly level: string | null;
}
