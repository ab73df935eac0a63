import { type EarlierFalls, isAbnormal, judgeCollective } from "../collective.ts";
import type { AlertHistory } from "../judging/episodes.ts";
import type { Profile } from "../profile.ts";
import type { ThresholdSet } from "../threshold.ts";
import { type DeskMonth, decideOn, emptyDesk } from "./desk.ts";
import type { Found } from "./judge-month.ts";

/** The alerts about the whole place, from what was found of its enterprises. */
export interface PlaceReplay {
  month(at: DeskMonth, found: readonly Found[]): void;
  readonly history: AlertHistory;
}

/** The only subject, where enterprises count from 1. */
export const PLACE = 0;

export function replayPlace({ collective, rules, decision }: ThresholdSet, { levels }: Profile): PlaceReplay {
  const desk = emptyDesk(decision);
  const earlier: EarlierFalls[] = [];
  return {
    history: desk,
    month(at, found) {
      const { month } = at;
      const falls = found.flatMap(({ fall, reached }) => (fall && isAbnormal(reached, rules) ? fall : []));
      const judged = judgeCollective(falls, collective, levels, month, earlier);
      earlier.push(...judged.map(({ rule, enterprises }) => ({ rule, month, enterprises })));
      const met = judged.filter((one) => one.met);
      const level = met.reduce((worst, one) => (worst < 0 ? one.level : Math.min(worst, one.level)), -1);
      const reached = met.map(({ rule }) => rule);
      const seen = { subject: PLACE, level, reached, atRisk: Number.NaN, noData: false, recovered: false };
      if (level >= 0 || desk.states.has(PLACE)) decideOn(desk, seen, at, false);
    },
  };
}
