import { CsvError, parse } from "csv-parse/sync";
import { BlockedBatch } from "./blocked-batch.ts";
import { Decoder } from "./decode.ts";
import { lineFinding } from "./finding-log.ts";
import { type ByteBlock, recordBlocks } from "./records-of-text.ts";
import { Rows, rowsOf } from "./rows.ts";

/** The rows of a csv file, in blocks. Blocks without quotes are read in place; the others go through csv-parse. */
export async function* csvRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Rows> {
  const decoder = new Decoder();
  for await (const block of recordBlocks(chunks)) {
    const text = decoder.decode(block.bytes, block.line);
    yield rowsOfBlock(text, block);
  }
}

function rowsOfBlock(text: string, block: ByteBlock): Rows {
  const bare = block.quoted ? withoutIdleQuotes(text, String.fromCharCode(block.delimiter)) : text;
  const marks = { cell: block.delimiter, row: block.end };
  return bare.includes('"') && block.quoted ? parsedRows(text, block) : new Rows(bare, marks, block.line, null, null);
}

/** Quotes around a cell that has no comma, quote or line end in it change nothing: most quoted files have no others. */
const withoutIdleQuotes = (text: string, delimiter: string): string => text.replace(IDLE_QUOTES[delimiter]!, "$1");

const IDLE_QUOTES: Readonly<Record<string, RegExp>> = Object.fromEntries(
  [",", "\t", ";"].map((d) => [d, new RegExp(`(?<=^|[${d}\\r\\n])"([^"${d}\\r\\n]*)"(?=[${d}\\r\\n]|$)`, "g")]),
);

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parsedRows(text: string, block: ByteBlock): Rows {
  const parsed = parseQuoted(text, block);
  const lines: number[] = [];
  let line = block.line;
  for (const { record } of parsed) {
    lines.push(line);
    line += 1 + record.reduce((sum, cell) => sum + feeds(cell), 0);
  }
  const cells = parsed.map(({ record }) => record);
  return rowsOf(cells, lines, null);
}

function parseQuoted(text: string, block: ByteBlock): readonly Parsed[] {
  const end = String.fromCharCode(block.end);
  try {
    return parse(text, {
      delimiter: String.fromCharCode(block.delimiter),
      record_delimiter: end === "\n" ? ["\r\n", "\n"] : [end],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BlockedBatch(lineFinding("quote-unclosed", block.line + Number(error.lines ?? 1) - 1));
  }
}

const feeds = (cell: string): number => (cell.includes("\n") ? cell.split("\n").length - 1 : 0);
