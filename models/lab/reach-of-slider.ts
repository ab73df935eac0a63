import { TIMES } from "../strictness.ts";
import type { Threshold } from "../threshold.ts";

/** From where to where a slider goes, and by how much. A number typed in may lie beyond. */
export interface SliderReach {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const SHARE: SliderReach = { min: 0, max: 1, step: 0.005 };
const LINE: SliderReach = { min: 0.7, max: 3, step: 0.05 };
const MONTHS: SliderReach = { min: 1, max: 17, step: 1 };
const PEOPLE: SliderReach = { min: 1, max: 400, step: 1 };

const REACHES: Readonly<Record<string, SliderReach>> = {
  z: { min: -10, max: -1.5, step: 0.1 },
  q: { min: 0.01, max: 0.2, step: 0.01 },
  leak: { min: 2.5, max: 15, step: 0.1 },
  ...{ fallPeople: PEOPLE, fall3People: PEOPLE, fall12People: PEOPLE, eventPeople: PEOPLE },
  ...{ fallShare: SHARE, fall3Share: SHARE, fall12Share: SHARE, eventShare: SHARE, hiddenShare: SHARE, risk: SHARE },
  ...{ overRed: LINE, overOrange: LINE },
  ...{ silentMonths: MONTHS, eventMonths: MONTHS, downgradeAfter: MONTHS, closeAfter: MONTHS },
  silentUntil: { min: 1, max: 36, step: 1 },
  eventDays: { min: 1, max: 365, step: 1 },
  headcount: { min: 0, max: 1000, step: 1 },
  headcountBelow: { min: 1, max: 1000, step: 1 },
  enterprises: { min: 1, max: 20, step: 1 },
  [TIMES]: { min: 0.7, max: 3, step: 0.05 },
  budget: { min: 0, max: 10, step: 0.05 },
};

/** The reach of a condition's slider, or by its unit where a place names it; stretched to hold the value that stands there. */
export function reachOfSlider(condition: string, { value, unit }: Pick<Threshold, "value" | "unit">): SliderReach {
  const { min, max, step } = REACHES[condition] ?? REACHES[unit] ?? PEOPLE;
  return { min: Math.min(min, value), max: Math.max(max, value), step };
}
