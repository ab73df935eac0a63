/** A point in time, milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** China has one zone and, since 1991, no summer time. */
const SHANGHAI = 8 * HOUR;

/** The day in Shanghai, "2026-03-10". */
export const dayOf = (at: Instant): string => new Date(at + SHANGHAI).toISOString().slice(0, 10);

/** Day and time in Shanghai to the minute, "2026-03-10 09:05". */
export const minuteOf = (at: Instant): string => new Date(at + SHANGHAI).toISOString().slice(0, 16).replace("T", " ");

/** The instant of a time ("09:00") on a day in Shanghai. Throws RangeError when either is none. */
export function instantOn(day: string, time = "00:00"): Instant {
  const at = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(at))
    throw new RangeError(`a day must look like 2026-03-10 and a time like 09:00, got ${day} ${time}`);
  return at - SHANGHAI;
}

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
