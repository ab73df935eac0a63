import { formatMonth, type Month, parseMonth } from "../../../models/month.ts";

/** What is of a month, as programs are told it. */
export const toldMonth = <T extends { readonly month: Month }>(one: T) => ({ ...one, month: formatMonth(one.month) });

/** The same as models count it. */
export const countedMonth = <T extends { readonly month: string }>(one: T) => ({
  ...one,
  month: parseMonth(one.month),
});
