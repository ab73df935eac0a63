import type { LevelRule } from "../threshold.ts";

/** An alert about to be opened. */
export interface Candidate {
  /** Place in the profile's levels; 0 is the most severe. */
  readonly level: number;
  /** Persons that the visit is about; NaN counts as none. */
  readonly atRisk: number;
  /** Told whatever the budget says. */
  readonly always: boolean;
}

/**
 * Which new alerts of a month are within what the desks can visit: by level, then by persons at risk, then in the order
 * given. What must be told always is, and uses up the budget like the others.
 * @param visits new alerts the desks can follow up this month
 */
export function withinBudget(candidates: readonly Candidate[], visits: number): boolean[] {
  const told = candidates.map(({ always }) => always);
  const left = Math.max(0, Math.floor(visits) - told.filter(Boolean).length);
  const rest = candidates.map((_, i) => i).filter((i) => !told[i]);
  for (const i of rest.sort((a, b) => rank(candidates[a]!, candidates[b]!) || a - b).slice(0, left)) told[i] = true;
  return told;
}

/** Visits a month for so many reporting enterprises; a place of any size can make one. */
export const visitsOf = (enterprises: number, budgetPer100: number): number =>
  Math.max(1, Math.floor((enterprises * budgetPer100) / 100));

/** Red, a reported event or a line of law is told always, whatever else holds beside it. */
export const isToldAlways = (level: number, reached: readonly string[], rules: readonly LevelRule[]): boolean =>
  level === 0 ||
  rules.some(
    (rule) =>
      rule.level !== null &&
      (rule.when.event !== undefined || rule.origin.kind === "statute") &&
      reached.includes(rule.id),
  );

/**
 * Persons that a visit is about: those foretold to lose their jobs. Of an enterprise whose risk says nothing, because it has become
 * too small for one, those who left this month.
 * @param left persons who left; null or NaN: not known
 */
export const personsOfVisit = (foretold: number, left: number | null): number =>
  foretold > 0 || left === null || Number.isNaN(left) ? foretold : left;

const rank = (a: Candidate, b: Candidate): number => a.level - b.level || persons(b) - persons(a);
const persons = ({ atRisk }: Candidate): number => (Number.isNaN(atRisk) ? 0 : atRisk);
