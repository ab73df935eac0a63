/** over × of ÷ under: persons over persons (of 1), or over the mean of twelve months given as their sum (of 12). */
export interface Rate {
  readonly over: number;
  readonly under: number;
  readonly of: 1 | 12;
}

/** Thousandths of a percent in one, so that 5.5 % is a whole number and nothing is rounded before it is compared. */
const FINE = 1000;

/** Whether a rate is at most this many percent, inclusive and exact. Nothing lost is within any limit, whatever it is of. */
export const isWithin = ({ over, under, of }: Rate, percent: number): boolean =>
  over <= 0 || over * of * 100 * FINE <= Math.round(percent * FINE) * under;

/** Whether it is at least this many percent, inclusive and exact; under must be above 0. */
export const reaches = ({ over, under, of }: Rate, percent: number): boolean =>
  over * of * 100 * FINE >= Math.round(percent * FINE) * under;

const MOST_DIGITS = 6;

/** In percent as printed beside a limit: one decimal where that is exact, two otherwise, more where fewer would read as the limit. */
export function percentBeside(rate: Rate, limit: number): string {
  const value = (rate.over * rate.of * 100) / rate.under;
  const isExact = Number(value.toFixed(1)) === value;
  let digits = isExact ? 1 : 2;
  while (digits < MOST_DIGITS && value !== limit && Number(value.toFixed(digits)) === limit) digits++;
  return `${value.toFixed(digits)}%`;
}
