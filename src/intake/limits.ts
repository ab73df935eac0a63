/** A limit of the intake checks with its unit and the reason for its value, so that both can be disputed in one place. */
interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly why: string;
}

const limit = (value: number, unit: string, why: string): Limit => ({ value, unit, why });

const MiB = 1024 * 1024;

export const LIMITS = {
  headcount: limit(10_000_000, "persons", "no employer has more; reliability.md, checks on incoming data"),
  amount: limit(10_000_000_000, "yuan", "more than the premiums or subsidies of any employer in a year"),
  changeShare: limit(0.8, "share", "month on month beyond ±80 % is asked about; reliability.md"),
  changePeople: limit(100, "persons", "…of a unit with more than 100 people; reliability.md"),
  unitFactor: limit(10_000, "times", "人 and 万人 differ by this"),
  unitSpread: limit(2, "times", "how far from 10,000 a ratio may be and still look like 人/万人"),
  codeLength: limit(64, "characters", "codes in use have 9, 15 or 18; longer ones cannot be indexed"),
  findingsPerCode: limit(1000, "findings", "a reader repairs the pattern, not the thousandth cell"),
  badRows: limit(100_000, "rows", "with more than half of all rows bad the table is another one than mapped"),
  headerRows: limit(10, "rows", "title and note rows that may stand above the header"),
  columns: limit(4096, "columns", "340 years of months; more is a damaged file"),
  record: limit(4 * MiB, "bytes", "one row; more is a file without line ends or with an open quote"),
  inflatedText: limit(8192 * MiB, "bytes", "about 140 million rows"),
  textRatio: limit(200, "times", "csv of headcounts shrinks 5 to 30 times; a bomb 1,000 times"),
  workbook: limit(48 * MiB, "bytes", "three times what unpacks to the next limit"),
  inflatedWorkbook: limit(
    64 * MiB,
    "bytes",
    "about 130,000 rows of a monthly form; SheetJS needs up to five times that",
  ),
  entryRatio: limit(150, "times", "sheets shrink 8 to 40 times; a bomb 1,000 times"),
  entries: limit(2000, "files", "a workbook has a dozen parts and one a sheet"),
  childHeap: limit(384, "MB", "V8 heap of the process that reads spreadsheets; with its buffers it stays below 512 MB"),
  childTime: limit(30_000, "ms", "time of the process that reads spreadsheets"),
} as const;
