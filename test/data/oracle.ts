import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

const folder = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** Whether a file of the real data is there; says so once when its tests are skipped. */
export function hasData(name: string): boolean {
  const there = existsSync(`${folder}${name}`);
  if (!there) console.log(`Tests of ${name} are skipped: it is not there.`);
  return there;
}

/** A file's rows by column name, as text; none of a file that is not there, because skipped suites are read all the same. */
export const readRows = (name: string): Record<string, string>[] => parse(contentOf(name), { columns: true });

function contentOf(name: string): string {
  if (!existsSync(`${folder}${name}`)) return "";
  const bytes = readFileSync(`${folder}${name}`);
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Rows of one table by the value of some columns together, in the order they came in. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
