/** A line of csv without its line end; cells are quoted only where they must be. */
export const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

/**
 * Objects as csv: a column for each name, in the order they first come, names of nested objects joined with dots. The
 * same objects always give the same bytes, so that a delivery already taken is known by its hash.
 */
export function csvOfObjects(objects: readonly unknown[]): string {
  const flat = objects.map((object) => new Map(flatten(object, "")));
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const lines = flat.map((row) => csvLine(names.map((name) => row.get(name) ?? "")));
  return `${[csvLine(names), ...lines].join("\n")}\n`;
}

function flatten(value: unknown, name: string): [string, string][] {
  if (value === null || value === undefined) return [[name, ""]];
  if (typeof value !== "object") return [[name, String(value)]];
  if (Array.isArray(value)) return [[name, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, name === "" ? key : `${name}.${key}`));
}
