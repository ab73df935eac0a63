import { averagePrecision } from "../judging/average-precision.ts";
import type { Estimate } from "../judging/bootstrap.ts";
import { type ReliabilityBin, reliabilityTable } from "../judging/calibration.ts";
import { groupedSkill } from "../judging/grouped-skill.ts";
import type { JudgedRows } from "../judging/judgement.ts";
import { rankRows } from "../judging/ranking.ts";
import { Z95 } from "../two-sided.ts";

/** How the stored risk of the past year did against what came. */
export interface RiskJudgement {
  /** Enterprise-months with a risk whose outcome is known, and those in which the event came. */
  readonly rows: number;
  readonly events: number;
  /** Average precision beside its base rate; null without an event. */
  readonly averagePrecision: number | null;
  readonly baseRate: number | null;
  /** The rest only where the figure claims to be a probability; null where it is a score. */
  readonly calibration: Calibration | null;
}

export interface Calibration {
  /** Events expected by the risk: the sum of its probabilities. */
  readonly expected: number;
  readonly skill: Estimate | null;
  readonly bins: readonly ReliabilityBin[];
}

export function judgeRisk(rows: JudgedRows, risk: Float64Array, isProbability: boolean, bins: number): RiskJudgement {
  const foretold = { probability: risk, outcome: rows.outcome };
  const known = Uint32Array.from(risk, (_, i) => i).filter((i) => rows.outcome[i] >= 0 && !Number.isNaN(risk[i]));
  const events = known.reduce((sum, i) => sum + rows.outcome[i], 0);
  return {
    ...{ rows: known.length, events },
    averagePrecision: events > 0 ? averagePrecision(rankRows(risk, rows.outcome)) : null,
    baseRate: known.length > 0 ? events / known.length : null,
    calibration: isProbability
      ? {
          expected: known.reduce((sum, i) => sum + risk[i], 0),
          skill: groupedSkill(foretold, rows.enterprise, Z95),
          bins: reliabilityTable(foretold, bins),
        }
      : null,
  };
}
