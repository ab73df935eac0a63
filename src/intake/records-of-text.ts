import { BlockedBatch } from "./blocked-batch.ts";
import { lineFeeds } from "./decode.ts";
import { lineFinding } from "./finding-log.ts";
import { LIMITS } from "./limits.ts";

const BLOCK = 256 * 1024;
const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export interface ByteBlock {
  readonly bytes: Buffer;
  /** Line of the file that the block starts at. */
  readonly line: number;
  readonly quoted: boolean;
  /** What ends a row: line feed, or carriage return in files of old Macs. */
  readonly end: number;
  readonly delimiter: number;
}

/** Cuts a stream of bytes into blocks of whole rows; a line feed inside quotes does not end a row. */
export async function* recordBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<ByteBlock> {
  let pending: Buffer[] = [];
  let size = 0;
  let line = 1;
  let style: { end: number; delimiter: number } | null = null;
  for await (const chunk of chunks) {
    pending.push(chunk);
    size += chunk.length;
    if (size < BLOCK) continue;
    const bytes = Buffer.concat(pending);
    style ??= styleOf(bytes);
    const { cut, quoted } = lastRecordEnd(bytes, style);
    pending = [bytes.subarray(cut)];
    size = bytes.length - cut;
    if (cut > 0) {
      yield { bytes: bytes.subarray(0, cut), line, quoted, ...style };
      line += lineFeeds(bytes.subarray(0, cut));
    } else if (size > LIMITS.record.value) throw new BlockedBatch(tooLong(line, quoted));
  }
  const bytes = Buffer.concat(pending);
  if (bytes.length === 0) return;
  style ??= styleOf(bytes);
  const { cut, quoted, open } = lastRecordEnd(bytes, style);
  if (open) throw new BlockedBatch(lineFinding("quote-unclosed", line + lineFeeds(bytes.subarray(0, cut))));
  yield { bytes, line, quoted, ...style };
}

interface RecordEnd {
  /** Bytes up to and with the last row end outside quotes. */
  readonly cut: number;
  readonly quoted: boolean;
  /** Whether a quote is still open at the end. */
  readonly open: boolean;
}

function lastRecordEnd(bytes: Buffer, style: { end: number; delimiter: number }): RecordEnd {
  if (!bytes.includes(QUOTE)) return { cut: bytes.lastIndexOf(style.end) + 1, quoted: false, open: false };
  return { ...scanQuotes(bytes, style), quoted: true };
}

/** A quote opens only at the start of a cell; inside, two quotes are one. */
function scanQuotes(bytes: Buffer, { end, delimiter }: { end: number; delimiter: number }) {
  let cut = 0;
  let open = false;
  let cellStart = true;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (open) {
      if (byte !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE) at++;
      else open = false;
    } else if (byte === QUOTE && cellStart) {
      open = true;
      cellStart = false;
    } else {
      cellStart = byte === delimiter || byte === end || (cellStart && isMark(bytes, at));
      if (byte === end) cut = at + 1;
    }
  }
  return { cut, open };
}

/** The byte order mark before the first cell. */
const isMark = (bytes: Buffer, at: number): boolean => at < 3 && bytes[at] === [0xef, 0xbb, 0xbf][at];

function styleOf(bytes: Buffer): { end: number; delimiter: number } {
  const head = bytes.subarray(0, 64 * 1024);
  const end = !head.includes(LINE_FEED) && head.includes(CARRIAGE_RETURN) ? CARRIAGE_RETURN : LINE_FEED;
  return { end, delimiter: delimiterOf(head, end) };
}

/** The candidate that is most frequent in the first rows; a comma when there is none. */
function delimiterOf(head: Buffer, end: number): number {
  const rows = head.toString("latin1").split(String.fromCharCode(end)).slice(0, LIMITS.headerRows.value);
  const counts = [",", "\t", ";"].map((mark) => ({ mark, count: rows.join("\n").split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]!.mark.charCodeAt(0);
}

const tooLong = (line: number, quoted: boolean) =>
  quoted
    ? lineFinding("quote-unclosed", line)
    : lineFinding("line-too-long", line, { limit: LIMITS.record.value / 1024 / 1024 });
