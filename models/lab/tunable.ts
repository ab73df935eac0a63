import type { Threshold, ThresholdSet } from "../threshold.ts";

/** A number of a threshold set that the lab lets one move. */
export interface Tunable {
  /** "red-deep.fallPeople": rule and condition; "decision.budget", "industry.C" and "size.20" for what decides beside the rules. */
  readonly key: string;
  readonly condition: string;
  readonly threshold: Threshold;
}

/** New values by key. */
export type Edits = Readonly<Record<string, number>>;

export const DECISION = "decision";
export const INDUSTRY = "industry";
export const SIZE = "size";

/** Every number that a set's alerts follow from once the months are scored; the detector's would need scoring again. */
export function tunables({
  rules,
  collective,
  decision,
  industries = {},
  sizes = {},
}: ThresholdSet): readonly Tunable[] {
  const owners: readonly (readonly [id: string, numbers: object])[] = [
    ...rules.filter(({ level }) => level !== null).map(({ id, when }) => [id, when] as const),
    ...collective.map((rule) => [rule.id, rule] as const),
    [DECISION, decision],
    [INDUSTRY, industries],
    [SIZE, sizes],
  ];
  return owners.flatMap(([id, numbers]) => tunablesOf(id, numbers));
}

export const tunablesOf = (owner: string, numbers: object): readonly Tunable[] =>
  Object.entries(numbers).flatMap(([condition, threshold]) =>
    isThreshold(threshold) ? [{ key: `${owner}.${condition}`, condition, threshold }] : [],
  );

const isThreshold = (value: unknown): value is Threshold =>
  typeof value === "object" && value !== null && "value" in value && "unit" in value;

/** The set with some of its numbers moved; `made` writes the new threshold, so that a saved one can say who moved it. */
export function withEdits(set: ThresholdSet, edits: Edits, made: Made = onlyTheValue): ThresholdSet {
  const moved = <T extends object>(owner: string, numbers: T): T => {
    const changed = tunablesOf(owner, numbers).flatMap(({ key, condition, threshold }) => {
      const value = edits[key];
      return value === undefined || value === threshold.value ? [] : [[condition, made(threshold, value)] as const];
    });
    return changed.length === 0 ? numbers : { ...numbers, ...Object.fromEntries(changed) };
  };
  return {
    ...set,
    rules: set.rules.map((rule) => (rule.level === null ? rule : { ...rule, when: moved(rule.id, rule.when) })),
    collective: set.collective.map((rule) => moved(rule.id, rule)),
    decision: moved(DECISION, set.decision),
    ...(set.industries ? { industries: moved(INDUSTRY, set.industries) } : {}),
    ...(set.sizes ? { sizes: moved(SIZE, set.sizes) } : {}),
  };
}

export type Made = (before: Threshold, value: number) => Threshold;

const onlyTheValue: Made = (before, value) => ({ ...before, value });
