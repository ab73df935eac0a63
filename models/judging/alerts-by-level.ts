import type { Month } from "../month.ts";
import { Z95 } from "../two-sided.ts";
import type { AlertHistory } from "./episodes.ts";
import { type LeadSummary, leadSummary } from "./lead-summary.ts";
import { type Intervention, leadTimes, type TruthEvent, warnedOf } from "./lead-time.ts";
import type { JudgingThresholds } from "./thresholds.ts";
import { type Interval, wilson } from "./wilson.ts";

/** How the alerts of one level did, each counted at the worst level it reached. */
export interface LevelJudgement {
  /** Level code. */
  readonly level: string;
  readonly alerts: number;
  readonly verdicts: LeadSummary["verdicts"];
  /** hits / (hits + false); null without either. */
  readonly precision: number | null;
  readonly interval: Interval | null;
  /** Share of all events that an alert of this level or a more severe one warned of; null without an event. */
  readonly recall: number | null;
  /** The most and the least it can be, depending on whether help given prevented what had been foretold. */
  readonly ifHelped: number | null;
  readonly ifNot: number | null;
}

export interface JudgedAlerts {
  readonly all: LeadSummary;
  /** Every level of the place, the most severe first. */
  readonly levels: readonly LevelJudgement[];
}

export interface AlertsInput {
  readonly history: Pick<AlertHistory, "episodes">;
  readonly events: readonly TruthEvent[];
  readonly interventions: readonly Intervention[];
  /** Last month whose events are known. */
  readonly observedTo: Month;
  /** Alerts that opened from this month on are judged; earlier ones may still have warned of an event. */
  readonly from: Month;
  /** Level codes, the most severe first. */
  readonly levels: readonly string[];
  readonly thresholds: JudgingThresholds;
}

/** Holds alerts against what happened, all together and level by level. */
export function judgeAlerts(input: AlertsInput): JudgedAlerts {
  const { thresholds, observedTo, levels, from } = input;
  const windows = { before: thresholds.warnWindow.value, after: thresholds.lateWindow.value, observedTo };
  const held = leadTimes(input.events, input.history.episodes, windows, input.interventions);
  const alerts = held.alerts.filter(({ openedMonth }) => openedMonth >= from);
  return {
    all: leadSummary({ events: held.events, alerts }),
    levels: levels.map((level, place) => {
      const own = leadSummary({ events: [], alerts: alerts.filter((alert) => alert.level === place) });
      const severe = input.history.episodes.filter((episode) => episode.level <= place);
      return {
        ...judgementOf(level, own),
        recall: share(warnedOf(input.events, severe, windows), input.events.length),
      };
    }),
  };
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

function judgementOf(level: string, { alerts, verdicts, precision }: LeadSummary): Omit<LevelJudgement, "recall"> {
  const { hit, intervened } = verdicts;
  const judged = hit + verdicts.false;
  return {
    ...{ level, alerts, verdicts, precision },
    interval: judged > 0 ? wilson(hit, judged, Z95) : null,
    ifHelped: share(hit + intervened, judged + intervened),
    ifNot: share(hit, judged + intervened),
  };
}
