const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** A moment in China's one time zone, to the minute: "2026-03-02 16:05". */
export const momentWords = (moment: number): string =>
  new Date(moment + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace("T", " ");
