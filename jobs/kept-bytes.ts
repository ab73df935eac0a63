import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Problem } from "../models/problem.ts";
import { text } from "../models/text.ts";
import type { Delivery } from "../src/sources/delivery.ts";

/** What tells a delivery's content apart. */
export interface Fingerprint {
  readonly sha256: string;
  readonly size: number;
}

export async function fingerprint(delivery: Delivery, signal?: AbortSignal): Promise<Fingerprint> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of await delivery.open()) {
    signal?.throwIfAborted();
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest("hex"), size };
}

const PART_BYTES = 4_000_000;

/**
 * The delivery's bytes, compressed in parts. Compression runs on its own thread beside the records' COPY; the parts, about
 * a quarter of the file, wait in memory for the connection to be free. A file that grew meanwhile is not what was hashed.
 */
export async function compressed(delivery: Delivery, size: number): Promise<Buffer[]> {
  let read = 0;
  const bytes = await delivery.open();
  bytes.on("data", (chunk: Buffer) => {
    read += chunk.length;
  });
  const gzip = createGzip({ level: 1, chunkSize: 262_144 });
  const filling = pipeline(bytes, gzip);
  filling.catch(() => {}); // reported through the iteration below
  const parts: Buffer[] = [];
  let chunks: Buffer[] = [];
  let gathered = 0;
  for await (const chunk of gzip as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    gathered += chunk.length;
    if (gathered < PART_BYTES) continue;
    parts.push(Buffer.concat(chunks));
    chunks = [];
    gathered = 0;
  }
  if (read !== size) throw changed(delivery.name);
  return gathered > 0 ? [...parts, Buffer.concat(chunks)] : parts;
}

const changed = (name: string): Problem =>
  new Problem(
    "input",
    "file-changed",
    text(
      `${name} 在导入期间被改动，未导入任何内容。`,
      `${name} was changed while it was read; nothing of it was taken in.`,
    ),
    text(
      "请等文件传完、关闭编辑它的程序后重新导入。",
      "Wait until it is complete and no program writes to it, then import it again.",
    ),
  );
