import type { Estimate } from "../models/judging/bootstrap.ts";
import type { Language, Text } from "../models/text.ts";
import { type Html, html, type Part } from "./markup.ts";
import { exact, NO_SAMPLE, percent } from "./number.ts";
import { type Column, table } from "./table.ts";

/** Figures of a backtest; what could not be told is "—" in both languages. */
export const decimal = (value: number | null): string => (value === null ? NO_SAMPLE : value.toFixed(3));
export const share = (value: number | null): string => (value === null ? NO_SAMPLE : percent(value, 1));
export const count = (value: number | null): string => exact(value);
export const oneDecimal = (value: number | null): string => (value === null ? NO_SAMPLE : value.toFixed(1));

/** A figure with its interval below it. */
export function estimate(value: Estimate | null, format: (value: number | null) => string): Part {
  if (value === null) return NO_SAMPLE;
  if (value.low === null || value.high === null) return format(value.value);
  return html`${format(value.value)}<br><span class="small">${format(value.low)}–${format(value.high)}</span>`;
}

/** One column of a table about things of one kind: its head, and what it says of each. */
export interface Say<T> {
  readonly head: Text;
  readonly cell: (row: T) => Part;
  /** Left-aligned words rather than digits. */
  readonly words?: boolean;
}

export interface SayTable<T> {
  readonly caption: Text;
  /** Head of the first column. */
  readonly first: Text;
  readonly name: (row: T) => Part;
  readonly rows: readonly T[];
  readonly columns: readonly Say<T>[];
}

/** A table whose columns are data, in one language. */
export function sayTable<T>({ caption, first, name, rows, columns }: SayTable<T>, language: Language): Html {
  const heads: Column[] = columns.map(({ head, words }) => ({ head: head[language], number: !words }));
  return table({
    caption: caption[language],
    columns: [{ head: first[language] }, ...heads],
    rows: rows.map((row) => ({ name: name(row), cells: columns.map(({ cell }) => cell(row)) })),
    empty: NO_SAMPLE,
  });
}
