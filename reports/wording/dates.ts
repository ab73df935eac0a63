import { dateInChinese, dateInEnglish, monthInChinese, monthInEnglish, parseMonth } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";

/** "2026-01-06" → 2026年1月6日, 6 January 2026. */
export const dateWords = (date: string): Text => text(dateInChinese(date), dateInEnglish(date));

/** "2026-01" → 2026年1月, January 2026. */
export const monthWords = (month: string): Text =>
  text(monthInChinese(parseMonth(month)), monthInEnglish(parseMonth(month)));

/** Which state of the data a report rests on: what was known by a day, and the newest batch of it. */
export function vintageWords({ publishedOn, batch }: { readonly publishedOn: string; readonly batch: number }): Text {
  const day = dateWords(publishedOn);
  return text(`截至${day.zh}获知、第${batch}批及以前的数据`, `known by ${day.en}, batches up to ${batch}`);
}
