import { formatMonth } from "../../models/month.ts";
import { type Contribution, contributionsOf } from "../../models/risk/contributions.ts";
import { FEATURES, RISK_FEATURES } from "../../models/risk/features.ts";
import { limitsOf } from "../../models/scoring/limits.ts";
import type { StoredEvent } from "../../src/db/event.ts";
import type { ExportedScore } from "../../src/db/score.ts";
import { statusName } from "./account-json.ts";
import type { ScoredAgain } from "./scored-again.ts";

type Cell = string | number | null;
type Column = readonly [header: string, cell: (score: ExportedScore) => Cell];

const PARTS = ["base", "band", ...RISK_FEATURES.map(({ name }) => name), "calibration", "events"];

/** What a score stores, under the headers of the full export. */
const STORED: readonly Column[] = [
  ["status", (s) => statusName(s.status)],
  ["previous", (s) => s.previous],
  ["peer_change", (s) => s.peerChange],
  ["peers", (s) => s.peers],
  ["z", (s) => s.z],
  ["q", (s) => s.q],
  ["leak", (s) => s.leak],
  ["slope", (s) => s.slope],
  ["trend_p", (s) => s.trendP],
  ["fall3", (s) => s.fall3],
  ["fall12", (s) => s.fall12],
  ["hidden_share", (s) => s.hiddenShare],
  ["silent_months", (s) => s.silentMonths],
  ["break_month", (s) => (s.breakMonth === null ? null : formatMonth(s.breakMonth))],
  ["risk_low", (s) => s.riskLow],
  ["risk_high", (s) => s.riskHigh],
  ["jobs_at_risk", (s) => s.jobsAtRisk],
  ["rules", (s) => s.rules?.join(" ") ?? null],
];

const MADE = ["leak_limit", "bound_z", "events", "run", "batch", "published_on", "threshold_set", "model"];

/** Headers of what the full export adds to the short one. */
export const FULL_HEADER: readonly string[] = [
  ...STORED.map(([header]) => header),
  ...MADE,
  ...PARTS.map((name) => `log_odds_${name}`),
];

/** The cells under FULL_HEADER, from what a run stored and what it was made of. */
export function fullCells(score: ExportedScore, row: number, again: ScoredAgain): readonly Cell[] {
  const { made, scored } = again;
  const { run, thresholds, model } = made;
  const limits = limitsOf(thresholds.detector);
  const features = scored.scores.features.subarray(row * FEATURES, (row + 1) * FEATURES);
  const parts = contributionsOf(model, features, 0, score.headcount ?? 0, scored.chances.get(row));
  return [
    ...STORED.map(([, cell]) => cell(score)),
    ...[limits.leakLimit, -limits.boundZ, eventsText(scored.events.get(score.enterprise) ?? [])],
    ...[run.id, run.vintage.batch, run.vintage.publishedOn, `${run.thresholdSetId} ${thresholds.name}`, run.model],
    ...PARTS.map((name) => logOddsOf(parts, name)),
  ];
}

const eventsText = (events: readonly StoredEvent[]): string =>
  events
    .map(({ kind, occurredOn, people }) => `${occurredOn} ${kind}${people === null ? "" : ` ${people}`}`)
    .join("; ");

function logOddsOf(parts: readonly Contribution[], name: string): number | null {
  const part = parts.find((one) => one.name === name);
  return part === undefined ? null : Number(part.logOdds.toFixed(6));
}
