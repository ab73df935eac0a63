import type { Reduction } from "../models/forms.ts";
import type { Term } from "../models/profile.ts";
import { type Text, text } from "../models/text.ts";
import type { MonthlyInput } from "./input.ts";

export interface ReductionFact {
  readonly name: Text;
  readonly enterprises: number;
  readonly people: number;
  /** Enterprises that fell and named it second or third, beside those that named it first. */
  readonly further: number;
  /** What the profile has the desks do about it; null for nothing particular. */
  readonly remedy: Text | null;
}

/** Persons lost since last month by reported type and by reported first reason; what was not reported is its own number. */
export interface ReductionFacts {
  /** The place's forms ask for neither, so that nothing is missing; absent where they do. */
  readonly unasked?: true;
  readonly lost: number;
  readonly types: readonly ReductionFact[];
  readonly typesUnreported: number;
  readonly reasons: readonly ReductionFact[];
  readonly reasonsUnreported: number;
}

export function reductionFacts({ profile, reductions }: MonthlyInput, lost: number): ReductionFacts {
  return {
    ...(profile.reductionTypes.length === 0 ? { unasked: true } : {}),
    lost,
    types: named(reductions.types, [], profile.reductionTypes),
    typesUnreported: lost - peopleIn(reductions.types),
    reasons: named(reductions.reasons, reductions.further, profile.reductionReasons),
    reasonsUnreported: lost - peopleIn(reductions.reasons),
  };
}

export const peopleIn = (reductions: readonly Reduction[]): number => reductions.reduce((sum, r) => sum + r.people, 0);

/** Largest first; a term that was only named second or third comes last, with nobody lost by it. */
function named(
  reductions: readonly Reduction[],
  further: readonly Reduction[],
  terms: readonly Term[],
): ReductionFact[] {
  const also = new Map(further.map(({ term, enterprises }) => [term, enterprises]));
  const first = reductions.filter((r) => r.enterprises > 0 || r.people > 0);
  const others = further.filter(({ term }) => !first.some((r) => r.term === term));
  return [...first, ...others.map(({ term }) => ({ term, enterprises: 0, people: 0 }))]
    .map(({ term, enterprises, people }) => ({
      ...{ name: nameOf(term, terms), enterprises, people },
      further: also.get(term) ?? 0,
      remedy: terms.find((t) => t.id === term)?.remedy ?? null,
    }))
    .toSorted((a, b) => b.people - a.people || b.further - a.further);
}

const nameOf = (id: number, terms: readonly Term[]): Text =>
  terms.find((t) => t.id === id)?.name ?? text(`第${id}项`, `Term ${id}`);
