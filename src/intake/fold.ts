/** Text as it is compared: half width, lower case, without spaces, byte order marks and the * of required columns. */
export const fold = (value: string): string =>
  value
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff*]/g, "")
    .toLowerCase();

/** How many single-character edits turn one text into the other. */
export function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const swap = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current[column] = Math.min(swap, previous[column]! + 1, current[column - 1]! + 1);
    }
    previous = current;
  }
  return previous[to.length]!;
}

/** The candidate that looks most like the wanted text, or undefined when none is even half alike. */
export function closest(wanted: readonly string[], candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 0.6;
  for (const candidate of candidates.slice(0, 200)) {
    for (const name of wanted) {
      const [a, b] = [fold(name).slice(0, 60), fold(candidate).slice(0, 60)];
      const share = b.length > 1 && (a.includes(b) || b.includes(a)) ? 0.1 : editDistance(a, b) / Math.max(a.length, 1);
      if (b !== "" && share < least) [best, least] = [candidate, share];
    }
  }
  return best;
}
