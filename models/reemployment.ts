/** Those dismissed, as counts by group; never people. */
export interface Reemployment {
  /** Code of a group: age, skill, hardship — the place's list. */
  readonly group: string;
  readonly dismissed: number;
  /** Receiving unemployment benefit, offered a job, in training. */
  readonly benefit: number;
  readonly offered: number;
  readonly trained: number;
  /** In work again after so many months; each includes those before. null: not counted yet. */
  readonly placed1: number | null;
  readonly placed3: number | null;
  readonly placed6: number | null;
}

export interface ReemploymentTotal extends Omit<Reemployment, "group"> {
  /** The newest count of those in work again. */
  readonly placed: number;
  readonly unemployed: number;
  /** placed ÷ dismissed; null without anybody dismissed. */
  readonly rate: number | null;
  /** People still to be placed before the case's target is met; null without a target. */
  readonly gap: number | null;
}

export type CountFault = "more-than-dismissed" | "fewer-later" | "negative";

/** What cannot be in a row of counts; null when nothing is wrong. */
export function faultOf(row: Reemployment): CountFault | null {
  const placed = [row.placed1, row.placed3, row.placed6].filter((n) => n !== null);
  const all = [row.dismissed, row.benefit, row.offered, row.trained, ...placed];
  if (all.some((n) => n < 0 || !Number.isInteger(n))) return "negative";
  if ([row.benefit, row.trained, ...placed].some((n) => n > row.dismissed)) return "more-than-dismissed";
  if (placed.some((n, i) => i > 0 && n < placed[i - 1]!)) return "fewer-later";
  return null;
}

/** All groups together. @param target people to be in work again, of the case; null: none was set */
export function reemploymentTotal(rows: readonly Reemployment[], target: number | null): ReemploymentTotal {
  const sum = (field: "dismissed" | "benefit" | "offered" | "trained") =>
    rows.reduce((total, row) => total + row[field], 0);
  const known = (field: "placed1" | "placed3" | "placed6") =>
    rows.every((row) => row[field] === null) ? null : rows.reduce((total, row) => total + (row[field] ?? 0), 0);
  const placed = rows.reduce((total, row) => total + (row.placed6 ?? row.placed3 ?? row.placed1 ?? 0), 0);
  const dismissed = sum("dismissed");
  return {
    ...{ dismissed, benefit: sum("benefit"), offered: sum("offered"), trained: sum("trained") },
    ...{ placed1: known("placed1"), placed3: known("placed3"), placed6: known("placed6") },
    ...{ placed, unemployed: dismissed - placed, rate: dismissed > 0 ? placed / dismissed : null },
    gap: target === null ? null : Math.max(0, target - placed),
  };
}
