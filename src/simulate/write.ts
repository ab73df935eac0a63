import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SimulatedCounty } from "./county.ts";
import { industryTotals } from "./industry-total.ts";
import { type SupportLines, supportLines } from "./support/lines.ts";
import { placeFacts } from "./support/place-facts.ts";
import type { Support } from "./support/support.ts";
import { HEADERS, linesFor, type TableName } from "./table.ts";

export interface WrittenFile {
  readonly name: string;
  readonly path: string;
  /** Lines below the header. */
  readonly rows: number;
  readonly bytes: number;
}

const BYTE_ORDER_MARK = "\uFEFF";
/** Characters gathered before they are written. */
const GATHER = 1 << 19;
// biome-ignore format: one line reads better
const TABLES: readonly TableName[] = ["register", "headcount", "industry", "events", "facts", "applications", "truth", "truth-claims"];
/** Not there where the profile has no policies, or nothing came of them: a table without rows is no delivery. */
const OPTIONAL: ReadonlySet<TableName> = new Set(["facts", "applications", "truth-claims"]);

/** Writes the county's csv files, one enterprise after the other, so memory does not grow with their number. */
export async function writeCounty(county: SimulatedCounty, dir: string): Promise<WrittenFile[]> {
  await mkdir(dir, { recursive: true });
  const opened: CsvFile[] = [];
  try {
    for (const table of TABLES) opened.push(await openCsv(dir, table));
    const files = Object.fromEntries(opened.map((file, i) => [TABLES[i], file])) as Record<TableName, CsvFile>;
    await fill(county, files);
    for (const file of opened) await file.flush();
  } finally {
    for (const file of opened) await file.close();
  }
  const written = opened.map((file) => file.written());
  const empty = written.filter(({ rows }, i) => rows === 0 && OPTIONAL.has(TABLES[i]!));
  for (const { path } of empty) await rm(path);
  return written.filter((file) => !empty.includes(file));
}

async function fill(county: SimulatedCounty, files: Readonly<Record<TableName, CsvFile>>): Promise<void> {
  const lines = linesFor(county.profile);
  const totals = industryTotals(county);
  const place = placeFacts(county);
  const support = supportLines(county.profile);
  for (const enterprise of county.enterprises()) {
    totals.add(enterprise);
    place.add(enterprise.support.facts);
    for (const record of enterprise.register) files.register.add(lines.register(record));
    for (const record of enterprise.headcounts) files.headcount.add(lines.headcount(record));
    for (const record of enterprise.events) files.events.add(lines.event(record));
    for (const layoff of enterprise.layoffs) files.truth.add(lines.layoff(layoff));
    fillSupport(enterprise.support, support, files);
    for (const table of TABLES) if (files[table].isFull()) await files[table].flush();
  }
  for (const record of place.records()) files.facts.add(support.fact(record));
  for (const record of totals.records()) files.industry.add(lines.industry(record));
}

function fillSupport(
  { facts, applications, falseClaims }: Support,
  lines: SupportLines,
  files: Readonly<Record<TableName, CsvFile>>,
): void {
  for (const record of facts) files.facts.add(lines.fact(record));
  for (const record of applications) files.applications.add(lines.application(record));
  for (const claim of falseClaims) files["truth-claims"].add(lines.falseClaim(claim));
}

interface CsvFile {
  add(line: string): void;
  isFull(): boolean;
  flush(): Promise<void>;
  close(): Promise<void>;
  written(): WrittenFile;
}

async function openCsv(dir: string, table: TableName): Promise<CsvFile> {
  const name = `${table}.csv`;
  const path = join(dir, name);
  const handle: FileHandle = await open(path, "w");
  let gathered = `${BYTE_ORDER_MARK}${HEADERS[table]}\r\n`;
  let rows = 0;
  let bytes = 0;
  return {
    add(line) {
      gathered += line;
      rows++;
    },
    isFull: () => gathered.length >= GATHER,
    async flush() {
      const chunk = Buffer.from(gathered, "utf8");
      gathered = "";
      bytes += chunk.length;
      await handle.writeFile(chunk);
    },
    close: () => handle.close(),
    written: () => ({ name, path, rows, bytes }),
  };
}
