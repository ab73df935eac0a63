/** A moment, milliseconds since 1970, as a query takes it. */
export const at = (moment: number): string => new Date(moment).toISOString();

/** A moment as a query returns it. */
export const momentOf = (value: string): number => Date.parse(value);

export const momentOrNull = (value: string | null): number | null => (value === null ? null : momentOf(value));
