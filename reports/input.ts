import type { DecisionReason } from "../models/decision/decision.ts";
import type { LargestEmployers } from "../models/dominant.ts";
import type { Figure } from "../models/figure.ts";
import type { Severity } from "../models/finding.ts";
import type { Estimates, FormFacts } from "../models/forms.ts";
import type { Month } from "../models/month.ts";
import type { ReportScope } from "../models/report-scope.ts";
import type { RiskModel } from "../models/risk/model.ts";
import type { Text } from "../models/text.ts";
import type { ThresholdSet } from "../models/threshold.ts";
import type { TrendPoint } from "../models/trend.ts";
import type { FollowUp } from "./follow-up.ts";
import type { OutlookInput } from "./outlook-input.ts";
import type { ReportSource } from "./report-facts.ts";

/** Everything a monthly report is made from, as stored by the month run. Codes are the profile's. */
export interface MonthlyInput extends FormFacts, ReportSource {
  /** Whose enterprises it speaks of; all that follows is about these alone. */
  readonly scope: ReportScope;
  /** The set that was in force. */
  readonly thresholds: ThresholdSet;
  /** Where the model was fitted that foretold the risks: a shipped one gives scores, one fitted here probabilities. */
  readonly modelKind: RiskModel["kind"];
  /** jobFlows against everything that comparisonsIn names, concatenated; and again without the dominant employers. */
  readonly figures: readonly Figure[];
  readonly withoutDominant: readonly Figure[];
  /** How many employers were left out, their persons now, and their share of all reported persons. */
  readonly dominant: LargestEmployers;
  readonly trend: readonly TrendPoint[];
  /** This month's decisions about enterprises, except the silent ones; open alerts, those closed or withdrawn now and those held back. */
  readonly alerts: readonly AlertInput[];
  /** Open alerts by level code at the end of the last months, oldest first, this month last; months that were not run are missing. */
  readonly alertMonths: readonly AlertMonth[];
  /** Label-only rules: enterprises that crossed the line, and how many of them have an open alert. Only of the whole place. */
  readonly labels: readonly {
    readonly rule: string;
    readonly name: Text;
    readonly enterprises: number;
    readonly alerted: number;
  }[];
  /** Every collective rule of the set and how it stood; rules on the whole place say nothing of a part. */
  readonly collective: readonly CollectiveInput[];
  readonly completeness: CompletenessInput;
  /** What enterprises had estimated last month of this one, beside what they report; null when none did both. */
  readonly estimated: Estimates | null;
  /** Groups, counts and forecasts beside the figures; null where a month was put together without a run. */
  readonly outlook: OutlookInput | null;
  readonly followUp: FollowUp;
  /** Keys of groups whose persons are not told, because too much of one enterprise would be (models/groups/printed-groups.ts). */
  readonly withheld: ReadonlySet<string>;
}

export interface AlertMonth {
  readonly month: Month;
  readonly open: Readonly<Record<string, number>>;
}

export interface AlertInput {
  readonly code: string;
  readonly name: string;
  readonly industry: string | null;
  readonly region: string | null;
  /** Codes of the departments that answer for it, the main owner first. */
  readonly departments: readonly string[];
  /** 就业服务专员; null when the register names none. */
  readonly specialist: string | null;
  readonly keyEnterprise: boolean;
  /** Level code from now on; null when the alert closed this month. */
  readonly level: string | null;
  readonly levelBefore: string | null;
  readonly reason: DecisionReason;
  /** It had an earlier alert that is over. */
  readonly repeat: boolean;
  readonly openedMonth: Month;
  readonly explanation: Text;
  /** Names of the label-only rules that hold; those that gave the level stand in the explanation. */
  readonly rules: readonly Text[];
  readonly headcount: number | null;
  readonly previous: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
  /** 0…1, a score, and its 80 % interval; absent in what was stored before reports told it, null where the model was never judged. */
  readonly risk: number | null;
  readonly riskLow?: number | null;
  readonly riskHigh?: number | null;
  /** Headcounts up to the report's month, which is last; null is no report. */
  readonly history: readonly (number | null)[];
}

export interface CollectiveInput {
  readonly rule: string;
  readonly name: Text;
  readonly level: string;
  /** Enterprises that fell beyond the rule's limits, and how many it takes. */
  readonly enterprises: number;
  readonly needed: number;
  /** The largest number that is usual here, to be exceeded as well; null where the rule does not ask, or nobody can say yet. */
  readonly bound: number | null;
  readonly met: boolean;
}

export interface CompletenessInput {
  /** Enterprises that should report; reported must equal the place figure's `reporting`, and silent lists the rest. */
  readonly expected: number;
  readonly reported: number;
  readonly silent: readonly SilentEnterprise[];
  readonly batches: readonly BatchInput[];
  readonly findings: readonly FindingInput[];
}

export interface SilentEnterprise {
  readonly code: string;
  readonly name: string;
  readonly industry: string | null;
  readonly region: string | null;
  /** Codes of the departments that answer for it, the main owner first. */
  readonly departments: readonly string[];
  /** Its last report; null when it never sent one. */
  readonly lastMonth: Month | null;
  readonly lastHeadcount: number | null;
}

export interface BatchInput {
  readonly name: string;
  /** Blocked: kept as it came, and nothing of it counted. */
  readonly verdict: "accepted" | "blocked";
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly warned: number;
}

export interface FindingInput {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly meaning: Text;
  /** Where to look: the file and cell, and what stood there. */
  readonly examples: readonly { readonly batch: string; readonly cell: string | null; readonly value: string | null }[];
}
