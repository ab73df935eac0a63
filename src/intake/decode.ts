import { isAscii, isUtf8 } from "node:buffer";
import { BlockedBatch } from "./blocked-batch.ts";
import { lineFinding } from "./finding-log.ts";

type Encoding = "undecided" | "utf-8" | "gb18030";

/** Turns blocks of whole lines into text: UTF-8 (a mark at the start is dropped) where it is valid, else GB18030. */
export class Decoder {
  #encoding: Encoding = "undecided";
  #first = true;

  /** firstLine: the line the block starts at, for the finding when its bytes are neither. */
  decode(block: Buffer, firstLine: number): string {
    const bytes = this.#first ? withoutMark(block) : block;
    if (this.#first && bytes !== block) this.#encoding = "utf-8";
    this.#first = false;
    const nul = bytes.indexOf(0);
    if (nul >= 0) throw new BlockedBatch(lineFinding("text-binary", firstLine + lineFeeds(bytes.subarray(0, nul))));
    if (isAscii(bytes)) return bytes.toString("latin1");
    if (this.#encoding === "undecided") this.#encoding = decide(bytes);
    if (this.#encoding === "gb18030") return decodeGb18030(bytes, firstLine);
    if (isUtf8(bytes)) return bytes.toString("utf8");
    throw new BlockedBatch(lineFinding("text-encoding-invalid", firstLine + badLine(bytes, isUtf8)));
  }
}

export function lineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** A file cut off inside a character is still UTF-8: what stands before its last line decides. */
function decide(bytes: Buffer): Encoding {
  if (isUtf8(bytes)) return "utf-8";
  const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
  return isUtf8(whole) && !isAscii(whole) ? "utf-8" : "gb18030";
}

function decodeGb18030(bytes: Buffer, firstLine: number): string {
  const text = tryGb18030(bytes);
  if (text !== null) return text;
  const line = firstLine + badLine(bytes, (part) => tryGb18030(part) !== null);
  throw new BlockedBatch(lineFinding("text-encoding-invalid", line));
}

const GB18030 = new TextDecoder("gb18030", { fatal: true });

function tryGb18030(bytes: Buffer): string | null {
  try {
    return GB18030.decode(bytes);
  } catch {
    return null;
  }
}

/** How many lines come before the first one that is not valid. */
function badLine(bytes: Buffer, valid: (line: Buffer) => boolean): number {
  let start = 0;
  for (let line = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    if (!valid(bytes.subarray(start, end < 0 ? bytes.length : end))) return line;
    if (end < 0) return line;
    start = end + 1;
  }
  return 0;
}

const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
