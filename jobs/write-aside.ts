import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Writes beside the target, syncs and renames, so that a file is there as a whole or not at all. */
export async function writeAside(path: string, chunks: Chunks): Promise<void> {
  const aside = `${path}.partial`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(aside, { flush: true }));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
