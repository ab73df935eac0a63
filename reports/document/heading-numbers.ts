import type { Block, Heading } from "./document.ts";

const DIGITS = "零一二三四五六七八九";

/** 1 → 一, 10 → 十, 12 → 十二, 20 → 二十; up to 99, which no report comes near. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`a heading's number must be 1 to 99, got ${n}`);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`;
  return `${head}${ones === 0 ? "" : DIGITS[ones]}`;
}

/** GB/T 9704: 一、 （一） 1. （1）. English reports count 1 1.1 1.1.1. */
const CHINESE = [
  (n: number) => `${chineseNumeral(n)}、`,
  (n: number) => `（${chineseNumeral(n)}）`,
  (n: number) => `${n}.`,
  (n: number) => `（${n}）`,
] as const;

/** The number of each heading, by the heading itself; an annex begins to count anew. */
export function headingNumbers(blocks: readonly Block[], language: "zh" | "en"): ReadonlyMap<Heading, string> {
  const counters = [0, 0, 0, 0];
  const numbers = new Map<Heading, string>();
  for (const block of blocks) {
    if (block.kind === "annex") counters.fill(0);
    if (block.kind !== "heading") continue;
    const at = block.level - 1;
    counters[at]!++;
    counters.fill(0, at + 1);
    numbers.set(block, language === "zh" ? CHINESE[at]!(counters[at]!) : `${counters.slice(0, at + 1).join(".")} `);
  }
  return numbers;
}

/** 附件, or 附件1, 附件2 … when there are several. */
export function annexName(place: number, of: number, language: "zh" | "en"): string {
  const name = language === "zh" ? "附件" : "Annex";
  if (of === 1) return name;
  return language === "zh" ? `${name}${place}` : `${name} ${place}`;
}
