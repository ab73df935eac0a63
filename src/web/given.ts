type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What a form filled in: fields left blank are left out. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) as Given<T>;
