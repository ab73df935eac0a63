import { titleWords } from "./title-words.ts";

/**
 * A title in as few lines as `most` characters a line allow, of nearly equal length, broken between words only (GB/T 9704:
 * 回行时词意完整、排列对称、长短适宜).
 */
export function titleLines(title: string, most: number): readonly string[] {
  const words = titleWords(title);
  const width = widthOf(title);
  for (let lines = Math.ceil(width / most); lines < words.length; lines++) {
    if (lines <= 1) break;
    const broken = bestLines(words, { lines, most, wanted: width / lines });
    if (broken) return broken.lines;
  }
  return width <= most ? [title] : words.map((word) => word.trim());
}

/** A Chinese character is 1 wide, a Latin one about a half. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0);

interface Room {
  readonly lines: number;
  readonly most: number;
  readonly wanted: number;
}

interface Broken {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Of all ways to break into so many lines the one that costs least; null when none fits. */
function bestLines(words: readonly string[], room: Room): Broken | null {
  const { lines, most, wanted } = room;
  let best: Broken | null = null;
  for (let first = lines === 1 ? words.length : 1; first <= words.length - lines + 1; first++) {
    const line = words.slice(0, first).join("").trim();
    if (widthOf(line) > most) break;
    const rest = lines === 1 ? NOTHING : bestLines(words.slice(first), { ...room, lines: lines - 1 });
    if (!rest) continue;
    const cost =
      rest.cost + (widthOf(line) - wanted) ** 2 + (lines === 1 ? 0 : strain(words[first - 1]!, words[first]!));
    if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
  }
  return best;
}

const NOTHING: Broken = { lines: [], cost: 0 };

/**
 * How badly two words want to stay together, in squares of characters of unevenness: a word of one character is mostly the
 * end of a name (巫山县) or the beginning of one (县就业局), while 和 begins a line as well as others do.
 */
function strain(before: string, after: string): number {
  const single = (word: string) => /^\p{Script=Han}$/u.test(word);
  if (/^[和与及]$/u.test(before)) return 12;
  if (/^[和与及（]/u.test(after)) return 0;
  return (single(after) ? 12 : 0) + (single(before) ? 6 : 0);
}
