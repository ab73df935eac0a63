/** A calendar month as one integer, year × 12 + (month − 1), so that months subtract and sort. 2023-01 is 24276. */
export type Month = number;

/** 2023-01 → 24276. Throws RangeError unless the text is exactly YYYY-MM with a month from 01 to 12. */
export function parseMonth(value: string): Month {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value);
  if (!match) throw new RangeError(`month must look like 2023-01, got ${JSON.stringify(value)}`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** 24276 → "2023-01". */
export function formatMonth(month: Month): string {
  return `${yearOf(month)}-${String(monthOfYear(month)).padStart(2, "0")}`;
}

export const yearOf = (month: Month): number => Math.floor(month / 12);

/** 1 for January … 12 for December. */
export const monthOfYear = (month: Month): number => (month % 12) + 1;

/** The month a date ("2023-01-31") lies in. */
export const monthOfDate = (date: string): Month => parseMonth(date.slice(0, 7));

/** First day of the month as a date, "2023-01-01". */
export const firstDay = (month: Month): string => `${formatMonth(month)}-01`;

/** 2023-01 → 2023年1月, as Chinese reports print it. */
export const monthInChinese = (month: Month): string => `${yearOf(month)}年${monthOfYear(month)}月`;

/** "2023-11-05" → 2023年11月5日 */
export const dateInChinese = (date: string): string =>
  date.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, (_, year, month, day) => `${year}年${month}月${day}日`);

const ENGLISH_MONTHS: readonly string[] = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** 2023-01 → January 2023, as English reports print it. */
export const monthInEnglish = (month: Month): string => `${ENGLISH_MONTHS[month % 12]} ${yearOf(month)}`;

/** "2023-11-05" → 5 November 2023; anything else as it is. */
export const dateInEnglish = (date: string): string =>
  date.replace(/^(\d{4}-\d{2})-0?(\d+)$/, (_, month, day) => `${day} ${monthInEnglish(parseMonth(month))}`);

/** Last day of the month as a date, "2024-02-29". */
export const lastDay = (month: Month): string =>
  new Date(Date.parse(firstDay(month + 1)) - 86_400_000).toISOString().slice(0, 10);
