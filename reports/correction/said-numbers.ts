/** A number as a sentence prints it. */
export interface SaidNumber {
  readonly value: number;
  readonly percent: boolean;
  /** Half a unit of its last place: 7.61万 stands for 76,050 to 76,150. */
  readonly within: number;
}

/** Days, months and batches tell when, not how many. */
const WHEN = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{4}-\d{2}(?:-\d{2})?|(?<!\d)\d{1,2}月(?:\d{1,2}日)?|第\d+批/g;
const NUMBER = /(?<![A-Za-z\d.])(\d[\d,]*(?:\.\d+)?)(%|万|亿|个百分点)?/g;

const UNITS: Readonly<Record<string, number>> = { "%": 0.01, 个百分点: 0.01, 万: 1e4, 亿: 1e8 };

/** The numbers of a Chinese sentence without their signs: a fall is said by its verb. */
export const saidNumbers = (sentence: string): readonly SaidNumber[] =>
  [...sentence.replace(WHEN, "").matchAll(NUMBER)].map(([, digits, unit = ""]) => {
    const scale = UNITS[unit] ?? 1;
    const places = digits!.split(".")[1]?.length ?? 0;
    const value = Number(digits!.replaceAll(",", "")) * scale;
    return { value, percent: scale === 0.01, within: 0.5 * 10 ** -places * scale };
  });

/** What is left of a sentence without its numbers and dates. */
export const wordsOf = (sentence: string): string => sentence.replace(WHEN, "@").replace(NUMBER, "#");
