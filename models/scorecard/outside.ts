import type { LevelJudgement } from "../judging/alerts-by-level.ts";
import { type Text, text } from "../text.ts";
import type { ScorecardBands } from "./bands.ts";
import type { RiskJudgement } from "./judge-risk.ts";

/** A figure that left its band. */
export interface Outside {
  readonly code: "precision" | "calibration" | "skill";
  /** Level code; null where it is not about one. */
  readonly level: string | null;
  readonly says: Text;
}

interface Judged {
  readonly levels: readonly LevelJudgement[];
  readonly risk: RiskJudgement | null;
}

/** What left its band beyond chance: an interval that reaches into the band is not outside of it. */
export function outsideBands({ levels, risk }: Judged, bands: ScorecardBands): readonly Outside[] {
  const poor = levels.flatMap((level, i) => imprecise(level, bands.precision[i]?.value, bands));
  return [...poor, ...(risk ? miscalibrated(risk, bands) : [])];
}

function imprecise(
  { level, interval, verdicts }: LevelJudgement,
  floor: number | undefined,
  { fewest }: ScorecardBands,
): readonly Outside[] {
  const judged = verdicts.hit + verdicts.false;
  if (floor === undefined || interval === null || judged < fewest.value || interval.high >= floor) return [];
  const says = text(
    `${judged}条已见结果的预警中${verdicts.hit}条属实，低于${percent(floor)}的要求`,
    `${verdicts.hit} of ${judged} alerts with a known outcome came true, below the ${percent(floor)} asked for`,
  );
  return [{ code: "precision", level, says }];
}

function miscalibrated({ calibration, events }: RiskJudgement, bands: ScorecardBands): readonly Outside[] {
  if (calibration === null) return [];
  const { expected, skill } = calibration;
  const outside: Outside[] = [];
  const ratio = expected > 0 ? events / expected : Number.NaN;
  const enough = Math.max(events, expected) >= bands.fewest.value;
  if (enough && (ratio < bands.least.value || ratio > bands.most.value)) {
    const says = text(
      `预计${expected.toFixed(1)}起、实际${events}起`,
      `${expected.toFixed(1)} events expected, ${events} came`,
    );
    outside.push({ code: "calibration", level: null, says });
  }
  if (enough && skill !== null && skill.high !== null && skill.high < 0) {
    const says = text(
      `概率不如一律取平均（布里尔技巧分${skill.value.toFixed(2)}）`,
      `the probability is worse than always saying the base rate (Brier skill ${skill.value.toFixed(2)})`,
    );
    outside.push({ code: "skill", level: null, says });
  }
  return outside;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
