import { type OwnCourse, ownCourse } from "../../models/account/own-course.ts";
import { type PeerGroup, peerChain } from "../../models/account/peer-chain.ts";
import { checkRules, type RuleCheck } from "../../models/account/rule-check.ts";
import { explain } from "../../models/explain/explain.ts";
import { type ExplainHistory, historyOf } from "../../models/explain/explain-history.ts";
import { fewerThanPeers } from "../../models/explain/explain-peers.ts";
import { type Contribution, contributionsOf } from "../../models/risk/contributions.ts";
import { FEATURES } from "../../models/risk/features.ts";
import type { RiskModel } from "../../models/risk/model.ts";
import { STATUS } from "../../models/score.ts";
import { cohortNodes } from "../../models/scoring/cohort-nodes.ts";
import { limitsOf } from "../../models/scoring/limits.ts";
import { panelQ } from "../../models/scoring/panel-q.ts";
import { timesLimits } from "../../models/strictness.ts";
import type { Text } from "../../models/text.ts";
import { fillFacts, NO_FACTS } from "../../models/verdicts.ts";
import type { StoredEvent } from "../../src/db/event.ts";
import type { StoredScore } from "../../src/db/score.ts";
import { explainFacts } from "../run/explain-facts.ts";
import type { ScoredAgain } from "./scored-again.ts";

/** All that one enterprise's score in one run was made of: enough to redraw it and to dispute it. */
export interface Account {
  readonly sentence: Text;
  readonly score: StoredScore;
  /** The limit that the leak is held against, and the z that the lower bound stands at. */
  readonly leakLimit: number;
  readonly boundZ: number;
  /** Where the model that foretold the risk was fitted; a shipped one's interval was measured elsewhere. */
  readonly riskKind: RiskModel["kind"];
  readonly peers: readonly PeerGroup[];
  /** Persons fewer than if it had changed as its peers were expected to; below 0: more, null: not to be compared. */
  readonly fewerThanPeers: number | null;
  readonly contributions: readonly Contribution[];
  readonly rules: readonly RuleCheck[];
  readonly events: readonly StoredEvent[];
  readonly past: ExplainHistory;
  readonly course: OwnCourse;
  /** Stored figures that scoring anew does not give; none when the score is reproduced. */
  readonly differing: readonly string[];
}

/** Puts the account of a row together, beside the score that the run stored. */
export function accountOf(again: ScoredAgain, stored: StoredScore, row: number): Account {
  const { made, columns, scored } = again;
  const { scores, events, chances, verdicts } = scored;
  const limits = limitsOf(made.thresholds.detector);
  const features = scores.features.subarray(row * FEATURES, (row + 1) * FEATURES);
  const reported = events.get(stored.enterprise) ?? [];
  const reached = verdicts.reached.get(row) ?? [];
  const complete = { ...stored, features: Number.isNaN(features[0]) ? null : [...features] };
  const nodes = cohortNodes(columns, scored.tree, limits);
  const facts = explainFacts(complete, reported, reached, { ...made, columns, cohorts: { tree: scored.tree, nodes } });
  return {
    sentence: explain(facts),
    score: complete,
    leakLimit: limits.leakLimit,
    boundZ: -limits.boundZ,
    riskKind: made.model.model.kind,
    peers: peerChain(columns, nodes, scored.cohorts, scored.tree, row),
    fewerThanPeers: fewerThanPeers(facts),
    contributions: contributionsOf(made.model, features, 0, scores.headcount[row]!, chances.get(row)),
    rules: checkRules(timesLimits(made.thresholds.rules, facts.strictness ?? 1), factsOf(again, row), reached),
    events: reported,
    past: historyOf(columns, row),
    course: ownCourse(columns, row, scores.breakMonth[row]!),
    differing: differing(stored, again, row),
  };
}

function factsOf({ made, columns, scored }: ScoredAgain, row: number) {
  const { scores, verdicts, facts: told } = scored;
  const facts = { ...NO_FACTS, events: told.get(columns.enterprise[row]!) ?? [] };
  const q = verdicts.q ?? panelQ(columns, scores, made.thresholds.detector.leakReference.value);
  facts.q = q[row]!;
  fillFacts(facts, columns, scores, row, scores.status[row] === STATUS.silent ? verdicts.silentMonths[row]! : 0);
  return facts;
}

/** Half a unit of the last decimal that each figure is stored with. */
const STORED: readonly (readonly ["expected" | "lower" | "z" | "leak" | "fall3" | "fall12" | "risk", number])[] = [
  ["expected", 0.05],
  ["lower", 0.05],
  ["z", 5e-5],
  ["leak", 5e-5],
  ["fall3", 0.05],
  ["fall12", 0.05],
  ["risk", 5e-5],
];

function differing(stored: StoredScore, { scored }: ScoredAgain, row: number): readonly string[] {
  const { scores, verdicts } = scored;
  const numbers = STORED.filter(([name, half]) => {
    const anew = scores[name][row]!;
    const then = stored[name];
    return then === null ? !Number.isNaN(anew) : !(Math.abs(then - anew) <= half * 1.0001);
  }).map(([name]) => name as string);
  const level = stored.level ?? -1;
  return level === verdicts.level[row] ? numbers : [...numbers, "level"];
}
