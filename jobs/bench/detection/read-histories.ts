import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { emptyHistories, type Histories } from "./histories.ts";

type Row = Readonly<Record<string, string>>;

async function rowsOf(path: string): Promise<Row[]> {
  const bytes = await readFile(path);
  return parse(path.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

/** Monthly headcounts of two airlines (folder `airlines`). Their industry and region are not known, as after a bare import. */
export async function airlineHistories(dir: string): Promise<Histories> {
  return filled(await rowsOf(join(dir, "airlines", "monthly_employees.csv")), "carrier", "total");
}

/** Every employer of one city (folder `kaunas_2023`), with its industry. */
export async function cityHistories(dir: string, profile: Profile): Promise<Histories> {
  const histories = filled(await rowsOf(join(dir, "kaunas_2023", "panel_long.csv.gz")), "code", "headcount");
  const industries = new Map(profile.industries.map(({ code }, i) => [code, i]));
  const known = new Map(
    (await rowsOf(join(dir, "kaunas_2023", "enterprises.csv"))).map((row) => [row.code!, row.nace6!]),
  );
  histories.codes.forEach((code, row) => {
    histories.industry[row] = finest(known.get(code) ?? "", industries);
    histories.region[row] = 0;
  });
  return histories;
}

/** The longest known code that an industry's code begins with. */
function finest(code: string, industries: ReadonlyMap<string, number>): number {
  for (let length = code.length; length > 0; length--) {
    const found = industries.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return -1;
}

function filled(rows: readonly Row[], codeField: string, headcountField: string): Histories {
  const month = rows.map((row) => parseMonth(row.month!));
  const first = month.reduce((least, m) => Math.min(least, m));
  const last = month.reduce((most, m) => Math.max(most, m));
  const codes = [...new Set(rows.map((row) => row[codeField]!))];
  const place = new Map(codes.map((code, i) => [code, i]));
  const histories = emptyHistories(first, last - first + 1, codes);
  rows.forEach((row, i) => {
    const at = place.get(row[codeField]!)! * histories.months + month[i]! - first;
    histories.headcount[at] = Number(row[headcountField]);
  });
  return histories;
}
