import type { Text } from "../../models/text.ts";
import { movedFar } from "./large.ts";
import { alike, type Pair, pairsOf } from "./pairs.ts";
import { type Passage, passagesIn } from "./passages.ts";
import type { BothLanguages } from "./printed.ts";
import { type SaidNumber, saidNumbers } from "./said-numbers.ts";
import type { ValueChange } from "./tables.ts";

/** A sentence that reads otherwise now; null where it was not, or is not any more. */
export interface PassageChange {
  readonly place: Text;
  readonly before: Text | null;
  readonly after: Text | null;
}

export interface ProseChanges {
  readonly passages: readonly PassageChange[];
  /** Whether a number of theirs that no table has moved beyond the bound; else they only follow what did. */
  readonly large: boolean;
  readonly small: number;
}

/**
 * Sentences that differ. One whose numbers are those of cells that changed says nothing new and is left out, and one whose
 * numbers stayed within the bound is only counted.
 */
export function proseChanges(before: BothLanguages, after: BothLanguages, cells: readonly ValueChange[]): ProseChanges {
  const pairs = pairsOf(passagesIn(before), passagesIn(after)).map((pair) => ({ pair, kind: kindOf(pair, cells) }));
  const of = (...kinds: readonly Kind[]) => pairs.filter(({ kind }) => kinds.includes(kind));
  return {
    passages: of("large", "words").map(({ pair: { was, is } }) => changeOf(was, is)),
    large: of("large").length > 0,
    small: of("small").length,
  };
}

type Kind = "large" | "small" | "words" | "covered";

function kindOf({ was, is }: Pair, cells: readonly ValueChange[]): Kind {
  const [old, now] = [was, is].map((passage) => (passage === null ? [] : saidNumbers(passage.said.zh)));
  const [lost, gained] = [without(old!, now!), without(now!, old!)];
  if (lost.length + gained.length === 0) return "words";
  const [before, after] = [cells.map((cell) => cell.was), cells.map((cell) => cell.is)];
  if (lost.every((one) => isAmong(one, before)) && gained.every((one) => isAmong(one, after))) return "covered";
  const near = (one: SaidNumber, others: readonly SaidNumber[]) =>
    others.some((other) => one.percent === other.percent && !movedFar(one, other));
  const within = lost.every((one) => near(one, gained)) && gained.every((one) => near(one, lost));
  return within && was !== null && is !== null && alike(was, is) ? "small" : "large";
}

/** What stands in one list and not in the other, each number as often as it is said. */
function without(numbers: readonly SaidNumber[], others: readonly SaidNumber[]): readonly SaidNumber[] {
  const left = [...others];
  return numbers.filter((one) => {
    const at = left.findIndex(({ value, percent }) => value === one.value && percent === one.percent);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const isAmong = ({ value, within }: SaidNumber, cells: readonly (number | null)[]): boolean =>
  cells.some((cell) => cell !== null && Math.abs(Math.abs(cell) - value) <= within * 1.000001);

const changeOf = (was: Passage | null, is: Passage | null): PassageChange => ({
  place: (was ?? is)!.place,
  before: was?.said ?? null,
  after: is?.said ?? null,
});
