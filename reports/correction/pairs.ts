import type { Passage } from "./passages.ts";
import { wordsOf } from "./said-numbers.ts";

/** A sentence and what stands in its place; null where there is none. */
export interface Pair {
  readonly was: Passage | null;
  readonly is: Passage | null;
}

/** Sentences of two versions of a report that are not the same, each with the most similar one under the same heading. */
export function pairsOf(before: readonly Passage[], after: readonly Passage[]): readonly Pair[] {
  const left = notIn(after, before);
  const pairs = notIn(before, after).map((was): Pair => {
    const is = mostSimilar(was, left);
    if (is !== null) left.splice(left.indexOf(is), 1);
    return { was, is };
  });
  return [...pairs, ...left.map((is) => ({ was: null, is }))];
}

/** Whether two sentences differ in their numbers alone. */
export const alike = (was: Passage, is: Passage): boolean => wordsOf(was.said.zh) === wordsOf(is.said.zh);

function notIn(passages: readonly Passage[], others: readonly Passage[]): Passage[] {
  const keyOf = ({ place, said }: Passage) => JSON.stringify([place.zh, said.zh]);
  const known = new Set(others.map(keyOf));
  return passages.filter((passage) => !known.has(keyOf(passage)));
}

/** Sentences that share less than this of their words are two sentences. */
const SAME_SENTENCE = 0.5;

function mostSimilar(was: Passage, others: readonly Passage[]): Passage | null {
  let best: Passage | null = null;
  let most = SAME_SENTENCE;
  for (const one of others) {
    const shared = one.place.zh === was.place.zh ? similarity(wordsOf(one.said.zh), wordsOf(was.said.zh)) : 0;
    if (shared >= most && (best === null || shared > most)) [best, most] = [one, shared];
  }
  return best;
}

/** Dice's coefficient of pairs of characters, 0 to 1. */
function similarity(a: string, b: string): number {
  const [left, right] = [bigrams(a), bigrams(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return a === b ? 1 : (2 * shared) / Math.max(1, left.size + right.size);
}

const bigrams = (words: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)));
