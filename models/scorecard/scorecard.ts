import { judgeAlerts, type LevelJudgement } from "../judging/alerts-by-level.ts";
import { type Burden, burdenOf } from "../judging/burden.ts";
import type { AlertHistory } from "../judging/episodes.ts";
import type { JudgedRows } from "../judging/judgement.ts";
import type { LeadSummary } from "../judging/lead-summary.ts";
import type { Intervention, TruthEvent } from "../judging/lead-time.ts";
import type { JudgingThresholds } from "../judging/thresholds.ts";
import { type Interval, wilson } from "../judging/wilson.ts";
import type { Month } from "../month.ts";
import { Z95 } from "../two-sided.ts";
import type { ScorecardBands } from "./bands.ts";
import { type Answer, countFeedback, type FeedbackCounts } from "./feedback.ts";
import { judgeRisk, type RiskJudgement } from "./judge-risk.ts";
import { type Outside, outsideBands } from "./outside.ts";

/** How the alerts and the risk of the past year did, as known in one month. Plain JSON. */
export interface Scorecard {
  /** Alerts opened and events come in these months; what is known ends with `to`. */
  readonly from: Month;
  readonly to: Month;
  /** Id of the event definition. */
  readonly event: string;
  readonly enterpriseMonths: number;
  readonly all: LeadSummary;
  readonly levels: readonly LevelJudgement[];
  readonly burden: Burden;
  /** null: no risk was stored in months whose outcome is known. */
  readonly risk: RiskJudgement | null;
  readonly audit: AuditResult;
  /** What people said of the year's alerts. */
  readonly feedback: FeedbackCounts;
  readonly outside: readonly Outside[];
}

/** What came of enterprises drawn by lot among those without an alert. */
export interface AuditResult {
  /** Drawn, outcome known; and those of them that had the event, or of which something grave was reported. */
  readonly looked: number;
  readonly found: number;
  /** 95 % interval of the share that is missed; null when nobody was drawn. */
  readonly interval: Interval | null;
}

export interface ScorecardInput {
  readonly from: Month;
  readonly to: Month;
  readonly event: string;
  /** Level codes, the most severe first. */
  readonly levels: readonly string[];
  readonly enterpriseMonths: number;
  readonly history: AlertHistory;
  readonly events: readonly TruthEvent[];
  readonly interventions: readonly Intervention[];
  /** Risk stored in past months beside what came; null: none. */
  readonly risk: { readonly rows: JudgedRows; readonly risk: Float64Array; readonly isProbability: boolean } | null;
  readonly audit: { readonly looked: number; readonly found: number };
  /** The newest answer of each person about each of the year's alerts. */
  readonly answers: readonly Answer[];
  readonly thresholds: JudgingThresholds;
  readonly bands: ScorecardBands;
}

export function scorecardOf(input: ScorecardInput): Scorecard {
  const { from, to, event, enterpriseMonths, history, thresholds, bands, audit } = input;
  const { all, levels } = judgeAlerts({ ...input, observedTo: to });
  const risk =
    input.risk && judgeRisk(input.risk.rows, input.risk.risk, input.risk.isProbability, thresholds.bins.value);
  return {
    ...{ from, to, event, enterpriseMonths, all, levels },
    burden: burdenOf(history, { enterpriseMonths, from, to }),
    risk,
    audit: { ...audit, interval: audit.looked > 0 ? wilson(audit.found, audit.looked, Z95) : null },
    feedback: countFeedback(input.answers),
    outside: outsideBands({ levels, risk }, bands),
  };
}
