import { type Counting, placeCells } from "../cells.ts";

/** The keys of the scopes that a row of the panel counts in; one that is not there, in the whole place. */
export function scopesOfRow(counting: Counting): (row: number) => readonly string[] {
  const list = placeCells(counting);
  const known = new Map<number, readonly string[]>();
  return (row) => {
    if (row < 0) return [""];
    const key = list.keys[row]!;
    const scopes = known.get(key) ?? list.read(key).scopes;
    known.set(key, scopes);
    return scopes;
  };
}
