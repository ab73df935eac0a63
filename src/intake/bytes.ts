import type { Readable } from "node:stream";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { BlockedBatch } from "./blocked-batch.ts";
import { fileFinding } from "./finding-log.ts";
import { LIMITS } from "./limits.ts";

const HEAD = 4096;

/** The first bytes of a stream, and all of it from the start. */
export interface Peeked {
  readonly head: Buffer;
  readonly chunks: AsyncIterable<Buffer>;
}

export async function peek(chunks: AsyncIterable<Buffer>): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(first), chunks: rejoin(first, iterator) };
}

async function* rejoin(first: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Inflates; throws BlockedBatch when the stream is damaged, cut off, or inflates like a bomb. */
export async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let read = 0;
  let written = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      read += chunk.length;
      yield chunk;
    }
  };
  const inflate = createGunzip({ chunkSize: 256 * 1024 });
  pipeline(counted(), inflate, () => {});
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      written += chunk.length;
      if (isBomb(read, written))
        throw new BlockedBatch(fileFinding("file-inflates", { found: inflated(read, written) }));
      yield chunk;
    }
  } catch (error) {
    throw isDamage(error) ? new BlockedBatch(fileFinding("gzip-broken", { found: error.message })) : error;
  }
}

/** Every byte, or BlockedBatch when there are too many. */
export async function collect(chunks: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > limit) throw new BlockedBatch(fileFinding("file-too-large", { limit: limit / 1024 / 1024 }));
  }
  return Buffer.concat(parts);
}

export const asChunks = (stream: Readable): AsyncIterable<Buffer> => stream as AsyncIterable<Buffer>;

const isBomb = (read: number, written: number): boolean =>
  written > LIMITS.inflatedText.value || (written > 16 * 1024 * 1024 && written > read * LIMITS.textRatio.value);

const inflated = (read: number, written: number): string => `${read} → ${written}+ bytes`;

const isDamage = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
