import { type FileHandle, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { SimulatedCounty } from "./county.ts";
import { industryTotals } from "./industry-total.ts";
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
const TABLES: readonly TableName[] = ["register", "headcount", "industry", "events", "truth"];

/** Writes the county's five csv files, one enterprise after the other, so memory does not grow with their number. */
export async function writeCounty(county: SimulatedCounty, dir: string): Promise<WrittenFile[]> {
  await mkdir(dir, { recursive: true });
  const opened: CsvFile[] = [];
  try {
    for (const table of TABLES) opened.push(await openCsv(dir, table));
    const files = Object.fromEntries(opened.map((file, i) => [TABLES[i], file])) as Record<TableName, CsvFile>;
    await fill(county, files);
    for (const file of opened) await file.flush();
    return opened.map((file) => file.written());
  } finally {
    for (const file of opened) await file.close();
  }
}

async function fill(county: SimulatedCounty, files: Readonly<Record<TableName, CsvFile>>): Promise<void> {
  const lines = linesFor(county.profile);
  const totals = industryTotals(county);
  for (const enterprise of county.enterprises()) {
    totals.add(enterprise);
    for (const record of enterprise.register) files.register.add(lines.register(record));
    for (const record of enterprise.headcounts) files.headcount.add(lines.headcount(record));
    for (const record of enterprise.events) files.events.add(lines.event(record));
    for (const layoff of enterprise.layoffs) files.truth.add(lines.layoff(layoff));
    for (const table of TABLES) if (files[table].isFull()) await files[table].flush();
  }
  for (const record of totals.records()) files.industry.add(lines.industry(record));
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
