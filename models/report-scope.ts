/** Whose enterprises a report speaks of: the whole place, those a department answers for, or those of a township. */
export interface ReportScope {
  readonly dimension: "place" | "department" | "region";
  readonly code: string;
}

/** How a scope is stored and named in files; "" for the whole place. */
export const scopeKey = ({ dimension, code }: ReportScope): string =>
  dimension === "place" ? "" : `${dimension}:${code}`;

/** The scope that a key names. */
export function scopeOfKey(key: string): ReportScope {
  const [dimension = "", code = ""] = key.split(":");
  return dimension === "department" || dimension === "region" ? { dimension, code } : { dimension: "place", code: "" };
}
